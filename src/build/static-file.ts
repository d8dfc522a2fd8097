import { readFile } from "node:fs/promises";
import { sha256 } from "../content/index.ts";
import type { UrlPath } from "../model/ids.ts";

/** A file of the site that is not rendered from a view: a picture, a font, a script, a part of the search index. */
export interface StaticFile {
	readonly address: UrlPath;
	/** Where its bytes lie. They do not change while the build runs. */
	readonly source: string;
	/** A word that changes whenever the bytes do. */
	readonly identity: string;
}

/** A static file known by the digest of its bytes. */
export async function readStaticFile(source: string, address: UrlPath): Promise<StaticFile> {
	return { address, source, identity: sha256(await readFile(source)) };
}
