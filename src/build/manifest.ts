/** What a built site consists of. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { IsoDateTime, UrlPath } from "../model/ids.ts";

/** A published file. */
export interface ManifestEntry {
	readonly address: UrlPath;
	/** SHA-256 of its bytes, in hexadecimal. */
	readonly sha256: string;
	/** In bytes. */
	readonly size: number;
	/** The newest moment that the page tells of; absent where it tells of none. */
	readonly changed?: IsoDateTime;
	/**
	 * The digest of what the file was made from: its view, the site's settings and the code; or a static file's
	 * identity.
	 */
	readonly made: string;
}

/** Raised when the form of the file changes; others are not read. */
const version = 1;

const fileName = "manifest.json";

const manifestSchema = z.object({
	version: z.literal(version),
	files: z.array(
		z.object({
			address: z.string().startsWith("/"),
			sha256: z.string().length(64),
			size: z.int().min(0),
			changed: z.string().optional(),
			made: z.string(),
		}),
	),
});

/** Reads a tree's manifest; undefined where there is none, or none that can be trusted. */
export async function readManifest(tree: string): Promise<Map<UrlPath, ManifestEntry> | undefined> {
	try {
		const { files } = manifestSchema.parse(JSON.parse(await readFile(join(tree, fileName), "utf8")));
		return new Map((files as ManifestEntry[]).map((entry) => [entry.address, entry]));
	} catch {
		return undefined;
	}
}

/** Writes a tree's manifest: one file a line, by address. */
export async function writeManifest(tree: string, entries: Iterable<ManifestEntry>): Promise<void> {
	const lines = [...entries]
		.sort((a, b) => (a.address < b.address ? -1 : 1))
		.map((entry) => JSON.stringify(entry));
	await writeFile(join(tree, fileName), `{"version":${version},"files":[\n${lines.join(",\n")}\n]}\n`);
}

/** The manifest's file in a tree. Removed before the tree is changed, so that a half-made tree has none. */
export const manifestFile = fileName;
