import type { Messages, Speaking } from "../../messages/index.ts";

/** What the site says while somebody searches, and no more of its texts. The build puts it in. */
declare const searchMessages: Messages;

export const texts: Speaking = { messages: searchMessages };
