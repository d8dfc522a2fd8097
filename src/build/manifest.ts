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
	/** Their lines in the manifest, without the end of the last one. */
	readonly lines: Uint8Array;
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
	let bytes: Buffer;
	try {
		bytes = readFileSync(join(tree, manifestFile));
	} catch {
		return undefined;
	}
	const end = bytes.length - footer.length - 1;
	if (!startsWith(bytes, 0, `${header}\n`) || !startsWith(bytes, end, `${footer}\n`)) return undefined;
	const files = new Map<UrlPath, ManifestEntry>();
	const standing: StandingFolder[] = [];
	let start = header.length + 1;
	// The lines of a folder stand together, as addresses are in order. They are not even decoded.
	for (const address of [...folders].sort()) {
		const from = bytes.indexOf(`\n${beginningOf(address)}`, start - 1) + 1;
		if (from === 0) continue;
		const { until, count } = endOfFolder(bytes, from, address);
		if (!readLines(bytes.toString("utf8", start, from), files)) return undefined;
		standing.push({ address, count, lines: withoutEnd(bytes.subarray(from, until)) });
		start = until;
	}
	if (!readLines(bytes.toString("utf8", start, end), files)) return undefined;
	return { files, standing };
}

/** Of the line of a file, or of those of a folder's files. */
function beginningOf(address: UrlPath): string {
	return `{"address":"${address}`;
}

function startsWith(bytes: Buffer, at: number, text: string): boolean {
	return at >= 0 && bytes.toString("utf8", at, at + Buffer.byteLength(text)) === text;
}

/** The files of a folder that was left out. */
export function filesIn({ lines }: StandingFolder): ManifestEntry[] {
	return JSON.parse(`[${Buffer.from(lines).toString()}]`) as ManifestEntry[];
}

function endOfFolder(bytes: Buffer, from: number, folder: UrlPath): { until: number; count: number } {
	const beginning = Buffer.from(beginningOf(folder));
	let until = from;
	let count = 0;
	while (beginning.equals(bytes.subarray(until, until + beginning.length))) {
		until = bytes.indexOf(lineEnd, until) + 1;
		count++;
	}
	return { until, count };
}

const lineEnd = 0x0a;
const comma = 0x2c;

/** Lines end with a line feed, and with a comma before it where another follows. */
function withoutEnd(lines: Buffer): Buffer {
	return lines.subarray(0, lines.at(-2) === comma ? -2 : -1);
}

/** @returns whether each of the lines could be read */
function readLines(text: string, files: Map<UrlPath, ManifestEntry>): boolean {
	let at = 0;
	while (at < text.length) {
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
	return true;
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
	const items = [...manifest.values(), ...standing].sort((a, b) => (a.address < b.address ? -1 : 1));
	const pieces: Uint8Array[] = [];
	let text = `${header}\n`;
	for (const [at, item] of items.entries()) {
		if ("lines" in item) {
			pieces.push(Buffer.from(text), item.lines);
			text = "";
		} else text += lineOf(item);
		text += at < items.length - 1 ? ",\n" : "\n";
	}
	pieces.push(Buffer.from(`${text}${footer}\n`));
	writeFileSync(join(tree, manifestFile), Buffer.concat(pieces));
}

function lineOf({ address, sha256, size, changed, made }: ManifestEntry): string {
	const moment = changed === undefined ? "" : `,"changed":"${changed}"`;
	return `{"address":${JSON.stringify(address)},"sha256":"${sha256}","size":${size}${moment},"made":${JSON.stringify(made)}}`;
}
