/** The voice's tables. Days are `2026-11-22` in Vietnam, articles are ids, moments are milliseconds since 1970. */
import type { Kysely } from "kysely";
import type { ArticleId } from "../../model/ids.ts";

export interface VoiceTables {
	/**
	 * Where a day's numbers come from, and its salt while readers have to be distinguished. Likes have days of their own
	 * (`likes 2026-11-22`), as they come from the pages wherever readers are counted.
	 */
	readonly days: { day: string; source: "pages" | "logs" | "service" | "likes"; salt: string | null };
	/** Readers that were counted already, as digests of reader and article. Deleted when the day is over. */
	readonly seen: { visit: string; day: string };
	/** When readers were here, as digests. Deleted after five minutes, with the next visit. */
	readonly present: { at: number; reader: string };
	/** Readers of an article on a day. The id is empty for pages that are no article. */
	readonly views: { article: string; day: string; count: number };
	/** The same of all days; `month` is that of the article's address: `2026-11`. */
	readonly totals: { article: string; month: string; count: number };
	/** Hosts that readers came from. */
	readonly referrers: { host: string; day: string; count: number };
	/** Searches without results. */
	readonly searches: { words: string; day: string; count: number };
	/** Readers' comments. */
	readonly comments: CommentTable;
	/** How many readers like a published comment; `month` is that of its article. */
	readonly likes: { comment: string; month: string; count: number };
	/** Proofs of work that were used, until they expire. */
	readonly spent: { proof: string; until: number };
	/** How often somebody did something, as a digest of the address, until the limit's hour is over. */
	readonly attempts: { source: string; until: number; count: number };
	/** How far web servers' logs were read: bytes after unpacking. */
	readonly logs: { log: string; bytes: number; at: number };
	/** Values by name: secrets, the list of words to watch. */
	readonly settings: { name: string; value: string };
}

/** A comment that is leaving was withdrawn by its reader; the desk still has to remove it from the page. */
export type CommentState = "waiting" | "approved" | "rejected" | "removed" | "leaving";

interface CommentTable {
	id: string;
	article: ArticleId;
	name: string;
	email: string | null;
	text: string;
	/** Finds equal texts: the text without accents, case and punctuation. */
	sameness: string;
	state: CommentState;
	at: number;
	/** Digest of the key in the reader's browser. */
	key: string;
	decided: number | null;
	/** Name of the person. */
	decider: string | null;
	/** Why it was rejected or removed. */
	reason: string | null;
}

export type VoiceDatabase = Kysely<VoiceTables>;
