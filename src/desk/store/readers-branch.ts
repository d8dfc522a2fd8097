import { GitError } from "../git/git-process.ts";
import type { FileChange, RefUpdate, Repository, Signature } from "../git/repository.ts";
import type { TreeChange } from "../git/trees.ts";
import { type Publication, StoreFault } from "./desk-store.ts";
import { strings } from "./strings.ts";
import type { Follower } from "./work-tree.ts";

/** A change of published texts, computed for one tip of the branch. */
export interface PlannedPublication {
	/** Blobs by path below the content folder; null removes a file. */
	readonly files: ReadonlyMap<string, TreeChange>;
	readonly message: string;
	/**
	 * Refs that change with it, all or none, in the order in which Git writes them; deletions come last. If Git is
	 * killed between two, the next start completes the rest from those before `branch`.
	 */
	readonly refs?: (commit: string, branch: RefUpdate) => Promise<readonly RefUpdate[]>;
}

const mostTries = 40;

/** The branch with everything that is published. Others may write to it too, at any time. */
export class ReadersBranch {
	readonly #repository: Repository;
	readonly #chosen: string | undefined;
	#remembered: string | undefined;
	#contentPath: string | undefined;

	/** @param contentPath the content folder in the repository; by default found in its tree */
	constructor(repository: Repository, chosen: string | undefined, contentPath: string | undefined) {
		this.#repository = repository;
		this.#chosen = chosen === undefined ? undefined : wholeName(chosen);
		this.#contentPath = contentPath;
	}

	/** Its full name: `refs/heads/main`. That of HEAD, or the last branch that HEAD was on. */
	async ref(): Promise<string> {
		if (this.#chosen !== undefined) return this.#chosen;
		const head = await this.#repository.headBranch();
		if (head !== undefined) {
			this.#remembered = head;
			return head;
		}
		this.#remembered ??= await this.#onlyBranch();
		return this.#remembered;
	}

	/** Whether the work tree, if there is one, has this branch checked out. */
	async isCheckedOut(): Promise<boolean> {
		return (await this.#repository.headBranch()) === (await this.ref());
	}

	/** The newest commit; undefined before the first. */
	async tip(): Promise<string | undefined> {
		return await this.#repository.refCommit(await this.ref());
	}

	/** The content folder in the repository: `content`, or empty. */
	async contentPath(): Promise<string> {
		if (this.#contentPath === undefined) {
			const tip = await this.tip();
			if (tip === undefined) return "content";
			const isAtRoot =
				(await this.#repository.entryAt(tip, "site.yml")) !== undefined ||
				(await this.#repository.entryAt(tip, "articles")) !== undefined;
			this.#contentPath = isAtRoot ? "" : "content";
		}
		return this.#contentPath;
	}

	/** The path in the repository of a path below the content folder. */
	async inRepository(path: string): Promise<string> {
		const folder = await this.contentPath();
		return folder === "" ? path : `${folder}/${path}`;
	}

	/** The blob of a file below the content folder; undefined if it is not published. */
	async blobAt(path: string, commit?: string): Promise<string | undefined> {
		const at = commit ?? (await this.tip());
		if (at === undefined) return undefined;
		const entry = await this.#repository.entryAt(at, await this.inRepository(path));
		return entry?.type === "blob" ? entry.id : undefined;
	}

	/**
	 * Commits what `plan` returns, on top of the newest commit. If another writer was faster, `plan` is called again.
	 *
	 * @param plan returns another value if nothing is to be published
	 */
	async publish<Other>(
		plan: (tip: string | undefined) => Promise<PlannedPublication | { readonly instead: Other }>,
		author: Signature,
		follower: Follower,
	): Promise<Publication | { readonly instead: Other }> {
		const ref = await this.ref();
		for (let attempt = 1; attempt <= mostTries; attempt++) {
			const tip = await this.#repository.refCommit(ref);
			const planned = await plan(tip);
			if ("instead" in planned) return planned;
			const changes = await this.#changesOf(planned.files, tip);
			const tree = await this.#repository.editTree(
				tip === undefined ? undefined : (await this.#repository.commit(tip))?.tree,
				new Map(changes.map((change) => [change.path, change.new])),
			);
			const commit = await this.#repository.writeCommit({
				tree,
				parents: tip === undefined ? [] : [tip],
				author,
				message: planned.message,
			});
			const branch = { ref, old: tip ?? null, new: commit };
			const refs = (await planned.refs?.(commit, branch)) ?? [branch];
			await follower.expect(tip, changes);
			const [subject = ""] = planned.message.split("\n");
			if (!(await this.#repository.updateRefs(refs, subject, author))) continue;
			const left = await follower.follow(commit, changes);
			const folder = await this.contentPath();
			const below = (path: string) => (folder === "" ? path : path.slice(folder.length + 1));
			return {
				commit,
				parent: tip,
				paths: changes.map(({ path }) => below(path)),
				notFollowed: left.map(below),
			};
		}
		throw new StoreFault("git", strings.faults.branchKeepsMoving);
	}

	async #changesOf(
		files: ReadonlyMap<string, TreeChange>,
		tip: string | undefined,
	): Promise<readonly FileChange[]> {
		const changes: FileChange[] = [];
		for (const [path, blob] of files) {
			const old = (tip === undefined ? undefined : await this.blobAt(path, tip)) ?? null;
			if (old !== blob) changes.push({ path: await this.inRepository(path), old, new: blob });
		}
		return changes;
	}

	async #onlyBranch(): Promise<string> {
		const branches = [...(await this.#repository.refsBelow("refs/heads/")).keys()];
		const known = ["refs/heads/main", "refs/heads/master"].find((name) => branches.includes(name));
		const branch = known ?? (branches.length === 1 ? branches[0] : undefined);
		if (branch === undefined) throw new StoreFault("no-branch", strings.faults.noBranch);
		return branch;
	}
}

function wholeName(branch: string): string {
	return branch.startsWith("refs/") ? branch : `refs/heads/${branch}`;
}

/** Turns errors of Git into errors of the desk. */
export function asFault(error: unknown): unknown {
	const code = (error as NodeJS.ErrnoException | undefined)?.code;
	if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
		return new StoreFault("disk-full", strings.faults.diskFull, { cause: error });
	}
	if (!(error instanceof GitError)) return error;
	if (error.isDiskFull) return new StoreFault("disk-full", strings.faults.diskFull, { cause: error });
	if (error.isLocked) return new StoreFault("locked", strings.faults.locked, { cause: error });
	return new StoreFault("git", strings.faults.git(error.message), { cause: error });
}
