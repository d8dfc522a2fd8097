import { createHash } from "node:crypto";
import { statSync, unlinkSync } from "node:fs";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { removeDeadIndexLocks } from "./change-index.ts";
import { type GitCall, GitError, gitText, runGit } from "./git-process.ts";
import { type GitObject, ObjectReader } from "./object-reader.ts";
import { isUnfinished, ObjectWriter } from "./object-writer.ts";
import { editTree, readTree, type TreeChange, type TreeEntry, type TreeWriter } from "./trees.ts";

/** The author of a commit. */
export interface Signature {
	readonly name: string;
	readonly email: string;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** A change of a ref. `old`: the commit that it must have now; null if it must not exist yet. */
export interface RefUpdate {
	readonly ref: string;
	readonly old: string | null;
	/** Null removes it. */
	readonly new: string | null;
}

export interface Commit {
	readonly id: string;
	readonly tree: string;
	readonly parents: readonly string[];
	readonly author: Signature;
	readonly message: string;
}

/** A path that differs between two trees; a blob is null if there is no plain file. */
export interface FileChange {
	readonly path: string;
	readonly old: string | null;
	readonly new: string | null;
}

/** Git's processes hold a lock for milliseconds. An older lock is left from a killed process. */
const deadLockAge = 10_000;
const lockTries = 60;
/** Another desk of the same repository may be writing. */
const leftoverAge = 600_000;
/** The empty tree, which Git knows without storing it, by the length of ids. */
const emptyTrees: Readonly<Record<number, string>> = {
	40: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
	64: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
};
const vietnamZone = "+0700";

/** A repository: the `.git` folder, or a bare repository. */
export class Repository implements TreeWriter {
	/** Absolute. */
	readonly gitDirectory: string;
	/** Absolute; undefined for a bare repository. */
	readonly workTree: string | undefined;
	readonly #reader: ObjectReader;
	readonly #writer: ObjectWriter;

	constructor(gitDirectory: string, workTree: string | undefined) {
		this.gitDirectory = gitDirectory;
		this.workTree = workTree;
		this.#reader = new ObjectReader(gitDirectory);
		this.#writer = new ObjectWriter(gitDirectory);
	}

	get reader(): ObjectReader {
		return this.#reader;
	}

	run(args: readonly string[], call: GitCall = {}): Promise<Buffer> {
		return runGit(["--git-dir", this.gitDirectory, ...args], call);
	}

	text(args: readonly string[], call: GitCall = {}): Promise<string> {
		return gitText(["--git-dir", this.gitDirectory, ...args], call);
	}

	/** The full name of HEAD's branch (`refs/heads/main`); undefined if HEAD is detached. */
	async headBranch(): Promise<string | undefined> {
		const head = await readFile(join(this.gitDirectory, "HEAD"), "utf8");
		const ref = /^ref: (.+)\n?$/.exec(head)?.[1];
		// With reftables, the file does not have the branch.
		if (ref !== "refs/heads/.invalid") return ref;
		return await this.text(["symbolic-ref", "--quiet", "HEAD"]).catch(() => undefined);
	}

	/** The commit of a ref; undefined if there is no such ref. */
	async refCommit(ref: string): Promise<string | undefined> {
		return (await this.#reader.read(`${ref}^{commit}`))?.id;
	}

	/** Refs below a prefix (`refs/desk/`) with their commits. */
	async refsBelow(prefix: string): Promise<Map<string, string>> {
		const lines = await this.text(["for-each-ref", "--format=%(objectname) %(refname)", prefix]);
		const refs = new Map<string, string>();
		for (const line of lines.split("\n")) {
			const space = line.indexOf(" ");
			if (space !== -1) refs.set(line.slice(space + 1), line.slice(0, space));
		}
		return refs;
	}

	/** Undefined if the object is missing or not a commit. */
	async commit(id: string): Promise<Commit | undefined> {
		const object = await this.#reader.read(id);
		return object?.type === "commit" ? parseCommit(object) : undefined;
	}

	async blob(id: string): Promise<Buffer | undefined> {
		const object = await this.#reader.read(id);
		return object?.type === "blob" ? object.bytes : undefined;
	}

	/** What is at a path of a commit or tree; undefined if nothing is. */
	async entryAt(commitOrTree: string, path: string): Promise<GitObject | undefined> {
		return await this.#reader.read(path === "" ? `${commitOrTree}^{tree}` : `${commitOrTree}:${path}`);
	}

	async tree(id: string): Promise<Map<string, TreeEntry>> {
		return await readTree(this.#reader, id);
	}

	/** Stores a file's bytes. @returns the blob */
	async writeBlob(bytes: Uint8Array | string): Promise<string> {
		return await this.#writer.writeBlob(bytes);
	}

	async writeTree(entries: ReadonlyMap<string, TreeEntry>): Promise<string> {
		return await this.#writer.writeTree(entries);
	}

	/** @returns a tree; the empty tree if no file is left */
	async editTree(root: string | undefined, changes: ReadonlyMap<string, TreeChange>): Promise<string> {
		return (await editTree(this.#reader, this, root, changes)) ?? (await this.writeTree(new Map()));
	}

	async writeCommit(commit: {
		readonly tree: string;
		readonly parents: readonly string[];
		readonly author: Signature;
		readonly message: string;
	}): Promise<string> {
		const { name, email, at } = commit.author;
		const person = `${nameInCommit(name)} <${emailInCommit(email)}> ${Math.floor(at / 1000)} ${vietnamZone}`;
		const lines = [
			`tree ${commit.tree}`,
			...commit.parents.map((parent) => `parent ${parent}`),
			`author ${person}`,
			`committer ${person}`,
		];
		return await this.#writer.writeCommit(
			`${lines.join("\n")}\n\n${commit.message.replaceAll("\0", "").trim()}\n`,
		);
	}

	/**
	 * Changes refs, all or none, if each still has its expected value.
	 *
	 * @returns false if one does not
	 */
	async updateRefs(updates: readonly RefUpdate[], reason: string, author: Signature): Promise<boolean> {
		const none = "0".repeat(this.#idLength(updates));
		const commands = updates.map(({ ref, old, new: next }) =>
			next === null ? `delete ${ref}\0${old ?? none}\0` : `update ${ref}\0${next}\0${old ?? none}\0`,
		);
		const input = ["start\0", ...commands, "prepare\0", "commit\0"].join("");
		// The reflog needs a committer.
		const environment = {
			GIT_COMMITTER_NAME: nameInCommit(author.name),
			GIT_COMMITTER_EMAIL: emailInCommit(author.email),
			GIT_COMMITTER_DATE: `${Math.floor(author.at / 1000)} ${vietnamZone}`,
		};
		for (let attempt = 1; ; attempt++) {
			try {
				await this.run(["update-ref", "-m", reason, "--stdin", "-z"], { input, environment });
				return true;
			} catch (error) {
				if (!(error instanceof GitError)) throw error;
				if (error.isRefMoved) return false;
				if (!error.isLocked || attempt === lockTries) throw error;
				removeDeadLock(error.stderr);
				await wait(50 + attempt * 10);
			}
		}
	}

	/** Whether a commit equals another or is its ancestor. */
	async isAncestor(commit: string, of: string): Promise<boolean> {
		try {
			await this.run(["merge-base", "--is-ancestor", commit, of]);
			return true;
		} catch (error) {
			if (error instanceof GitError && (error.status === 1 || error.status === 128)) return false;
			throw error;
		}
	}

	/** Files that differ between two commits or trees, below a folder. @param from undefined for nothing */
	async differences(from: string | undefined, to: string, folder: string): Promise<FileChange[]> {
		const old = from ?? emptyTrees[to.length];
		if (old === undefined) throw new Error(`Not an id: ${to}`);
		const below = folder === "" ? [] : ["--", folder];
		const raw = await this.run([
			"diff-tree",
			"-r",
			"-z",
			"--raw",
			"--no-renames",
			"--full-index",
			old,
			to,
			...below,
		]);
		return parseDifferences(raw.toString("utf8")).filter((change) => change.old !== change.new);
	}

	/** The blob id of some bytes, stored or not. */
	blobId(bytes: Uint8Array, like: string): string {
		const algorithm = like.length === 64 ? "sha256" : "sha1";
		return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
	}

	/** Removes temporary files and locks of killed processes. */
	async removeLeftovers(): Promise<void> {
		await removeDeadIndexLocks(this.gitDirectory);
		for (const name of await readdir(this.gitDirectory)) {
			if (!isUnfinished(name)) continue;
			const file = join(this.gitDirectory, name);
			const age = Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now());
			if (age > leftoverAge) await rm(file, { force: true });
		}
	}

	close(): void {
		this.#reader.close();
		this.#writer.close();
	}

	#idLength(updates: readonly RefUpdate[]): number {
		const [first] = updates.flatMap(({ old, new: next }) => [old, next]).filter((id) => id !== null);
		return first?.length ?? 40;
	}
}

/**
 * Finds the repository of a folder.
 *
 * @returns undefined if the folder is in none
 */
export async function findRepository(
	location: { readonly content: string } | { readonly repository: string },
): Promise<{ readonly repository: Repository; readonly contentPath: string | undefined } | undefined> {
	if ("repository" in location) {
		const directory = resolve(location.repository);
		try {
			const gitDirectory = await gitText(["--git-dir", directory, "rev-parse", "--absolute-git-dir"]);
			return { repository: new Repository(gitDirectory, undefined), contentPath: undefined };
		} catch (error) {
			if (error instanceof GitError) return undefined;
			throw error;
		}
	}
	const directory = resolve(location.content);
	try {
		const answer = await gitText(["rev-parse", "--absolute-git-dir", "--show-toplevel", "--show-prefix"], {
			directory,
		});
		const [gitDirectory = "", workTree = "", prefix = ""] = answer.split("\n");
		if (gitDirectory === "" || workTree === "") return undefined;
		return { repository: new Repository(gitDirectory, workTree), contentPath: prefix.replace(/\/$/, "") };
	} catch (error) {
		if (error instanceof GitError) return undefined;
		throw error;
	}
}

function parseCommit({ id, bytes }: GitObject): Commit {
	const text = bytes.toString("utf8");
	const end = text.indexOf("\n\n");
	const lines = text.slice(0, end === -1 ? text.length : end).split("\n");
	const valuesOf = (name: string) =>
		lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
	const author = /^(.*?) ?<([^>]*)> (\d+)/.exec(valuesOf("author")[0] ?? "");
	return {
		id,
		tree: valuesOf("tree")[0] ?? "",
		parents: valuesOf("parent"),
		author: { name: author?.[1] ?? "", email: author?.[2] ?? "", at: Number(author?.[3] ?? 0) * 1000 },
		message: end === -1 ? "" : text.slice(end + 2),
	};
}

/** @param raw what `git diff-tree -r -z --raw` prints */
export function parseDifferences(raw: string): FileChange[] {
	const parts = raw.split("\0");
	const changes: FileChange[] = [];
	for (let at = 0; at + 1 < parts.length; at += 2) {
		const [oldMode = "", newMode = "", old = "", next = ""] = (parts[at] ?? "").slice(1).split(" ");
		const path = parts[at + 1] ?? "";
		changes.push({
			path,
			old: isFileMode(oldMode) ? old : null,
			new: isFileMode(newMode) ? next : null,
		});
	}
	return changes;
}

function isFileMode(mode: string): boolean {
	return mode.startsWith("100");
}

/** Git drops these characters from names, and refuses a name that has no others. */
function nameInCommit(name: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
	return name.replace(/[\u0000-\u001F<>]/g, " ").trim() || "?";
}

function emailInCommit(email: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
	return email.replace(/[\u0000-\u0020<>]/g, "") || "khong-ro@localhost";
}

function removeDeadLock(message: string): void {
	const lock = /Unable to create '([^']*\.lock)': File exists/.exec(message)?.[1];
	if (lock === undefined) return;
	try {
		const file = resolve(lock);
		if (Date.now() - statSync(file).mtimeMs > deadLockAge) unlinkSync(file);
	} catch {
		// Another process has removed it meanwhile.
	}
}
