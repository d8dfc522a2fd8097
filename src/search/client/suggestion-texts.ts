import type { Messages, Speaking } from "../../messages/index.ts";

/** Only the texts of suggestions, so that the field's script stays small; set by the build. */
declare const suggestionMessages: Messages;

export const texts: Speaking = { messages: suggestionMessages };
