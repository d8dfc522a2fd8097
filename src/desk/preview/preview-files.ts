import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ContentListing, FoundDocument, ReadCache, StoredDocument } from "../../content/index.ts";
import { noReadCache } from "../../content/index.ts";
import { documentCollections } from "../revisions/states.ts";

/** Folders whose documents any page may refer to. */
const sharedFolders = documentCollections.filter((name) => name !== "articles");
const sharedFiles = ["provinces.yml", "site.yml"];

/**
 * What a preview reads of a content folder: the documents that any page may refer to, and a few articles. All other
 * files can be opened by their path but are not listed, however many there are.
 *
 * @param documents paths of further documents
 * @param others files that are not on the disk yet
 */
export function previewListing(
	directory: string,
	documents: Iterable<string>,
	others: ReadonlySet<string>,
): ContentListing {
	const shared = sharedFolders.flatMap((folder) =>
		namesIn(directory, folder).map((name) => `${folder}/${name}`),
	);
	const paths = [
		...new Set([...shared, ...sharedFiles.filter((file) => existsSync(join(directory, file))), ...documents]),
	].sort();
	return {
		files: {
			directory,
			paths,
			has: (path) => others.has(path) || paths.includes(path) || existsSync(join(directory, path)),
			namesIn: (folder) => namesIn(directory, folder),
		},
		problems: [],
		identityOf: (path) => identityOf(join(directory, path)),
		digest: () => undefined,
	};
}

function namesIn(directory: string, folder: string): string[] {
	try {
		return readdirSync(join(directory, folder)).filter((name) => !name.startsWith("."));
	} catch {
		return [];
	}
}

function identityOf(file: string): string | undefined {
	const found = statSync(file, { throwIfNoEntry: false });
	return found?.isFile() ? `${found.ino} ${found.size} ${found.mtimeMs}` : undefined;
}

/** Documents in the cache. */
const mostKept = 5_000;

/**
 * Caches parsed documents in memory until they change on the disk.
 *
 * @param texts documents that differ from those on the disk; they are never cached
 */
export function previewCache(
	memory: Map<string, { readonly identity: string; readonly document: StoredDocument }>,
	texts: ReadonlySet<string>,
): ReadCache {
	const sought = new Map<string, string>();
	const found = (document: StoredDocument): FoundDocument => noReadCache.keep("", document);
	return {
		find(path, identity) {
			if (identity === undefined || texts.has(path)) return undefined;
			const known = memory.get(path);
			if (known?.identity === identity) return found(known.document);
			sought.set(path, identity);
			return undefined;
		},
		keep(path, document) {
			const identity = sought.get(path);
			if (identity !== undefined) {
				memory.delete(path);
				memory.set(path, { identity, document });
				const [oldest] = memory.keys();
				if (memory.size > mostKept && oldest !== undefined) memory.delete(oldest);
			}
			return found(document);
		},
		async save() {},
	};
}
