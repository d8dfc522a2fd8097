import { existsSync } from "node:fs";
import { chmod, lstat, mkdir, readFile, realpath, rm, rmdir, stat, unlink } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { writeFileAtomically } from "../../disk/atomic-write.ts";
import { undefinedIfMissing } from "../../disk/undefined-if-missing.ts";
import { changeIndex } from "../git/change-index.ts";
import type { FileChange, Repository } from "../git/repository.ts";

/** The files of the readers' branch on the disk, for builds. */
export interface Follower {
	/** The content folder. */
	readonly directory: string;
	/** To be called before the changes are committed. Paths are those of the repository. */
	expect(from: string | undefined, changes: readonly FileChange[]): Promise<void>;
	/** Writes the changes to the disk. @returns paths that it had to leave unchanged */
	follow(to: string, changes: readonly FileChange[]): Promise<readonly string[]>;
	/** Finishes what a killed process left. @param tip the published commit */
	recover(tip: string | undefined): Promise<readonly string[]>;
	/** Takes in a commit that another program has made. */
	followOthers(tip: string): Promise<void>;
}

interface Journal {
	readonly changes: readonly FileChange[];
}

/**
 * The work tree of a developer. Only the affected files are updated, and only if they have no local changes. Their
 * entries in Git's index are updated too, so that the developer's next commit reverts nothing. Staged changes stay
 * staged.
 */
export class WorkTree implements Follower {
	readonly directory: string;
	readonly #repository: Repository;
	readonly #root: string;
	readonly #journal: string;
	/** Whether the branch is checked out; otherwise the files are not touched. */
	readonly #isCheckedOut: () => Promise<boolean>;
	/** Entries of the index that could not be updated because it was locked. */
	#owed: FileChange[] = [];

	constructor(
		repository: Repository,
		workTree: string,
		contentPath: string,
		dataDirectory: string,
		isCheckedOut: () => Promise<boolean>,
	) {
		this.#repository = repository;
		this.#root = workTree;
		this.directory = join(workTree, contentPath);
		this.#journal = join(dataDirectory, "work-tree.json");
		this.#isCheckedOut = isCheckedOut;
	}

	async expect(_from: string | undefined, changes: readonly FileChange[]): Promise<void> {
		await this.#note([...this.#owed, ...changes]);
	}

	async follow(_to: string, changes: readonly FileChange[]): Promise<readonly string[]> {
		const brought = new Map<string, boolean>();
		if (await this.#isCheckedOut()) {
			for (const change of changes) brought.set(change.path, await this.#bring(change));
			await this.#bringIndex(changes);
		}
		await this.#noteOwed();
		return [...brought].filter(([, isBrought]) => !isBrought).map(([path]) => path);
	}

	async recover(tip: string | undefined): Promise<readonly string[]> {
		const text = await readFile(this.#journal, "utf8").catch(undefinedIfMissing);
		if (text === undefined || tip === undefined) return [];
		let journal: Journal;
		try {
			journal = JSON.parse(text) as Journal;
		} catch {
			return [];
		}
		// If the last commit was never made, or the file has changed since, another text is published.
		const lasts = new Map<string, number>();
		for (const [at, { path, new: next }] of journal.changes.entries()) {
			const now = (await this.#repository.entryAt(tip, path))?.id ?? null;
			if (now === next) lasts.set(path, at);
		}
		return await this.follow(
			tip,
			journal.changes.filter(({ path }, at) => at <= (lasts.get(path) ?? -1)),
		);
	}

	/** Their files are left alone; pending updates of the index are tried again. */
	async followOthers(): Promise<void> {
		if (this.#owed.length === 0) return;
		await this.#bringIndex([]);
		await this.#noteOwed();
	}

	async #note(changes: readonly FileChange[]): Promise<void> {
		const journal: Journal = { changes };
		await writeFileAtomically(this.#journal, JSON.stringify(journal));
	}

	/** What the index is owed outlives this process. */
	async #noteOwed(): Promise<void> {
		if (this.#owed.length === 0) await rm(this.#journal, { force: true });
		else await this.#note(this.#owed);
	}

	async #bring({ path, old, new: next }: FileChange): Promise<boolean> {
		const file = join(this.#root, path);
		if (!(await this.#isInside(file))) return false;
		const before = await lstat(file).catch(() => undefined);
		if (before && !before.isFile()) return false;
		const bytes = before ? await readFile(file) : undefined;
		const id = bytes && this.#repository.blobId(bytes, next ?? old ?? "");
		if ((id ?? null) === next) return true;
		if ((id ?? null) !== old) return false;
		if (next === null) {
			await unlink(file);
			await removeEmptyFolders(dirname(file), this.#root);
			return true;
		}
		const content = await this.#repository.blob(next);
		if (!content) return false;
		const again = await lstat(file).catch(() => undefined);
		if (again?.mtimeMs !== before?.mtimeMs || again?.size !== before?.size) return false;
		await writeFileAtomically(file, content);
		if (before) await chmod(file, before.mode & 0o777);
		return true;
	}

	/** A symbolic link on the way would lead out of the work tree. */
	async #isInside(file: string): Promise<boolean> {
		let folder = dirname(file);
		while (!existsSync(folder)) folder = dirname(folder);
		const [real, root] = await Promise.all([realpath(folder), realpath(this.#root)]);
		return real === root || real.startsWith(root + sep);
	}

	async #bringIndex(changes: readonly FileChange[]): Promise<void> {
		const wanted = [...this.#owed, ...changes];
		this.#owed = [];
		if (wanted.length === 0) return;
		const change = (indexFile: string) => this.#changeEntries(indexFile, wanted);
		// Where the index is locked, it is updated the next time; the commit is made all the same.
		const isChanged = await changeIndex(this.#repository.gitDirectory, change).catch(() => false);
		if (!isChanged) this.#owed = wanted;
	}

	async #changeEntries(indexFile: string, wanted: readonly FileChange[]): Promise<void> {
		const call = { directory: this.#root, environment: { GIT_INDEX_FILE: indexFile } };
		const inWorkTree = ["--work-tree", this.#root];
		const paths = new Set(wanted.map(({ path }) => path));
		const listed = await this.#repository.run(
			[...inWorkTree, "ls-files", "--stage", "-z", "--", ...paths],
			call,
		);
		const staged = new Map<string, string | null>();
		for (const line of listed.toString("utf8").split("\0")) {
			const [head = "", path = ""] = line.split("\t");
			const [, id = "", stage] = head.split(" ");
			// During a developer's merge a path has several stages; then it is left alone.
			if (path !== "") staged.set(path, stage === "0" ? id : "");
		}
		const lines: string[] = [];
		for (const { path, old, new: next } of wanted) {
			if ((staged.get(path) ?? null) !== old) continue;
			staged.set(path, next);
			lines.push(
				next === null ? `0 ${"0".repeat(old?.length ?? 40)}\t${path}\0` : `100644 ${next} 0\t${path}\0`,
			);
		}
		if (lines.length === 0) return;
		await this.#repository.run([...inWorkTree, "update-index", "-z", "--index-info"], {
			...call,
			input: lines.join(""),
		});
	}
}

/** A folder with the files of a bare repository's branch. Nothing else writes there. */
export class ExportedTree implements Follower {
	readonly directory: string;
	readonly #repository: Repository;
	readonly #contentPath: string;
	readonly #stamp: string;
	#at: string | undefined;

	constructor(repository: Repository, contentPath: string, dataDirectory: string) {
		this.#repository = repository;
		this.#contentPath = contentPath;
		this.directory = join(dataDirectory, "content");
		this.#stamp = join(dataDirectory, "content.commit");
	}

	async expect(): Promise<void> {}

	/** Whatever it contains now, as others may have written to the branch too. */
	async follow(to: string): Promise<readonly string[]> {
		await mkdir(this.directory, { recursive: true });
		this.#at ??= (await readFile(this.#stamp, "utf8").catch(() => "")).trim();
		if (this.#at === to) return [];
		const from = this.#at === "" ? undefined : (await this.#repository.commit(this.#at))?.id;
		if (from === undefined) {
			await rm(this.directory, { recursive: true, force: true });
			await mkdir(this.directory, { recursive: true });
		}
		const changes = await this.#repository.differences(from, to, this.#contentPath);
		for (const { path, new: next } of changes) {
			const below = path.slice(this.#contentPath === "" ? 0 : this.#contentPath.length + 1);
			const file = join(this.directory, below);
			if (next === null) {
				await rm(file, { force: true });
				await removeEmptyFolders(dirname(file), this.directory);
				continue;
			}
			const content = await this.#repository.blob(next);
			if (!content) continue;
			const known = await stat(file).catch(() => undefined);
			if (known?.size === content.length && (await readFile(file)).equals(content)) continue;
			await writeFileAtomically(file, content);
		}
		await writeFileAtomically(this.#stamp, to);
		this.#at = to;
		return [];
	}

	async followOthers(tip: string): Promise<void> {
		await this.follow(tip);
	}

	async recover(tip: string | undefined): Promise<readonly string[]> {
		await mkdir(this.directory, { recursive: true });
		return tip === undefined ? [] : await this.follow(tip);
	}
}

async function removeEmptyFolders(folder: string, root: string): Promise<void> {
	for (let at = folder; at.startsWith(root + sep); at = dirname(at)) {
		try {
			await rmdir(at);
		} catch {
			return;
		}
	}
}
