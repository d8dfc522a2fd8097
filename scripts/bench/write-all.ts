import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

export interface FileText {
	readonly file: string;
	readonly text: string;
}

const filesAtOnce = 64;

/** Writes files with their folders, many at a time, as they are handed over. */
export async function writeAll(files: Iterable<FileText>): Promise<void> {
	const writing = new Set<Promise<void>>();
	for (const { file, text } of files) {
		const written: Promise<void> = writeWithFolder(file, text).finally(() => writing.delete(written));
		writing.add(written);
		if (writing.size >= filesAtOnce) await Promise.race(writing);
	}
	await Promise.all(writing);
}

async function writeWithFolder(file: string, text: string): Promise<void> {
	try {
		await writeFile(file, text);
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text);
	}
}
