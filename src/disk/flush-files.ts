import { spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { dirname } from "node:path";

/** From this number of files on, one run of `sync` is faster than flushing each file. */
const worthOneSync = 2000;
const filesAtOnce = 16;

/**
 * Waits until the files' bytes are on the disk. Call it before a rename makes them visible: otherwise a power failure
 * may leave empty files.
 */
export async function flushFiles(files: readonly string[]): Promise<void> {
	if (files.length >= worthOneSync && (await flushFileSystem(dirname(files[0] ?? "")))) return;
	let next = 0;
	await Promise.all(
		Array.from({ length: filesAtOnce }, async () => {
			for (let file = files[next++]; file !== undefined; file = files[next++]) await flush(file);
		}),
	);
}

async function flush(file: string): Promise<void> {
	// Windows flushes only files that are open for writing; elsewhere a read-only file can be flushed too.
	const handle = await open(file, process.platform === "win32" ? "r+" : "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Flushes the whole file system of a folder. @returns whether this system has a program for it */
async function flushFileSystem(folder: string): Promise<boolean> {
	if (process.platform === "win32") return false;
	const program = spawn("sync", process.platform === "linux" ? ["-f", folder] : [], { stdio: "ignore" });
	try {
		const [code] = await once(program, "exit");
		return code === 0;
	} catch {
		return false;
	}
}
