import type { Messages, Speaking } from "../../messages/index.ts";

/** What the kept page says. The build puts it in. */
declare const keptMessages: Messages;

export const texts: Speaking = { messages: keptMessages };
