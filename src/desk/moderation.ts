/** Decisions about readers' comments. The voice's database has all comments, Git the approved ones. */
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

/** The states in which a decision is possible, and the state that follows. */
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
 * Decides about comments. Git is written first, so a decision that a killed process left half done can be repeated.
 *
 * @returns the ids that were decided; for the others, another person was faster
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

/** Removes comments from pages that their readers have withdrawn, and deletes old ones. */
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

/** Comments by article, in their order. */
export function byArticle(
	comments: readonly StoredComment[],
): ReadonlyMap<ArticleId, readonly StoredComment[]> {
	const groups = new Map<ArticleId, StoredComment[]>();
	for (const comment of comments)
		groups.set(comment.article, [...(groups.get(comment.article) ?? []), comment]);
	return groups;
}
