/** Publishes texts on the readers' branch. */

import type { RefUpdate } from "../git/repository.ts";
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
			const { revision, text: pendingText } = entry.pending;
			const { path, published } = current;
			const { base } = revision.record;
			let text = pendingText;
			if (published && published.blob !== base) {
				const baseText = base === null ? null : ((await desk.textOf(base))?.text ?? null);
				const merged = mergeDocuments(path, baseText, text, published.text);
				if (merged.conflicts) {
					return { instead: await conflictWith(desk, current, merged.conflicts, "published") };
				}
				text = merged.text;
			}
			if (isDraftIn(path, text)) text = withoutField(path, text, "draft");
			// A picture that was cut or taken out again is no business of the readers.
			const files = new Map<string, TreeChange>(
				[...revision.assets].filter(([asset]) => text.includes(nameOf(asset))),
			);
			if (revision.record.removed.length > 0) {
				const uses = await fileUses(desk);
				for (const removed of revision.record.removed) {
					if (!files.has(removed) && !uses.isUsedByOthers(removed, current)) files.set(removed, null);
				}
			}
			const blob = await desk.repository.writeBlob(text);
			files.set(path, blob);
			const title = desk.titleOf(path, text);
			const subject = published && !isDraftIn(path, published.text) ? "update" : "publish";
			const writer = `${strings.commits.writer}: ${revision.record.owner.name}`;
			const newest = current.pending.revision;
			rest = undefined;
			if (newest.commit !== revision.commit) {
				const { record, assets } = newest;
				const unpublished = new Map([...assets].filter(([asset, bytes]) => files.get(asset) !== bytes));
				rest = await desk.pending.write(
					{
						entry,
						record: { ...record, base: blob },
						blob: newest.blob,
						assets: unpublished,
						parents: [newest.commit],
					},
					author,
					strings.commits.goesOn(title),
				);
			}
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
