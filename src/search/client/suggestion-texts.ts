import type { Messages, Speaking } from "../../messages/index.ts";

/** What suggestions say, apart from all else so that the field's script stays small. The build puts it in. */
declare const suggestionMessages: Messages;

export const texts: Speaking = { messages: suggestionMessages };
