/** Comments on their way from a reader to a page, and back. */
import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import type { ArticleId } from "../../model/ids.ts";
import { fold } from "../../text/index.ts";
import { readNamed, writeNamed } from "../store/named-values.ts";
import type { CommentState, VoiceDatabase, VoiceTables } from "../store/tables.ts";

export type StoredComment = Omit<VoiceTables["comments"], "key">;

export interface NewComment {
	readonly article: ArticleId;
	readonly name: string;
	readonly email: string | null;
	readonly text: string;
	/** With it, the reader's browser can withdraw the comment. */
	readonly key: string;
}

/** Most comments that may wait: more than a person can read through. */
const mostWaiting = 2_000;
const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** @returns the id; undefined if too many are waiting already */
export async function addComment(
	db: VoiceDatabase,
	now: number,
	{ article, name, email, text, key }: NewComment,
): Promise<string | undefined> {
	if ((await countWaiting(db)) >= mostWaiting) return undefined;
	const id = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join("");
	await db
		.insertInto("comments")
		.values({
			id,
			article,
			name,
			email,
			text,
			sameness: samenessOf(text),
			state: "waiting",
			at: now,
			key: digestOf(key),
			decided: null,
			decider: null,
			reason: null,
		})
		.execute();
	return id;
}

/** The same for texts that differ only in case, accents and punctuation. */
function samenessOf(text: string): string {
	const words = fold(text)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
	return createHash("sha256").update(words).digest("base64url").slice(0, 22);
}

function digestOf(key: string): string {
	return createHash("sha256").update(key).digest("base64url");
}

/**
 * Withdraws a comment that the browser with this key sent. A waiting comment is deleted at once. The desk removes a
 * published one from its page the next time it fetches.
 *
 * @returns whether there was such a comment
 */
export async function takeBack(db: VoiceDatabase, id: string, key: string): Promise<boolean> {
	const found = await db
		.selectFrom("comments")
		.select(["key", "state"])
		.where("id", "=", id)
		.executeTakeFirst();
	const given = Buffer.from(digestOf(key));
	if (!found || !timingSafeEqual(Buffer.from(found.key), given)) return false;
	if (found.state === "approved") {
		await db.updateTable("comments").set({ state: "leaving" }).where("id", "=", id).execute();
	} else if (found.state !== "leaving") await db.deleteFrom("comments").where("id", "=", id).execute();
	return true;
}

const shown = [
	"id",
	"article",
	"name",
	"email",
	"text",
	"sameness",
	"state",
	"at",
	"decided",
	"decider",
	"reason",
] as const;

export async function countWaiting(db: VoiceDatabase): Promise<number> {
	const row = await db
		.selectFrom("comments")
		.select(({ fn }) => fn.countAll().as("count"))
		.where("state", "=", "waiting")
		.executeTakeFirst();
	return Number(row?.count ?? 0);
}

export interface WaitingSince {
	readonly article: ArticleId;
	readonly count: number;
	/** When the last of them came, in milliseconds since 1970. */
	readonly last: number;
}

/** Comments that wait, by article: only those that came after a moment. */
export async function countWaitingSince(db: VoiceDatabase, moment: number): Promise<readonly WaitingSince[]> {
	const rows = await db
		.selectFrom("comments")
		.select("article")
		.select(({ fn }) => [fn.countAll().as("count"), fn.max("at").as("last")])
		.where("state", "=", "waiting")
		.where("at", ">", moment)
		.groupBy("article")
		.orderBy("article")
		.execute();
	return rows.map(({ article, count, last }) => ({ article, count: Number(count), last: Number(last) }));
}

/** Oldest first. */
export async function commentsIn(
	db: VoiceDatabase,
	state: CommentState,
	limit: number,
): Promise<readonly StoredComment[]> {
	return await db
		.selectFrom("comments")
		.select(shown)
		.where("state", "=", state)
		.orderBy("at", state === "waiting" ? "asc" : "desc")
		.orderBy("id")
		.limit(limit)
		.execute();
}

/** The published comments of articles, newest first. */
export async function publishedOn(
	db: VoiceDatabase,
	articles: readonly ArticleId[],
): Promise<readonly StoredComment[]> {
	if (articles.length === 0) return [];
	return await db
		.selectFrom("comments")
		.select(shown)
		.where("state", "=", "approved")
		.where("article", "in", articles)
		.orderBy("at", "desc")
		.orderBy("id")
		.execute();
}

export async function commentsByIds(
	db: VoiceDatabase,
	ids: readonly string[],
): Promise<readonly StoredComment[]> {
	if (ids.length === 0) return [];
	return await db.selectFrom("comments").select(shown).where("id", "in", ids).execute();
}

export interface Decision {
	readonly state: CommentState;
	/** Name of the person. */
	readonly by: string;
	readonly reason?: string | undefined;
}

/** The e-mail address is deleted with the decision, as it is no longer needed. */
export async function decide(
	db: VoiceDatabase,
	now: number,
	ids: readonly string[],
	{ state, by, reason }: Decision,
): Promise<void> {
	if (ids.length === 0) return;
	const isOpen = state === "waiting";
	await db
		.updateTable("comments")
		.set({
			state,
			decided: isOpen ? null : now,
			decider: isOpen ? null : by,
			reason: reason ?? null,
			...(!isOpen && { email: null }),
		})
		.where("id", "in", ids)
		.where("state", "<>", "leaving")
		.execute();
}

/** States in which a comment is once somebody has decided about it. */
const decidedStates = ["approved", "rejected", "removed"] as const;

export interface LastDecision {
	readonly state: (typeof decidedStates)[number];
	readonly ids: readonly string[];
}

/** What somebody decided last, of that which still holds. @param since milliseconds since 1970 */
export async function lastDecisionOf(
	db: VoiceDatabase,
	by: string,
	since: number,
): Promise<LastDecision | undefined> {
	const rows = await db
		.selectFrom("comments")
		.select(["id", "state", "decided"])
		.where("state", "in", decidedStates)
		.where("decider", "=", by)
		.where("decided", ">=", since)
		.orderBy("decided", "desc")
		.execute();
	const [last] = rows;
	if (!last) return undefined;
	const together = rows.filter(({ decided, state }) => decided === last.decided && state === last.state);
	return { state: last.state as LastDecision["state"], ids: together.map(({ id }) => id) };
}

/** Forgets comments that have left the pages. */
export async function forget(db: VoiceDatabase, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await db.deleteFrom("comments").where("id", "in", ids).execute();
	await db.deleteFrom("likes").where("comment", "in", ids).execute();
}

/** How long rejected and removed comments can still be viewed, in milliseconds. */
const memory = 30 * 24 * 60 * 60 * 1000;

export async function forgetOld(db: VoiceDatabase, now: number): Promise<void> {
	await db
		.deleteFrom("comments")
		.where("state", "in", ["rejected", "removed"])
		.where("decided", "<", now - memory)
		.execute();
}

/** Whether readers can see a comment of an article. */
export async function isApproved(db: VoiceDatabase, article: ArticleId, id: string): Promise<boolean> {
	const found = await db
		.selectFrom("comments")
		.select("id")
		.where("id", "=", id)
		.where("article", "=", article)
		.where("state", "=", "approved")
		.executeTakeFirst();
	return found !== undefined;
}

/** One more reader likes a comment, once a day. @param visit digest of reader and comment */
export async function addLike(
	db: VoiceDatabase,
	day: string,
	month: string,
	comment: string,
	visit: string,
): Promise<void> {
	await db.transaction().execute(async (transaction) => {
		const added = await transaction
			.insertInto("seen")
			.values({ visit, day })
			.onConflict((conflict) => conflict.doNothing())
			.returning("visit")
			.execute();
		if (added.length === 0) return;
		await transaction
			.insertInto("likes")
			.values({ comment, month, count: 1 })
			.onConflict((conflict) => conflict.column("comment").doUpdateSet({ count: sql`likes.count + 1` }))
			.execute();
	});
}

/** Likes of the comments on a month's articles, by the comment's id. */
export async function likesOfMonth(
	db: VoiceDatabase,
	month: string,
): Promise<Readonly<Record<string, number>>> {
	const rows = await db
		.selectFrom("likes")
		.select(["comment", "count"])
		.where("month", "=", month)
		.orderBy("comment")
		.execute();
	return Object.fromEntries(rows.map(({ comment, count }) => [comment, count]));
}

const watchedName = "watched-words";

/** Words to watch, one per line, as the desk's users entered them. */
export async function watchedWords(db: VoiceDatabase): Promise<readonly string[]> {
	return ((await readNamed(db, watchedName)) ?? "").split("\n").filter(Boolean);
}

export async function setWatchedWords(db: VoiceDatabase, words: readonly string[]): Promise<void> {
	await writeNamed(
		db,
		watchedName,
		[...new Set(words.map((word) => word.trim()).filter(Boolean))].join("\n"),
	);
}
