/**
 * Removes an entry from every commit of a repository, for cases in which the law requires that. Every later commit gets
 * another id, so remotes need a forced push afterwards, and clones must be replaced.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Commit, findRepository, type RefUpdate, type Repository } from "../git/repository.ts";
import type { TreeChange } from "../git/trees.ts";
import { StoreFault, type StoreOptions } from "./desk-store.ts";
import { assetFolderOf, type EntryKey, pathOfEntry } from "./entry-paths.ts";
import { entryName } from "./pending-revisions.ts";
import { ReadersBranch } from "./readers-branch.ts";
import { strings } from "./strings.ts";

export interface Erased {
	/** Refs that point to other commits now. */
	readonly changed: readonly string[];
	/** Refs that were deleted: the entry's revisions, the trash, annotated tags. */
	readonly removed: readonly string[];
	/** Commits that were rewritten. */
	readonly commits: number;
}

/**
 * To be called while no desk runs. The entry must be deleted before, so the published content does not change.
 *
 * @throws {StoreFault} if the entry is still published, or a ref changed meanwhile; then nothing is changed
 */
export async function eraseEntry(
	{ location, branch, now }: Pick<StoreOptions, "location" | "branch" | "now">,
	entry: EntryKey,
): Promise<Erased> {
	const found = await findRepository(location);
	const path = pathOfEntry(entry);
	if (!found || path === undefined) throw new StoreFault("not-a-repository", strings.erase.noEntry);
	const { repository } = found;
	try {
		const readers = new ReadersBranch(repository, branch, found.contentPath);
		if ((await repository.headBranch()) === undefined)
			throw new StoreFault("no-branch", strings.faults.noBranch);
		if ((await readers.blobAt(path)) !== undefined) throw new StoreFault("git", strings.erase.isThere);
		const folder = entry.collection === "articles" ? assetFolderOf(entry).replace(/\/$/, "") : undefined;
		const below = folder === undefined ? [path] : [path, folder];
		const inReaders = await Promise.all(below.map((part) => readers.inRepository(part)));
		const rewriter = new Rewriter(repository, {
			places: [...inReaders, `${entryName(entry)}.json`],
			ownPlace: `files/${path}`,
		});
		const updates = await rewriter.updates(entry);
		const author = { name: strings.clock, email: "", at: now() };
		if (updates.length > 0 && !(await repository.updateRefs(updates, strings.clock, author))) {
			throw new StoreFault("git", strings.faults.branchKeepsMoving);
		}
		await forgetOldObjects(repository);
		const named = (isGone: boolean) =>
			updates.filter((update) => (update.new === null) === isGone).map(({ ref }) => ref);
		return { changed: named(false), removed: named(true), commits: rewriter.made };
	} finally {
		repository.close();
	}
}

/** Rewrites commits without some files. */
class Rewriter {
	made = 0;
	readonly #repository: Repository;
	/** Files and folders that are removed. */
	readonly #places: readonly string[];
	/** A commit with a file here is a draft of the entry, and is removed completely. */
	readonly #ownPlace: string;
	/** The new id of each commit; null for a removed one. */
	readonly #commits = new Map<string, string | null>();
	readonly #trees = new Map<string, string>();

	constructor(
		repository: Repository,
		{ places, ownPlace }: { readonly places: readonly string[]; readonly ownPlace: string },
	) {
		this.#repository = repository;
		this.#places = places;
		this.#ownPlace = ownPlace;
	}

	/** Rewrites the commits, and returns the changes of refs. */
	async updates(entry: EntryKey): Promise<RefUpdate[]> {
		const order = await this.#repository.text(["rev-list", "--topo-order", "--reverse", "--all"]);
		for (const id of order.split("\n")) if (id !== "") await this.#rewrite(id);
		const updates: RefUpdate[] = [];
		for (const [ref, old] of await this.#repository.refsBelow("refs/")) {
			const commit = await this.#repository.refCommit(ref);
			if (commit === undefined) continue;
			const next = this.#commits.get(commit) ?? null;
			const isTag = commit !== old;
			if (await this.#isTrashOf(commit, entry)) updates.push({ ref, old, new: null });
			else if (next !== commit) updates.push({ ref, old, new: isTag ? null : next });
		}
		return updates;
	}

	async #rewrite(id: string): Promise<void> {
		const commit = await this.#repository.commit(id);
		if (!commit) return;
		if ((await this.#repository.entryAt(commit.tree, this.#ownPlace)) !== undefined) {
			this.#commits.set(id, null);
			return;
		}
		const parents = commit.parents.flatMap((parent) => this.#commits.get(parent) ?? []);
		const tree = await this.#without(commit.tree);
		const isSame = tree === commit.tree && parents.join() === commit.parents.join();
		if (isSame) {
			this.#commits.set(id, id);
			return;
		}
		const message = (await this.#concerns(commit)) ? strings.erase.message : commit.message;
		const next = await this.#repository.writeCommit({ tree, parents, author: commit.author, message });
		this.#commits.set(id, next);
		this.made += 1;
	}

	/** Whether a commit has changed an erased file, so that its message may mention it. */
	async #concerns({ tree, parents }: Commit): Promise<boolean> {
		const [parent] = parents;
		const before = parent === undefined ? undefined : (await this.#repository.commit(parent))?.tree;
		for (const place of this.#places) {
			const now = (await this.#repository.entryAt(tree, place))?.id;
			if (now !== (before === undefined ? undefined : (await this.#repository.entryAt(before, place))?.id))
				return true;
		}
		return false;
	}

	async #without(tree: string): Promise<string> {
		const known = this.#trees.get(tree);
		if (known !== undefined) return known;
		const changes = new Map<string, TreeChange>();
		for (const place of this.#places) {
			const there = await this.#repository.entryAt(tree, place);
			if (there?.type === "blob") changes.set(place, null);
			else if (there?.type === "tree") {
				for (const { path } of await this.#repository.differences(undefined, tree, place))
					changes.set(path, null);
			}
		}
		const next = changes.size === 0 ? tree : await this.#repository.editTree(tree, changes);
		this.#trees.set(tree, next);
		return next;
	}

	async #isTrashOf(commit: string, { collection, id }: EntryKey): Promise<boolean> {
		const record = await this.#repository.entryAt(commit, "trash.json");
		if (record?.type !== "blob") return false;
		try {
			const read = JSON.parse(record.bytes.toString("utf8")) as Partial<EntryKey>;
			return read.collection === collection && read.id === id;
		} catch {
			return false;
		}
	}
}

async function forgetOldObjects(repository: Repository): Promise<void> {
	for (const name of ["FETCH_HEAD", "ORIG_HEAD"])
		await rm(join(repository.gitDirectory, name), { force: true });
	await repository.run(["reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all"]);
	await repository.run(["gc", "--quiet", "--prune=now"]);
}
