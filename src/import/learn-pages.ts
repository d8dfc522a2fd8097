import { opendir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { SourceError } from "./source.ts";
import { decodePage } from "./sources/pages/decode-page.ts";
import { learnProfile, samplePages } from "./sources/pages/learn-profile.ts";
import { maxPageBytes } from "./sources/pages/parse-page.ts";
import { strings } from "./strings.ts";

const pageName = /\.(?:x?html?|shtml|aspx?|php)$/i;

/**
 * Proposes a profile (`--profile`) from sample pages: files, or folders whose first pages are used.
 *
 * @returns YAML for a person to check
 * @throws {SourceError} if there are no such files, or too few of them are articles
 */
export async function learnPages(paths: readonly string[]): Promise<string> {
	const files = (await Promise.all(paths.map(pagesAt))).flat().slice(0, samplePages.most);
	const pages: string[] = [];
	for (const file of files) {
		if ((await stat(file)).size <= maxPageBytes) pages.push(decodePage(await readFile(file)));
	}
	return learnProfile(pages);
}

async function pagesAt(path: string): Promise<string[]> {
	const found = await stat(path).catch(() => {
		throw new SourceError(strings.noSuchSource(path));
	});
	if (!found.isDirectory()) return [path];
	const files: string[] = [];
	for await (const entry of await opendir(path, { recursive: true }))
		if (entry.isFile() && pageName.test(entry.name)) files.push(join(entry.parentPath, entry.name));
	return files.sort();
}
