import type { Context } from "hono";
import type { PublishedArticles } from "../published-articles.ts";
import type { VoiceDatabase } from "../store/tables.ts";

/** What the routes work with. */
export interface VoiceOptions {
	readonly db: VoiceDatabase;
	readonly articles: PublishedArticles;
	/** Origins that may send requests, beside the site's own: `https://tin.example.vn`. */
	readonly origins: readonly string[];
	/** The address of the client. */
	readonly addressOf: (context: Context) => string;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
	/** For the server's log. */
	readonly log: (line: string) => void;
}
