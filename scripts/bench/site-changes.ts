/** What a build changed, and what a site consists of. */
import { opendir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { SiteFile } from "./subject.ts";

export interface FileSum {
	readonly files: number;
	readonly bytes: number;
}

export interface SiteChanges {
	readonly added: number;
	readonly changed: number;
	readonly removed: number;
	/** Of the files that were added or changed. */
	readonly bytes: number;
}

/** Changes of the site's own files and those of its search indexes, which are counted apart. */
export interface CountedChanges {
	readonly pages: SiteChanges;
	readonly search: SiteChanges;
}

/** Of Pagefind and of the finder. */
const searchFolders = ["/pagefind", "/tim-kiem/chi-muc"];

export function compareSites(
	before: ReadonlyMap<string, SiteFile>,
	after: ReadonlyMap<string, SiteFile>,
): CountedChanges {
	const counts = { pages: emptyChanges(), search: emptyChanges() };
	const isSearch = (address: string) => searchFolders.some((folder) => address.startsWith(`${folder}/`));
	const of = (address: string) => (isSearch(address) ? counts.search : counts.pages);
	for (const [address, file] of after) {
		const former = before.get(address);
		if (former?.sha256 === file.sha256) continue;
		const count = of(address);
		if (former) count.changed++;
		else count.added++;
		count.bytes += file.size;
	}
	for (const address of before.keys()) if (!after.has(address)) of(address).removed++;
	return counts;
}

function emptyChanges() {
	return { added: 0, changed: 0, removed: 0, bytes: 0 };
}

/** Files and bytes below a folder by their extension; the editor, the search indexes and the manifest are left out. */
export async function sumFiles(folder: string): Promise<ReadonlyMap<string, FileSum>> {
	const sums = new Map<string, { files: number; bytes: number }>();
	for await (const file of pageFiles(folder, "")) {
		const kind = extname(file).slice(1) || "–";
		const sum = sums.get(kind) ?? { files: 0, bytes: 0 };
		sum.files++;
		sum.bytes += (await stat(join(folder, file))).size;
		sums.set(kind, sum);
	}
	return new Map([...sums].sort(([, a], [, b]) => b.files - a.files));
}

const leftOut = new Set(["/admin", ...searchFolders, "/manifest.json"]);

async function* pageFiles(folder: string, below: string): AsyncGenerator<string> {
	for await (const entry of await opendir(join(folder, below))) {
		const path = `${below}/${entry.name}`;
		if (leftOut.has(path)) continue;
		if (entry.isDirectory()) yield* pageFiles(folder, path);
		else yield path;
	}
}
