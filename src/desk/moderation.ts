/** What people at the desk decide about readers' comments: the voice keeps them, and Git has those that are approved. */
import { type ArticleId, asIsoDateTime } from "../model/ids.ts";
import { toVietnamMoment } from "../text/index.ts";
import {
	commentsByIds,
	commentsIn,
	decide,
	forget,
	forgetOld,
	type StoredComment,
} from "../voice/comments/comments.ts";
import type { CommentState } from "../voice/store/tables.ts";
import type { Voice } from "../voice/voice.ts";
import type { Person } from "./people.ts";
import type { DeskStore } from "./store/index.ts";

export const decisions = ["approve", "reject", "remove", "undo"] as const;
export type Decision = (typeof decisions)[number];

/** From which states a decision leads, and to which. */
const steps: Readonly<
	Record<Decision, { readonly from: readonly CommentState[]; readonly to: CommentState }>
> = {
	approve: { from: ["waiting"], to: "approved" },
	reject: { from: ["waiting"], to: "rejected" },
	remove: { from: ["approved"], to: "removed" },
	undo: { from: ["approved", "rejected", "removed"], to: "waiting" },
};

export interface ModerationOptions {
	readonly voice: Voice;
	readonly store: Pick<DeskStore, "changeComments">;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
}

/**
 * Decides about comments. Git comes first: what a killed process leaves half done can be decided once more.
 *
 * @returns the ids that it was done for; others were decided by somebody else meanwhile
 */
export async function decideComments(
	{ voice, store, clock }: ModerationOptions,
	decision: Decision,
	ids: readonly string[],
	person: Pick<Person, "name" | "email">,
	reason?: string,
): Promise<readonly string[]> {
	const db = await voice.database();
	const { from, to } = steps[decision];
	const found = (await commentsByIds(db, ids)).filter(({ state }) => from.includes(state));
	for (const [article, own] of byArticle(found)) {
		const isPublished = own.some(({ state }) => state === "approved");
		if (to === "approved") await publish(store, article, own, person);
		else if (isPublished) await unpublish(store, article, own, person);
	}
	const done = found.map(({ id }) => id);
	await decide(db, clock(), done, { state: to, by: person.name, reason });
	return done;
}

/** Takes from the pages what readers have taken back, and forgets what is old. */
export async function sweepComments({ voice, store, clock }: ModerationOptions, by: string): Promise<void> {
	const db = await voice.database();
	const leaving = await commentsIn(db, "leaving", 500);
	for (const [article, own] of byArticle(leaving)) {
		await unpublish(store, article, own, { name: by, email: "" });
		const ids = own.map(({ id }) => id);
		await forget(db, ids);
	}
	await forgetOld(db, clock());
}

async function publish(
	store: ModerationOptions["store"],
	article: ArticleId,
	comments: readonly StoredComment[],
	person: Pick<Person, "name" | "email">,
): Promise<void> {
	const ids = new Set(comments.map(({ id }) => id));
	const added = comments.map(({ id, at, name, text }) => ({
		id,
		date: asIsoDateTime(toVietnamMoment(at)),
		name,
		text,
	}));
	await store.changeComments(
		article,
		(known) => [...known.filter(({ id }) => !ids.has(id)), ...added],
		person,
	);
}

async function unpublish(
	store: ModerationOptions["store"],
	article: ArticleId,
	comments: readonly StoredComment[],
	person: Pick<Person, "name" | "email">,
): Promise<void> {
	const ids = new Set(comments.map(({ id }) => id));
	await store.changeComments(article, (known) => known.filter(({ id }) => !ids.has(id)), person);
}

/** Comments by the article that they are about, in their order. */
export function byArticle(
	comments: readonly StoredComment[],
): ReadonlyMap<ArticleId, readonly StoredComment[]> {
	const groups = new Map<ArticleId, StoredComment[]>();
	for (const comment of comments)
		groups.set(comment.article, [...(groups.get(comment.article) ?? []), comment]);
	return groups;
}
