import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";
import type { SearchDocument } from "./record.ts";
import { toRecord } from "./record.ts";

/** Pagefind's own user interfaces, which the portal does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** How many bundles this process is writing. */
let unfinished = 0;

/**
 * Writes one Pagefind bundle. The same documents in the same order give the same bytes.
 *
 * @param documents oldest first, so that a new article changes as few files as possible
 * @param directory is created if it is missing
 * @param onFile is called for each written file with its path in the bundle
 */
export async function writeBundle(
	documents: AsyncIterable<SearchDocument>,
	directory: string,
	onFile?: (path: string, content: Uint8Array) => void,
): Promise<void> {
	unfinished++;
	try {
		await fillBundle(documents, directory, onFile);
	} finally {
		unfinished--;
	}
}

async function fillBundle(...[documents, directory, onFile]: Parameters<typeof writeBundle>): Promise<void> {
	const { index, errors } = await createIndex({ forceLanguage: "vi" });
	if (!index) throw new Error(`Pagefind could not start: ${errors.join("; ")}`);
	try {
		for await (const document of documents) {
			const added = await index.addCustomRecord(toRecord(document));
			if (added.errors.length > 0) throw new Error(`${document.address}: ${added.errors.join("; ")}`);
		}
		const { files, errors: failures } = await index.getFiles();
		if (failures.length > 0) throw new Error(`Pagefind could not write: ${failures.join("; ")}`);
		const written = files.filter(({ path }) => !unused.test(path));
		for (const folder of new Set(written.map(({ path }) => dirname(path)))) {
			mkdirSync(join(directory, folder), { recursive: true });
		}
		for (const { path, content } of written) {
			writeFileSync(join(directory, path), content);
			onFile?.(path, content);
		}
	} finally {
		await index.deleteIndex();
	}
}

/** Ends Pagefind's process, unless a bundle is being written. */
export async function closePagefind(): Promise<void> {
	if (unfinished === 0) await close();
}
