import { readFile } from "node:fs/promises";
import { sha256 } from "../../disk/digest.ts";
import type { UrlPath } from "../../model/ids.ts";

/** A file of the site that is not rendered from a view: a picture, a font, a script, a part of the search index. */
export interface StaticFile {
	readonly address: UrlPath;
	/** The path of its bytes, which do not change while the build runs. */
	readonly source: string;
	/** A key that changes whenever the bytes do. */
	readonly identity: string;
	/**
	 * For a file of the cache: its digest when it was stored, and the folder to remove if the digest no longer matches.
	 */
	readonly cached?: { readonly sha256: string; readonly folder: string };
}

/** Files of the cache are damaged. */
export class DamagedCacheError extends Error {
	/** The folders to remove, so that the next build makes them again. */
	readonly folders: readonly string[];

	constructor(folders: readonly string[]) {
		super(folders.join(", "));
		this.folders = folders;
	}
}

/** A static file that is identified by the digest of its bytes. */
export async function readStaticFile(source: string, address: UrlPath): Promise<StaticFile> {
	return { address, source, identity: sha256(await readFile(source)) };
}
