import { spawnSync } from "node:child_process";
import { existsSync, lstatSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Enough for the names of some millions of files, in bytes. */
const gitOutputLimit = 2 ** 30;

/**
 * A word for each file that changes whenever its bytes do, had without reading the file. In a Git work tree that is
 * the blob's id, which a fresh clone on another machine gives as well; elsewhere, and for what differs from the
 * index, it is made of size and times.
 *
 * @param paths below the directory
 */
export function identifyFiles(
	directory: string,
	paths: readonly string[],
): (path: string) => string | undefined {
	const blobs = blobsOf(directory, paths.length);
	return (path) => blobs.get(path) ?? stampOf(join(directory, path));
}

/** Blob ids of the files that are as the index knows them; empty outside a Git work tree. */
function blobsOf(directory: string, count: number): ReadonlyMap<string, string> {
	const blobs = new Map<string, string>();
	if (!mayBeWorkTree(directory)) return blobs;
	const staged = git(directory, ["ls-files", "-z", "-v", "--stage"]);
	if (staged === undefined || count === 0) return blobs;
	// `<tag> <mode> <blob> <stage>\t<path>`; Git does not look at files with another tag than H.
	for (const record of staged.split("\0")) {
		const tab = record.indexOf("\t");
		const [tag, mode, blob, stage] = record.slice(0, tab).split(" ");
		if (tag === "H" && blob !== undefined && stage === "0" && mode?.startsWith("100"))
			blobs.set(record.slice(tab + 1), blob);
	}
	const differing = git(directory, ["ls-files", "-z", "--modified", "--deleted"]);
	if (differing === undefined) return new Map();
	for (const path of differing.split("\0")) blobs.delete(path);
	return blobs;
}

/** Whether a folder above has what makes a work tree: asking Git takes longer. */
function mayBeWorkTree(directory: string): boolean {
	if (process.env.GIT_DIR !== undefined) return true;
	for (let folder = resolve(directory); ; folder = dirname(folder)) {
		if (existsSync(join(folder, ".git"))) return true;
		if (folder === dirname(folder)) return false;
	}
}

function git(directory: string, args: readonly string[]): string | undefined {
	const { status, stdout } = spawnSync("git", ["-C", directory, ...args], {
		encoding: "utf8",
		maxBuffer: gitOutputLimit,
	});
	return status === 0 ? stdout : undefined;
}

function stampOf(file: string): string | undefined {
	const status = lstatSync(file, { throwIfNoEntry: false });
	return status?.isFile() ? `${status.size} ${status.mtimeMs} ${status.ctimeMs}` : undefined;
}
