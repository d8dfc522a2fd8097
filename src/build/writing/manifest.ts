/** The manifest, `manifest.json` in a tree's root: all files of a built site. */
import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checksum } from "../../disk/digest.ts";
import type { IsoDateTime, UrlPath } from "../../model/ids.ts";
import { type FilePart, LineFile, piecesOf, readPart } from "../cache/line-file.ts";
import type { WrittenFile } from "./render-batch.ts";

/** A published file. */
export interface ManifestEntry extends WrittenFile {
	/** The digest of the file's inputs (view, settings and code), or a static file's identity. */
	readonly made: string;
}

/** The files of a site by their addresses. */
export type Manifest = ReadonlyMap<UrlPath, ManifestEntry>;

/** A folder of the site whose files are reused without looking at each of them. */
export interface ReusedFolder {
	/** Ends with a slash. */
	readonly address: UrlPath;
	/** Their lines in the manifest, without the end of the last one. */
	readonly lines: FilePart;
}

/** Incremented with each change of the file's format; other versions are ignored. */
const version = 1;

/** The manifest's path in a tree. It is removed before the tree is changed, so that an unfinished tree has none. */
export const manifestFile = "manifest.json";

/**
 * The last line.
 * @param sum checksum of everything before it
 */
function footerOf(sum: string): string {
	return `],"checksum":"${sum}"}\n`;
}

const footerLength = footerOf("00000000").length;

/** The first line, with the number of files. */
function headerOf(count: number): string {
	return `{"version":${version},"count":${count},"files":[\n`;
}

const headerPattern = new RegExp(`^\\{"version":${version},"count":(\\d+),"files":\\[\n$`);

/** The manifest is written in pieces of this length, because a large archive's has a hundred megabytes. */
const charactersAtOnce = 1 << 20;

/** The line of a file, as `lineOf` writes it. */
const filePattern =
	/\{"address":("(?:[^"\\]|\\.)*"),"sha256":"([0-9a-f]{64})","size":(\d+)(?:,"changed":"([^"\\]+)")?,"made":("(?:[^"\\]|\\.)*")\},?\n/y;

/** Reads a tree's manifest; undefined if it is missing or cannot be trusted. */
export function readManifest(tree: string): Map<UrlPath, ManifestEntry> | undefined {
	const read = readManifestWithout(tree, []);
	return read?.count === read?.files.size ? read?.files : undefined;
}

/** A manifest without the files of some folders. */
export interface PartlyReadManifest {
	/** The number of all files, read or not. */
	readonly count: number;
	readonly files: Map<UrlPath, ManifestEntry>;
	/** The folders that were left out, if they have files. */
	readonly reused: ReusedFolder[];
}

/**
 * Reads a tree's manifest without the files of some folders. Folder addresses end with a slash, and none is within
 * another. With such folders the checksum is not verified, because that would require reading everything. So do not use
 * them for a manifest that somebody may have changed.
 */
export function readManifestWithout(
	tree: string,
	folders: readonly UrlPath[],
): PartlyReadManifest | undefined {
	let file: LineFile;
	try {
		file = new LineFile(join(tree, manifestFile));
	} catch {
		return undefined;
	}
	try {
		return readBeside(file, folders);
	} finally {
		file.close();
	}
}

function readBeside(file: LineFile, folders: readonly UrlPath[]): PartlyReadManifest | undefined {
	const { until: headerEnd, text } = file.lineAt(0, 0);
	const end = file.size - footerLength;
	const header = headerPattern.exec(text);
	const footer = file.text(Math.max(end, 0), file.size);
	const isWhole =
		folders.length > 0 ? footerPattern.test(footer) : footer === footerOf(checksumOf(file, end));
	if (!header || !isWhole) return undefined;
	const files = new Map<UrlPath, ManifestEntry>();
	const reused: ReusedFolder[] = [];
	let start = headerEnd;
	// A folder's lines are adjacent, because addresses are sorted. So they can be skipped unread.
	for (const address of [...folders].sort()) {
		const from = firstLine(file, start, end, (other) => other >= address);
		const until = firstLine(file, from, end, (other) => !other.startsWith(address));
		if (from === until) continue;
		if (!readLines(file.text(start, from), files)) return undefined;
		reused.push({ address, lines: linesOf(file, from, until) });
		start = until;
	}
	if (!readLines(file.text(start, end), files)) return undefined;
	return { count: Number(header[1]), files, reused };
}

const footerPattern = /^\],"checksum":"[0-9a-f]{8}"\}\n$/;

function checksumOf(file: LineFile, end: number): string {
	let sum: string | undefined;
	for (const piece of piecesOf(file.part(0, Math.max(end, 0)))) sum = checksum(piece, sum);
	return sum ?? "";
}

/**
 * The place of the first line whose address is sought, by binary search.
 *
 * @param isSought false for all addresses before it, true from it on
 */
function firstLine(
	file: LineFile,
	start: number,
	end: number,
	isSought: (address: UrlPath) => boolean,
): number {
	let [from, until] = [start, end];
	while (from < until) {
		const line = file.lineAt(Math.floor((from + until) / 2), from);
		if (isSought(addressIn(line.text))) until = line.from;
		else from = line.until;
	}
	return from;
}

const addressPattern = /^\{"address":("(?:[^"\\]|\\.)*")/;

function addressIn(line: string): UrlPath {
	return unquoted(addressPattern.exec(line)?.[1] ?? "") as UrlPath;
}

/** Reads the files of a folder that was left out. */
export function filesIn({ lines }: ReusedFolder): ManifestEntry[] {
	return JSON.parse(`[${readPart(lines).toString()}]`) as ManifestEntry[];
}

/**
 * The lines of a range without their last line end. A line ends with a line feed, with a comma before it if another
 * line follows.
 */
function linesOf(file: LineFile, from: number, until: number): FilePart {
	return file.part(from, until - (file.text(until - 2, until) === ",\n" ? 2 : 1));
}

/** @returns whether all lines could be parsed */
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

/** Whether two trees have the same files according to their manifests. */
export function sameManifest(tree: string, other: string): boolean {
	try {
		const [one, two] = [join(tree, manifestFile), join(other, manifestFile)];
		// Usually they are hard links to the same file.
		const [a, b] = [statSync(one), statSync(two)];
		return (a.ino === b.ino && a.dev === b.dev) || readFileSync(one).equals(readFileSync(two));
	} catch {
		return false;
	}
}

/**
 * Writes a tree's manifest: one file per line, sorted by address.
 *
 * @param reused folders whose lines are copied from another tree's manifest
 * @param count of all files, including those of the folders
 */
export function writeManifest(
	tree: string,
	manifest: Manifest,
	reused: readonly ReusedFolder[] = [],
	count = manifest.size,
): void {
	const items = [...manifest.values(), ...reused].sort((a, b) => (a.address < b.address ? -1 : 1));
	const file = openSync(join(tree, manifestFile), "w");
	try {
		let sum: string | undefined;
		const write = (piece: string | Uint8Array) => {
			sum = checksum(piece, sum);
			writeFileSync(file, piece);
		};
		let text = headerOf(count);
		const flush = () => {
			write(text);
			text = "";
		};
		for (const [at, item] of items.entries()) {
			if ("lines" in item) {
				flush();
				for (const piece of piecesOf(item.lines)) write(piece);
			} else text += lineOf(item);
			text += at < items.length - 1 ? ",\n" : "\n";
			if (text.length > charactersAtOnce) flush();
		}
		flush();
		writeFileSync(file, footerOf(sum ?? ""));
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

function lineOf({ address, sha256, size, changed, made }: ManifestEntry): string {
	const moment = changed === undefined ? "" : `,"changed":"${changed}"`;
	return `{"address":${JSON.stringify(address)},"sha256":"${sha256}","size":${size}${moment},"made":${JSON.stringify(made)}}`;
}
