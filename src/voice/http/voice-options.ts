import type { Context } from "hono";
import type { PublishedArticles } from "../published-articles.ts";
import type { VoiceDatabase } from "../store/tables.ts";
import type { Counter } from "../views/counter.ts";

export interface LetterMailer {
	/** @throws what the mail server refuses */
	send(letter: {
		readonly to: string;
		readonly subject: string;
		readonly text: string;
		readonly replyTo?: string;
	}): Promise<void>;
}

/** What the routes work with. */
export interface VoiceOptions {
	readonly db: VoiceDatabase;
	readonly counter: Counter;
	readonly articles: PublishedArticles;
	/** Origins that may send requests, beside the site's own: `https://tin.example.vn`. */
	readonly origins: readonly string[];
	/** The address of the client. */
	readonly addressOf: (context: Context) => string;
	/** Sends letters to the newsroom; absent if no mail server is set. */
	readonly mailer?: LetterMailer | undefined;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
	/** For the server's log. */
	readonly log: (line: string) => void;
}
