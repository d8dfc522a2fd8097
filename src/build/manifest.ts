/** What a built site consists of: `manifest.json` in its root. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { IsoDateTime, UrlPath } from "../model/ids.ts";
import type { WrittenFile } from "./render-batch.ts";

/** A published file. */
export interface ManifestEntry extends WrittenFile {
	/**
	 * The digest of what the file was made from: its view, the site's settings and the code; or a static file's
	 * identity.
	 */
	readonly made: string;
}

/** The files of a site by their addresses. */
export type Manifest = ReadonlyMap<UrlPath, ManifestEntry>;

/** Raised when the form of the file changes; others are not read. */
const version = 1;

/** Where a tree keeps it. Removed before the tree is changed, so that a half-made tree has none. */
export const manifestFile = "manifest.json";

const header = `{"version":${version},"files":[`;
const footer = "]}";

/** A file on a line of its own, as `lineOf` writes it. */
const filePattern =
	/\{"address":("(?:[^"\\]|\\.)*"),"sha256":"([0-9a-f]{64})","size":(\d+)(?:,"changed":"([^"\\]+)")?,"made":("(?:[^"\\]|\\.)*")\},?\n/y;

/** Reads a tree's manifest; undefined where there is none, or none that can be trusted. */
export function readManifest(tree: string): Map<UrlPath, ManifestEntry> | undefined {
	let text: string;
	try {
		text = readFileSync(join(tree, manifestFile), "utf8");
	} catch {
		return undefined;
	}
	if (!text.startsWith(`${header}\n`)) return undefined;
	const entries = new Map<UrlPath, ManifestEntry>();
	filePattern.lastIndex = header.length + 1;
	let end = filePattern.lastIndex;
	for (let match = filePattern.exec(text); match; match = filePattern.exec(text)) {
		const [, address = "", sha256 = "", size, changed, made = ""] = match;
		const entry = {
			address: unquoted(address) as UrlPath,
			sha256,
			size: Number(size),
			...(changed === undefined ? {} : { changed: changed as IsoDateTime }),
			made: unquoted(made),
		};
		entries.set(entry.address, entry);
		end = filePattern.lastIndex;
	}
	return text.slice(end) === `${footer}\n` ? entries : undefined;
}

function unquoted(json: string): string {
	return json.includes("\\") ? String(JSON.parse(json)) : json.slice(1, -1);
}

/** Whether two trees hold the same files, as far as their manifests tell. */
export function sameManifest(tree: string, other: string): boolean {
	try {
		return readFileSync(join(tree, manifestFile)).equals(readFileSync(join(other, manifestFile)));
	} catch {
		return false;
	}
}

/** Writes a tree's manifest: one file a line, by address. */
export function writeManifest(tree: string, manifest: Manifest): void {
	const lines = [...manifest.values()].sort((a, b) => (a.address < b.address ? -1 : 1)).map(lineOf);
	const files = lines.length > 0 ? `${lines.join(",\n")}\n` : "";
	writeFileSync(join(tree, manifestFile), `${header}\n${files}${footer}\n`);
}

function lineOf({ address, sha256, size, changed, made }: ManifestEntry): string {
	const moment = changed === undefined ? "" : `,"changed":"${changed}"`;
	return `{"address":${JSON.stringify(address)},"sha256":"${sha256}","size":${size}${moment},"made":${JSON.stringify(made)}}`;
}
