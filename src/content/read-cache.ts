/**
 * Remembers what was read of each file, so that the next build reads only what has changed. One record a line:
 * identity, path, and two pieces of JSON, of which the second is parsed when somebody asks. The articles of a year
 * share a volume, so that a new one leaves the others' volumes alone. A volume ends with a checksum: of one that was
 * cut short or changed by hand nothing is believed, so a broken cache costs time and nothing else.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checksum } from "./digest.ts";

/** What was read of a file. */
export interface StoredDocument {
	/** JSON of what every build looks at. */
	readonly head: string;
	/** JSON of the rest. */
	readonly rest: string;
}

export interface FoundDocument {
	readonly head: unknown;
	readonly rest: () => unknown;
}

export interface ReadCache {
	/** Whether something was kept of a file under the identity that it has now. */
	knows(path: string): boolean;
	/** What was kept of a file under the identity that it has now. */
	find(path: string): FoundDocument | undefined;
	/** Keeps what was read of a file that was not found, and hands it back as if it had been. */
	keep(path: string, document: StoredDocument): FoundDocument;
	/** Writes the volumes in which a record has come, changed or gone. */
	save(): void;
}

export interface ReadCacheOptions {
	/** Holds nothing else. */
	readonly directory: string;
	/** Changes whenever the same bytes would be read otherwise. */
	readonly version: string;
	readonly identityOf: (path: string) => string | undefined;
}

/** A line of a volume, without its end. */
interface CacheRecord {
	readonly identity: string;
	readonly bytes: Buffer;
	readonly start: number;
	/** Where the first piece of JSON begins, and the second. */
	readonly head: number;
	readonly rest: number;
	readonly end: number;
}

/** Remembers nothing. */
export const noReadCache: ReadCache = {
	knows: () => false,
	find: () => undefined,
	keep: (_, document) => parsed(document),
	save() {},
};

function parsed({ head, rest }: StoredDocument): FoundDocument {
	return { head: JSON.parse(head), rest: () => JSON.parse(rest) };
}

function parsedRecord({ bytes, head, rest, end }: CacheRecord): FoundDocument {
	return {
		head: JSON.parse(bytes.toString("utf8", head, rest - 1)),
		rest: () => JSON.parse(bytes.toString("utf8", rest, end)),
	};
}

export function openReadCache({ directory, version, identityOf }: ReadCacheOptions): ReadCache {
	const known = readVolumes(directory, version);
	const used = new Map<string, CacheRecord>();
	// Taken before a file is read: should it change meanwhile, what was read is not kept under the later identity.
	const sought = new Map<string, string | undefined>();
	const changed = new Set<string>();

	function recordOf(path: string): CacheRecord | undefined {
		if (sought.has(path)) return undefined;
		const record = known.get(path);
		const identity = identityOf(path);
		if (record && record.identity === identity) return record;
		sought.set(path, identity);
		return undefined;
	}

	return {
		knows: (path) => recordOf(path) !== undefined,
		find(path) {
			const record = recordOf(path);
			if (!record) return undefined;
			used.set(path, record);
			return parsedRecord(record);
		},
		keep(path, document) {
			const identity = sought.get(path);
			if (identity === undefined || /[\t\n]/.test(path)) return parsed(document);
			const record = recordFrom(identity, path, document);
			used.set(path, record);
			changed.add(volumeOf(path));
			return parsedRecord(record);
		},
		save() {
			for (const path of known.keys()) if (!used.has(path)) changed.add(volumeOf(path));
			if (changed.size === 0) return;
			mkdirSync(directory, { recursive: true });
			const records = new Map([...changed].map((volume): [string, CacheRecord[]] => [volume, []]));
			for (const [path, record] of used) records.get(volumeOf(path))?.push(record);
			for (const [volume, own] of records) {
				if (own.length > 0) writeVolume(join(directory, volume), version, own);
				else rmSync(join(directory, volume), { force: true });
			}
		},
	};
}

const volumeName = /^(?:\d{4}|others)$/;
const articleYear = /^articles\/(\d{4})\//;

/** The volume of a file: that of its year, or the one of everything else. */
function volumeOf(path: string): string {
	return articleYear.exec(path)?.[1] ?? "others";
}

function recordFrom(identity: string, path: string, { head, rest }: StoredDocument): CacheRecord {
	const before = `${identity}\t${path}\t`;
	const headStart = Buffer.byteLength(before);
	const restStart = headStart + Buffer.byteLength(head) + 1;
	const bytes = Buffer.from(`${before}${head}\t${rest}`);
	return { identity, bytes, start: 0, head: headStart, rest: restStart, end: bytes.length };
}

const tab = 0x09;
const lineEnd = 0x0a;

function readVolumes(directory: string, version: string): Map<string, CacheRecord> {
	const records = new Map<string, CacheRecord>();
	for (const volume of namesIn(directory)) {
		if (!volumeName.test(volume)) continue;
		const bytes = bytesOf(join(directory, volume));
		const body = bytes.length - checksumLength;
		const first = bytes.indexOf(lineEnd);
		if (body <= first || bytes.toString("utf8", 0, first) !== version) continue;
		if (bytes.toString("latin1", body) !== checksum(bytes.subarray(0, body))) continue;
		for (let start = first + 1; start < body; ) {
			const path = bytes.indexOf(tab, start) + 1;
			const head = bytes.indexOf(tab, path) + 1;
			const rest = bytes.indexOf(tab, head) + 1;
			const end = bytes.indexOf(lineEnd, rest);
			if (rest === 0 || end === -1) break;
			const identity = bytes.toString("latin1", start, path - 1);
			records.set(bytes.toString("utf8", path, head - 1), { identity, bytes, start, head, rest, end });
			start = end + 1;
		}
	}
	return records;
}

function namesIn(directory: string): string[] {
	try {
		return readdirSync(directory);
	} catch {
		return [];
	}
}

/** None where the file cannot be read. */
function bytesOf(file: string): Buffer {
	try {
		return readFileSync(file);
	} catch {
		return Buffer.alloc(0);
	}
}

/** Characters of a checksum. */
const checksumLength = 8;

function writeVolume(file: string, version: string, records: readonly CacheRecord[]): void {
	const parts: Uint8Array[] = [Buffer.from(`${version}\n`)];
	const end = Buffer.from("\n");
	for (const record of records) parts.push(record.bytes.subarray(record.start, record.end), end);
	const text = Buffer.concat(parts);
	const unfinished = `${file}.${process.pid}`;
	writeFileSync(unfinished, Buffer.concat([text, Buffer.from(checksum(text))]));
	renameSync(unfinished, file);
}
