import type { RefUpdate, Repository, Signature } from "../git/repository.ts";
import type { TreeChange } from "../git/trees.ts";
import { type RevisionRecord, readRecord, writeRecord } from "../revisions/revision-record.ts";
import { type EntryKey, entryAtPath, pathOfEntry } from "./entry-paths.ts";

/** An unpublished text as in its newest commit. */
export interface PendingRevision extends EntryKey {
	readonly path: string;
	readonly commit: string;
	readonly record: RevisionRecord;
	/** The document. */
	readonly blob: string;
	/** New files that came with it, by their paths below the content folder. */
	readonly assets: ReadonlyMap<string, string>;
}

const revisionRefs = "refs/desk/revisions/";
const recordFile = "revision.json";
const filesFolder = "files";
/** Keeps the base text of a revision for as long as the revision exists. */
const baseFile = "base";

function refOfRevision({ collection, id }: EntryKey): string {
	return `${revisionRefs}${collection}/${id}`;
}

export function entryName({ collection, id }: EntryKey): string {
	return `${collection}/${id}`;
}

/** The pending revisions of a repository, each on a separate ref, cached in memory. */
export class PendingRevisions {
	readonly #repository: Repository;
	readonly #byName = new Map<string, PendingRevision>();

	constructor(repository: Repository) {
		this.#repository = repository;
	}

	get all(): readonly PendingRevision[] {
		return [...this.#byName.values()];
	}

	get(entry: EntryKey): PendingRevision | undefined {
		return this.#byName.get(entryName(entry));
	}

	/** Reads the refs again. @returns the entries whose revision has changed */
	async reload(): Promise<EntryKey[]> {
		const refs = await this.#repository.refsBelow(revisionRefs);
		const changed: EntryKey[] = [];
		for (const revision of this.all) {
			if (refs.has(refOfRevision(revision))) continue;
			this.#byName.delete(entryName(revision));
			changed.push(revision);
		}
		for (const [ref, commit] of refs) {
			const name = ref.slice(revisionRefs.length);
			if (this.#byName.get(name)?.commit === commit) continue;
			const revision = await this.read(commit);
			if (!revision || entryName(revision) !== name) continue;
			this.#byName.set(name, revision);
			changed.push(revision);
		}
		return changed;
	}

	/** A revision by a commit of its ref, present or former; undefined where the commit is something else. */
	async read(commit: string): Promise<PendingRevision | undefined> {
		const read = await this.#repository.commit(commit);
		if (!read) return undefined;
		const root = await this.#repository.tree(read.tree);
		const recordId = root.get(recordFile)?.id;
		const filesId = root.get(filesFolder)?.id;
		const bytes = recordId === undefined ? undefined : await this.#repository.blob(recordId);
		const record = bytes && readRecord(bytes);
		if (!record || filesId === undefined) return undefined;
		const files = await this.#filesBelow(filesId, "");
		for (const [path, blob] of files) {
			const entry = entryAtPath(path);
			if (!entry) continue;
			files.delete(path);
			return { ...entry, path, commit, record, blob, assets: files };
		}
		return undefined;
	}

	/**
	 * Stores a revision's next commit. The caller changes its ref with `updateOf`.
	 *
	 * @param assets blobs of all files that come with it
	 */
	async write(
		revision: {
			readonly entry: EntryKey;
			readonly record: RevisionRecord;
			readonly blob: string;
			readonly assets: ReadonlyMap<string, string>;
			readonly parents: readonly string[];
		},
		author: Signature,
		message: string,
	): Promise<PendingRevision> {
		const { entry, record, blob, assets, parents } = revision;
		const path = pathOfEntry(entry);
		if (path === undefined) throw new Error(`No path for ${entryName(entry)}`);
		const files = new Map<string, TreeChange>([
			[recordFile, await this.#repository.writeBlob(writeRecord(record))],
			[`${filesFolder}/${path}`, blob],
		]);
		if (record.base !== null) files.set(baseFile, record.base);
		for (const [assetPath, asset] of assets) files.set(`${filesFolder}/${assetPath}`, asset);
		const tree = await this.#repository.editTree(undefined, files);
		const commit = await this.#repository.writeCommit({ tree, parents, author, message });
		return { ...entry, path, commit, record, blob, assets };
	}

	/** The change of an entry's ref. @param next absent if the revision is removed */
	updateOf(entry: EntryKey, next?: PendingRevision): RefUpdate {
		return {
			ref: refOfRevision(entry),
			old: this.get(entry)?.commit ?? null,
			new: next?.commit ?? null,
		};
	}

	/** Updates the cache after a change from `updateOf` was made. */
	remember(entry: EntryKey, next?: PendingRevision): void {
		if (next) this.#byName.set(entryName(entry), next);
		else this.#byName.delete(entryName(entry));
	}

	async #filesBelow(tree: string, folder: string): Promise<Map<string, string>> {
		const files = new Map<string, string>();
		for (const [name, { mode, id }] of await this.#repository.tree(tree)) {
			const path = folder === "" ? name : `${folder}/${name}`;
			if (mode !== "40000") files.set(path, id);
			else for (const [below, blob] of await this.#filesBelow(id, path)) files.set(below, blob);
		}
		return files;
	}
}
