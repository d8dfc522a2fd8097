import type { Messages, Speaking } from "../../messages/index.ts";

/** Only the site's texts for searching; set by the build. */
declare const searchMessages: Messages;

export const texts: Speaking = { messages: searchMessages };
