/** Publishes texts on the readers' branch. */

import type { RefUpdate, Signature } from "../git/repository.ts";
import type { TreeChange } from "../git/trees.ts";
import type { Person } from "../people.ts";
import { mergeDocuments } from "../revisions/merge-documents.ts";
import { type CurrentEntry, type DeskContext, isDraftIn } from "./desk-context.ts";
import type { Conflict, Missing, Publication } from "./desk-store.ts";
import { archivedRevisions, archiveRevision } from "./draft-history.ts";
import { withoutField } from "./entry-document.ts";
import { fileUses } from "./file-uses.ts";
import type { PendingRevision } from "./pending-revisions.ts";
import { conflictWith } from "./saving.ts";
import { strings } from "./strings.ts";

/**
 * Publishes a pending text as `entry` has it, merged with what was published meanwhile. What was saved since goes on as
 * a change of the published text.
 */
export async function publishRevision(
	desk: DeskContext,
	entry: CurrentEntry,
	person: Pick<Person, "name" | "email">,
): Promise<Publication | Conflict | Missing> {
	const author = desk.signature(person);
	let rest: PendingRevision | undefined;
	const result = await desk.branch.publish<Conflict | Missing>(
		async () => {
			const current = await desk.look(entry);
			if (!current?.pending || !entry.pending) return { instead: { kind: "missing" } };
			const { revision } = entry.pending;
			const { path, published } = current;
			const merged = await mergedText(desk, current, entry.pending);
			if (typeof merged !== "string") return { instead: merged };
			const text = isDraftIn(path, merged) ? withoutField(path, merged, "draft") : merged;
			const files = await filesWith(desk, current, revision, text);
			const blob = await desk.repository.writeBlob(text);
			files.set(path, blob);
			const title = desk.titleOf(path, text);
			const subject = published && !isDraftIn(path, published.text) ? "update" : "publish";
			const writer = `${strings.commits.writer}: ${revision.record.owner.name}`;
			const newest = current.pending.revision;
			rest =
				newest.commit === revision.commit
					? undefined
					: await goOn(desk, entry, newest, { blob, files, title, author });
			return {
				files,
				message: `${strings.commits[subject](title)}\n\n${writer}\n`,
				refs: async (commit, branch) => [
					...(await archiveRevision(desk, revision, commit, title, author)),
					branch,
					desk.pending.updateOf(current, rest),
				],
			};
		},
		author,
		desk.follower,
	);
	if ("instead" in result) return result.instead;
	desk.pending.remember(entry, rest);
	await settle(desk, entry, result, person.name);
	return result;
}

type Pending = NonNullable<CurrentEntry["pending"]>;

/** The pending text with what was published since it was begun. */
async function mergedText(
	desk: DeskContext,
	current: CurrentEntry,
	{ revision, text }: Pending,
): Promise<string | Conflict> {
	const { path, published } = current;
	const { base } = revision.record;
	if (!published || published.blob === base) return text;
	const baseText = base === null ? null : ((await desk.textOf(base))?.text ?? null);
	const merged = mergeDocuments(path, baseText, text, published.text);
	return merged.conflicts ? await conflictWith(desk, current, merged.conflicts, "published") : merged.text;
}

/** The pictures and attachments that are published with a text, and those that go. */
async function filesWith(
	desk: DeskContext,
	current: CurrentEntry,
	{ assets, record }: PendingRevision,
	text: string,
): Promise<Map<string, TreeChange>> {
	// A picture that was cut or taken out again is no business of the readers.
	const files = new Map<string, TreeChange>([...assets].filter(([asset]) => text.includes(nameOf(asset))));
	if (record.removed.length === 0) return files;
	const uses = await fileUses(desk);
	for (const removed of record.removed) {
		if (!files.has(removed) && !uses.isUsedByOthers(removed, current)) files.set(removed, null);
	}
	return files;
}

/** Keeps what was saved after the published revision, as a change of the published text. */
async function goOn(
	desk: DeskContext,
	entry: CurrentEntry,
	newest: PendingRevision,
	made: {
		readonly blob: string;
		readonly files: ReadonlyMap<string, TreeChange>;
		readonly title: string;
		readonly author: Signature;
	},
): Promise<PendingRevision> {
	const { record, assets, blob, commit } = newest;
	const unpublished = new Map([...assets].filter(([asset, bytes]) => made.files.get(asset) !== bytes));
	return await desk.pending.write(
		{ entry, record: { ...record, base: made.blob }, blob, assets: unpublished, parents: [commit] },
		made.author,
		strings.commits.goesOn(made.title),
	);
}

/** Removes revisions that a process had published when it was killed. */
export async function finishPublications(desk: DeskContext): Promise<void> {
	const tip = await desk.branch.tip();
	if (tip === undefined) return;
	for (const revision of desk.pending.all) {
		const archived = await archivedRevisions(desk, revision);
		const made = archived.findLast((one) => one.revision === revision.commit)?.publication;
		if (made === undefined || !(await desk.repository.isAncestor(made, tip))) continue;
		const author = desk.signature({ name: strings.clock, email: "" });
		if (await desk.repository.updateRefs([desk.pending.updateOf(revision)], strings.clock, author)) {
			desk.pending.remember(revision);
		}
	}
}

/** Publishes given files: a withdrawal, a removal, a restored entry. */
export async function publishFiles(
	desk: DeskContext,
	entry: CurrentEntry,
	plan: {
		/** Computed from what is published at that moment; undefined if there is nothing left to do. */
		readonly files: (current: CurrentEntry) => Promise<ReadonlyMap<string, TreeChange> | undefined>;
		readonly message: string;
		readonly refs?: readonly RefUpdate[];
	},
	person: Pick<Person, "name" | "email">,
): Promise<Publication | undefined> {
	const result = await desk.branch.publish<undefined>(
		async () => {
			const current = await desk.look(entry);
			const files = current && (await plan.files(current));
			if (!files) return { instead: undefined };
			return { files, message: plan.message, refs: async (_, branch) => [...(plan.refs ?? []), branch] };
		},
		desk.signature(person),
		desk.follower,
	);
	if ("instead" in result) return undefined;
	await settle(desk, entry, result, person.name);
	return result;
}

async function settle(
	desk: DeskContext,
	entry: CurrentEntry,
	publication: Publication,
	by: string,
): Promise<void> {
	await desk.reindex(entry);
	if (desk.seen === publication.parent) desk.seen = publication.commit;
	desk.tellPublication(publication);
	desk.tell({ kind: "entry", collection: entry.collection, id: entry.id, by });
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}
