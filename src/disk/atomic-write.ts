/** Files and folders that appear complete or not at all: each is made beside its path and renamed. */
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isLeftBy } from "./process-start.ts";
import { undefinedIfMissing } from "./undefined-if-missing.ts";

export interface AtomicWriteOptions {
	/**
	 * Whether the bytes are flushed before the rename. `false` if a checksum reveals a torn file after a power failure.
	 *
	 * @default true
	 */
	readonly flush?: boolean;
	/** Who may read it: `0o600` for the owner alone. @default as the process makes files */
	readonly mode?: number;
}

/** Makes a file's missing folders. Replaces a file that exists. */
export async function writeFileAtomically(
	file: string,
	content: string | Uint8Array,
	{ flush = true, mode }: AtomicWriteOptions = {},
): Promise<void> {
	await replaceFile(file, async (unfinished) => {
		const write = () => writeFile(unfinished, content, { flush, ...(mode !== undefined && { mode }) });
		await write().catch(async (error: NodeJS.ErrnoException) => {
			if (error.code !== "ENOENT") throw error;
			await mkdir(dirname(file), { recursive: true });
			await write();
		});
	});
}

/** For a file that is too large to hold in memory. @param write writes it whole to the path that it is given */
export async function replaceFile(file: string, write: (unfinished: string) => Promise<void>): Promise<void> {
	const unfinished = besideOf(file);
	try {
		await write(unfinished);
		await rename(unfinished, file);
	} catch (error) {
		await rm(unfinished, { force: true });
		throw error;
	}
}

/**
 * Replaces a folder. If another process makes the same folder at the same time, one of the two stays.
 *
 * @param make fills the empty folder that it is given
 */
export async function makeFolderAtomically(
	folder: string,
	make: (unfinished: string) => Promise<void>,
): Promise<void> {
	const unfinished = besideOf(folder);
	await mkdir(unfinished, { recursive: true });
	try {
		await make(unfinished);
		await rm(folder, { recursive: true, force: true });
		await rename(unfinished, folder).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
		});
	} finally {
		await rm(unfinished, { recursive: true, force: true });
	}
}

let count = 0;

/**
 * Hidden, as folders of content are listed. It does not contain the file's name, which may already have the maximum
 * length.
 */
function besideOf(path: string): string {
	count += 1;
	return join(dirname(path), `.${process.pid}-${count}.part`);
}

const unfinishedName = /^\.(\d+)-\d+\.part$/;

/**
 * Removes what killed processes of this machine left below a folder. What a running process is writing stays, and so
 * does everything in hidden folders and in `node_modules`.
 */
export async function removeUnfinished(folder: string): Promise<void> {
	const entries = (await readdir(folder, { withFileTypes: true }).catch(undefinedIfMissing)) ?? [];
	for (const entry of entries) {
		const path = join(folder, entry.name);
		const writer = unfinishedName.exec(entry.name)?.[1];
		if (writer !== undefined) {
			if (await isLeftBy(Number(writer), path)) await rm(path, { recursive: true, force: true });
		} else if (entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules") {
			await removeUnfinished(path);
		}
	}
}
