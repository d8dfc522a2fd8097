import { open, opendir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { wideCharset } from "../encodings/index.ts";
import { SourceError, type SourceSample } from "../source.ts";
import { strings } from "../strings.ts";
import { beginningOf } from "./gzip.ts";

const headBytes = 65_536;
const namesAtMost = 1000;
/** Folders that may be huge and tell nothing about a source's form. */
const skipped = new Set([".git", "node_modules"]);

/**
 * Takes a sample of a source: the first bytes of a file, or names in a folder.
 *
 * @throws {SourceError} where there is no such file or folder
 */
export async function sampleOf(path: string): Promise<SourceSample> {
	// The network is not used to recognise a source.
	if (/^https?:\/\//i.test(path)) return { path, isFolder: false, head: Buffer.alloc(0), names: [] };
	const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT" || error.code === "ENOTDIR")
			throw new SourceError(strings.noSuchSource(path));
		throw error;
	});
	if (found.isDirectory()) return { path, isFolder: true, head: Buffer.alloc(0), names: await namesIn(path) };
	return { path, isFolder: false, head: inUtf8(await headOf(path)), names: [] };
}

async function namesIn(folder: string): Promise<string[]> {
	const names: string[] = [];
	const waiting = [folder];
	for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
		for await (const entry of await opendir(next)) {
			const path = join(next, entry.name);
			if (entry.isDirectory() && !skipped.has(entry.name)) waiting.push(path);
			if (entry.isFile()) names.push(relative(folder, path).split(sep).join("/"));
			if (names.length >= namesAtMost) return names.sort();
		}
	}
	return names.sort();
}

async function headOf(path: string): Promise<Buffer> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
		return await beginningOf(buffer.subarray(0, bytesRead), headBytes);
	} finally {
		await file.close();
	}
}

/** Signs of texts in Latin letters; other files may have a zero in every other byte too. */
const latinText = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\p{Z}\t\n\r\uFEFF]*$/u;

function inUtf8(head: Buffer): Buffer {
	const charset = wideCharset(head);
	if (!charset) return head;
	const text = new TextDecoder(charset).decode(head.subarray(0, head.length & ~1));
	return latinText.test(text.slice(0, 500)) ? Buffer.from(text.replace(/^\uFEFF/, "")) : head;
}
