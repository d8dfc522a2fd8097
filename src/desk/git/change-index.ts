import { copyFile, link, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isLeftBy } from "../../disk/process-start.ts";
import { undefinedIfMissing } from "../../disk/undefined-if-missing.ts";

/** Beside a lock of ours; the two are one file with two names, which tells whose the lock is. */
const markName = /^(desk-index-(\d+)-\d+)\.mark$/;
let count = 0;

/**
 * Changes Git's index while holding its lock, so that the index of a killed process is not locked for ever: Git's own
 * lock does not tell who holds it.
 *
 * @param change gets a copy of the index, for `GIT_INDEX_FILE`
 * @returns false if somebody else holds the lock
 */
export async function changeIndex(
	gitDirectory: string,
	change: (indexFile: string) => Promise<void>,
): Promise<boolean> {
	count += 1;
	const index = join(gitDirectory, "index");
	const next = join(gitDirectory, `desk-index-${process.pid}-${count}`);
	try {
		if (!(await takeLock(`${index}.lock`, `${next}.mark`))) return false;
		try {
			await copyFile(index, next).catch(undefinedIfMissing);
			await change(next);
			await rename(next, index).catch(undefinedIfMissing);
		} finally {
			await rm(`${index}.lock`, { force: true });
		}
		return true;
	} finally {
		await removeFilesOf(next);
	}
}

/** Removes the locks of processes that were killed in `changeIndex`. */
export async function removeDeadIndexLocks(gitDirectory: string): Promise<void> {
	const lock = join(gitDirectory, "index.lock");
	for (const name of await readdir(gitDirectory)) {
		const [, base, writer] = markName.exec(name) ?? [];
		if (base === undefined || !(await isLeftBy(Number(writer), join(gitDirectory, name)))) continue;
		if (await isSameFile(join(gitDirectory, name), lock)) await rm(lock, { force: true });
		await removeFilesOf(join(gitDirectory, base));
	}
}

async function takeLock(lock: string, mark: string): Promise<boolean> {
	await writeFile(mark, "");
	try {
		await link(mark, lock).catch(async (error: NodeJS.ErrnoException) => {
			if (error.code === "EEXIST") throw error;
			// A file system without links.
			await writeFile(lock, "", { flag: "wx" });
		});
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	}
}

async function isSameFile(one: string, other: string): Promise<boolean> {
	const [a, b] = await Promise.all([one, other].map((file) => stat(file).catch(() => undefined)));
	return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

/** The mark is the last to go, as the others are found by it. */
async function removeFilesOf(next: string): Promise<void> {
	for (const file of [next, `${next}.lock`, `${next}.mark`]) await rm(file, { force: true });
}
