/**
 * Removes an entry from every commit of a repository, for cases in which the law requires that. Every later commit gets
 * another id, so remotes need a forced push afterwards, and clones must be replaced.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { commentsPath } from "../../content/index.ts";
import { type ArticleId, asArticleId, isArticleId } from "../../model/ids.ts";
import { type Commit, findRepository, type RefUpdate, type Repository } from "../git/repository.ts";
import type { TreeChange } from "../git/trees.ts";
import { withoutComment } from "./comments.ts";
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

export type ErasePlace = Pick<StoreOptions, "location" | "branch" | "now">;

/**
 * To be called while no desk runs. The entry must be deleted before, so the published content does not change.
 *
 * @throws {StoreFault} if the entry is still published, or a ref changed meanwhile; then nothing is changed
 */
export async function eraseEntry(place: ErasePlace, entry: EntryKey): Promise<Erased> {
	const path = pathOfEntry(entry);
	if (path === undefined) throw new StoreFault("not-a-repository", strings.erase.noEntry);
	return await erase(place, async (repository, readers) => {
		if ((await readers.blobAt(path)) !== undefined) throw new StoreFault("git", strings.erase.isThere);
		const isArticle = entry.collection === "articles" && isArticleId(entry.id);
		const besides = isArticle
			? [assetFolderOf(entry).replace(/\/$/, ""), commentsPath(asArticleId(entry.id))]
			: [];
		const inReaders = await Promise.all([path, ...besides].map((part) => readers.inRepository(part)));
		return new Rewriter(repository, {
			places: [...inReaders, `${entryName(entry)}.json`],
			draft: { entry, ownPlace: `files/${path}` },
		});
	});
}

/**
 * Removes what a reader wrote from every commit, where it has been taken down before. What others wrote about the
 * article stays.
 *
 * @param id of the comment
 * @throws {StoreFault} as eraseEntry, and where a commit has a file of comments that cannot be read
 */
export async function eraseComment(place: ErasePlace, article: ArticleId, id: string): Promise<Erased> {
	const path = commentsPath(article);
	return await erase(place, async (repository, readers) => {
		const blob = await readers.blobAt(path);
		const bytes = blob === undefined ? undefined : await repository.blob(blob);
		if (bytes && withoutComment(path, bytes, id) !== undefined) {
			throw new StoreFault("git", strings.erase.isOnPage);
		}
		const change = (before: Uint8Array) => withoutComment(path, before, id);
		return new Rewriter(repository, {
			places: [],
			edit: { place: await readers.inRepository(path), change },
		});
	});
}

async function erase(
	{ location, branch, now }: ErasePlace,
	plan: (repository: Repository, readers: ReadersBranch) => Promise<Rewriter>,
): Promise<Erased> {
	const found = await findRepository(location);
	if (!found) throw new StoreFault("not-a-repository", strings.erase.noEntry);
	const { repository } = found;
	try {
		if ((await repository.headBranch()) === undefined)
			throw new StoreFault("no-branch", strings.faults.noBranch);
		const rewriter = await plan(repository, new ReadersBranch(repository, branch, found.contentPath));
		const updates = await rewriter.updates();
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

interface Erasure {
	/** Files and folders that are removed. */
	readonly places: readonly string[];
	/** The entry whose drafts are removed as well: commits with a file at its own place. */
	readonly draft?: { readonly entry: EntryKey; readonly ownPlace: string };
	/** A file of which a part is removed. @returns null if nothing is left, undefined if it does not change */
	readonly edit?: {
		readonly place: string;
		readonly change: (before: Uint8Array) => string | null | undefined;
	};
}

/** Rewrites commits without some files. */
class Rewriter {
	made = 0;
	readonly #repository: Repository;
	readonly #erasure: Erasure;
	/** The new id of each commit; null for a removed one. */
	readonly #commits = new Map<string, string | null>();
	readonly #trees = new Map<string, string>();

	constructor(repository: Repository, erasure: Erasure) {
		this.#repository = repository;
		this.#erasure = erasure;
	}

	/** Rewrites the commits, and returns the changes of refs. */
	async updates(): Promise<RefUpdate[]> {
		const order = await this.#repository.text(["rev-list", "--topo-order", "--reverse", "--all"]);
		for (const id of order.split("\n")) if (id !== "") await this.#rewrite(id);
		const updates: RefUpdate[] = [];
		for (const [ref, old] of await this.#repository.refsBelow("refs/")) {
			const commit = await this.#repository.refCommit(ref);
			if (commit === undefined) continue;
			const next = this.#commits.get(commit) ?? null;
			const isTag = commit !== old;
			if (await this.#isTrash(commit)) updates.push({ ref, old, new: null });
			else if (next !== commit) updates.push({ ref, old, new: isTag ? null : next });
		}
		return updates;
	}

	async #rewrite(id: string): Promise<void> {
		const commit = await this.#repository.commit(id);
		if (!commit) return;
		const { draft } = this.#erasure;
		if (draft && (await this.#repository.entryAt(commit.tree, draft.ownPlace)) !== undefined) {
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
		for (const place of this.#erasure.places) {
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
		for (const place of this.#erasure.places) {
			const there = await this.#repository.entryAt(tree, place);
			if (there?.type === "blob") changes.set(place, null);
			else if (there?.type === "tree") {
				for (const { path } of await this.#repository.differences(undefined, tree, place))
					changes.set(path, null);
			}
		}
		const { edit } = this.#erasure;
		const file = edit && (await this.#repository.entryAt(tree, edit.place));
		if (edit && file?.type === "blob") {
			const after = edit.change(file.bytes);
			if (after !== undefined)
				changes.set(edit.place, after === null ? null : await this.#repository.writeBlob(after));
		}
		const next = changes.size === 0 ? tree : await this.#repository.editTree(tree, changes);
		this.#trees.set(tree, next);
		return next;
	}

	async #isTrash(commit: string): Promise<boolean> {
		const { draft } = this.#erasure;
		if (!draft) return false;
		const { collection, id } = draft.entry;
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
