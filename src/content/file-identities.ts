import { spawnSync } from "node:child_process";
import { existsSync, lstatSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The limit of Git's output in bytes: enough for the names of some million files. */
const gitOutputLimit = 2 ** 30;

/**
 * Gives each file an identity that changes whenever its bytes do, without reading it. In a Git work tree it is the blob
 * id, which is the same in a clone on another machine. Elsewhere, and for files that differ from the index, it consists
 * of size and times.
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

/** Blob ids of the files that equal the index; empty outside a Git work tree. */
function blobsOf(directory: string, count: number): ReadonlyMap<string, string> {
	const blobs = new Map<string, string>();
	if (!mayBeWorkTree(directory)) return blobs;
	if (count === 0) return blobs;
	const listed = git(directory, ["ls-files", "-z", "-v", "--stage", "--modified", "--deleted"]);
	// `<tag> <mode> <blob> <stage>\t<path>`. Git does not check files with a tag other than H, C and R. A changed or
	// removed file comes twice, with H first.
	for (const record of listed?.split("\0") ?? []) {
		const tab = record.indexOf("\t");
		const [tag, mode, blob, stage] = record.slice(0, tab).split(" ");
		const path = record.slice(tab + 1);
		if (tag === "C" || tag === "R") blobs.delete(path);
		else if (tag === "H" && blob !== undefined && stage === "0" && mode?.startsWith("100"))
			blobs.set(path, blob);
	}
	return blobs;
}

/** Whether a folder above contains `.git`. Calling Git takes longer. */
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
