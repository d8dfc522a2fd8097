/** What a built site consists of: `manifest.json` in its root. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
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

/** A folder of the site whose files are taken over as they stand, so that nobody needs to look at each. */
export interface StandingFolder {
	/** Ends with a slash. */
	readonly address: UrlPath;
	readonly count: number;
	/** Their lines in the manifest. */
	readonly lines: string;
}

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
	return readManifestBeside(tree, [])?.files;
}

/** Reads a tree's manifest without the files of some folders. Addresses end with a slash; none is within another. */
export function readManifestBeside(
	tree: string,
	folders: readonly UrlPath[],
): { readonly files: Map<UrlPath, ManifestEntry>; readonly standing: StandingFolder[] } | undefined {
	let text: string;
	try {
		text = readFileSync(join(tree, manifestFile), "utf8");
	} catch {
		return undefined;
	}
	if (!text.startsWith(`${header}\n`)) return undefined;
	const files = new Map<UrlPath, ManifestEntry>();
	const standing: StandingFolder[] = [];
	let start = header.length + 1;
	// The lines of a folder stand together, as addresses are in order.
	for (const folder of [...folders].sort()) {
		const from = text.indexOf(`\n{"address":"${folder}`, start - 1) + 1;
		if (from === 0) continue;
		const { end, count } = endOfFolder(text, from, folder);
		if (!readLines(text, start, from, files)) return undefined;
		standing.push({ address: folder, count, lines: withoutLastComma(text.slice(from, end)) });
		start = end;
	}
	const end = text.length - footer.length - 1;
	if (text.slice(end) !== `${footer}\n` || !readLines(text, start, end, files)) return undefined;
	return { files, standing };
}

/** The files of a folder that was left out. */
export function filesIn({ lines }: StandingFolder): ManifestEntry[] {
	return JSON.parse(`[${lines}]`) as ManifestEntry[];
}

function endOfFolder(text: string, from: number, folder: UrlPath): { end: number; count: number } {
	const beginning = `{"address":"${folder}`;
	let end = from;
	let count = 0;
	while (text.startsWith(beginning, end)) {
		end = text.indexOf("\n", end) + 1;
		count++;
	}
	return { end, count };
}

/** Lines end with a line feed, and with a comma before it where another follows. */
function withoutLastComma(lines: string): string {
	return lines.endsWith(",\n") ? lines.slice(0, -2) : lines.slice(0, -1);
}

function readLines(text: string, start: number, end: number, files: Map<UrlPath, ManifestEntry>): boolean {
	let at = start;
	while (at < end) {
		filePattern.lastIndex = at;
		const match = filePattern.exec(text);
		if (!match) return false;
		const [, address = "", sha256 = "", size, changed, made = ""] = match;
		const entry = {
			address: unquoted(address) as UrlPath,
			sha256,
			size: Number(size),
			...(changed === undefined ? {} : { changed: changed as IsoDateTime }),
			made: unquoted(made),
		};
		files.set(entry.address, entry);
		at = filePattern.lastIndex;
	}
	return at === end;
}

function unquoted(json: string): string {
	return json.includes("\\") ? String(JSON.parse(json)) : json.slice(1, -1);
}

/** Whether two trees hold the same files, as far as their manifests tell. */
export function sameManifest(tree: string, other: string): boolean {
	try {
		const [one, two] = [join(tree, manifestFile), join(other, manifestFile)];
		// Usually they are two names of one file.
		const [a, b] = [statSync(one), statSync(two)];
		return (a.ino === b.ino && a.dev === b.dev) || readFileSync(one).equals(readFileSync(two));
	} catch {
		return false;
	}
}

/** Writes a tree's manifest: one file a line, by address. */
export function writeManifest(
	tree: string,
	manifest: Manifest,
	standing: readonly StandingFolder[] = [],
): void {
	const lines = [...manifest.values(), ...standing]
		.sort((a, b) => (a.address < b.address ? -1 : 1))
		.map((item) => ("lines" in item ? item.lines : lineOf(item)))
		.filter((text) => text !== "");
	const files = lines.length > 0 ? `${lines.join(",\n")}\n` : "";
	writeFileSync(join(tree, manifestFile), `${header}\n${files}${footer}\n`);
}

function lineOf({ address, sha256, size, changed, made }: ManifestEntry): string {
	const moment = changed === undefined ? "" : `,"changed":"${changed}"`;
	return `{"address":${JSON.stringify(address)},"sha256":"${sha256}","size":${size}${moment},"made":${JSON.stringify(made)}}`;
}
