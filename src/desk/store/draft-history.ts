/**
 * Keeps the drafts of published texts on one ref, `refs/desk/history`. The second parent of each of its commits is the
 * last commit of a revision. Its tree lists, for each entry, the revisions that were published. So a hundred thousand
 * published drafts need one ref only.
 */
import type { RefUpdate, Signature } from "../git/repository.ts";
import type { DeskContext } from "./desk-context.ts";
import type { EntryKey } from "./entry-paths.ts";
import { entryName, type PendingRevision } from "./pending-revisions.ts";
import { strings } from "./strings.ts";

const historyRef = "refs/desk/history";

/** A draft that was published. */
export interface ArchivedRevision {
	/** The last commit of the revision. */
	readonly revision: string;
	/** The commit on the readers' branch. */
	readonly publication: string;
}

/** The changes of refs that add a revision to the history. */
export async function archiveRevision(
	desk: DeskContext,
	revision: PendingRevision,
	publication: string,
	title: string,
	author: Signature,
): Promise<RefUpdate[]> {
	const { repository } = desk;
	const tip = await repository.refCommit(historyRef);
	const archived = [
		...(await archivedRevisions(desk, revision, tip)),
		{ revision: revision.commit, publication },
	];
	const file = await repository.writeBlob(`${JSON.stringify(archived, null, "\t")}\n`);
	const root = tip === undefined ? undefined : (await repository.commit(tip))?.tree;
	const tree = await repository.editTree(root, new Map([[fileOf(revision), file]]));
	const parents = [...(tip === undefined ? [] : [tip]), revision.commit];
	const commit = await repository.writeCommit({
		tree,
		parents,
		author,
		message: strings.commits.history(title),
	});
	return [{ ref: historyRef, old: tip ?? null, new: commit }];
}

/** The revisions of an entry that were published, oldest first. */
export async function archivedRevisions(
	desk: DeskContext,
	entry: EntryKey,
	tip?: string,
): Promise<readonly ArchivedRevision[]> {
	const at = tip ?? (await desk.repository.refCommit(historyRef));
	const file = at === undefined ? undefined : await desk.repository.entryAt(at, fileOf(entry));
	if (file?.type !== "blob") return [];
	try {
		return JSON.parse(file.bytes.toString("utf8")) as ArchivedRevision[];
	} catch {
		return [];
	}
}

function fileOf(entry: EntryKey): string {
	return `${entryName(entry)}.json`;
}
