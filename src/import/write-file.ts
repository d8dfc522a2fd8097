import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A text file's content; undefined where there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
		throw error;
	}
}

/** Writes beside the place, then moves there, so that no half file is ever seen. Folders are made. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
	const folder = dirname(path);
	const temporary = join(folder, `.${basename(path)}.part`);
	try {
		await writeFile(temporary, content);
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
		await mkdir(folder, { recursive: true });
		await writeFile(temporary, content);
	}
	await rename(temporary, path);
}
