/** Tells an office by e-mail of comments that wait. */
import type { ArticleId } from "../model/ids.ts";
import { countWaitingSince } from "../voice/comments/comments.ts";
import { readNamed, writeNamed } from "../voice/store/named-values.ts";
import type { VoiceDatabase } from "../voice/store/tables.ts";
import type { Mailer } from "./accounts/mailer.ts";
import { strings } from "./strings.ts";

export interface CommentNoticesOptions {
	readonly database: () => Promise<VoiceDatabase>;
	readonly mailer: Mailer;
	/** E-mail addresses. */
	readonly to: readonly string[];
	/** The page where comments are decided about. */
	readonly queueUrl: string;
	readonly titleOf: (article: ArticleId) => string;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
}

/** Milliseconds between two mails. */
const rhythm = 15 * 60 * 1000;
/** Until when comments were told of, in milliseconds since 1970. It outlives the desk, so that nothing is told twice. */
const toldName = "comments-told";

/**
 * @returns sends one mail for all comments that have come since the last, if there are any and that was 15 minutes ago.
 *   It throws errors of the database and the mail server; the same comments are told of 15 minutes later.
 */
export function createCommentNotices(options: CommentNoticesOptions): () => Promise<void> {
	const { database, mailer, to, queueUrl, titleOf, clock } = options;
	let next = 0;
	return async () => {
		const now = clock();
		if (now < next) return;
		const db = await database();
		const waiting = await countWaitingSince(db, Number((await readNamed(db, toldName)) ?? 0));
		const count = waiting.reduce((sum, each) => sum + each.count, 0);
		if (count === 0) return;
		next = now + rhythm;
		const { subject, text } = strings.commentNotice;
		const lines = waiting.map(({ article, count }) => `- ${titleOf(article)} (${count})`);
		await mailer.send({ to: to.join(", "), subject: subject(count), text: text(count, lines, queueUrl) });
		await writeNamed(db, toldName, String(Math.max(...waiting.map(({ last }) => last))));
	};
}
