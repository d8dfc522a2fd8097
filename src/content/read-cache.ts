/**
 * Remembers what was read of each file, so that the next build reads only what has changed. One file, one record a
 * line: identity, path, JSON. The last line is a checksum: of a file that was cut short or changed by hand nothing is
 * believed, so a broken cache costs time and nothing else.
 */
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { checksum } from "./digest.ts";

export interface ReadCache {
	/** Whether something was kept of a file under the identity that it has now. */
	knows(path: string): boolean;
	/** What was kept of a file under the identity that it has now. */
	find(path: string): unknown;
	/** Keeps what was read of a file that was not found. */
	keep(path: string, value: unknown): void;
	/** Writes the records of the files that were found or kept, where any has changed. */
	save(): void;
}

export interface ReadCacheOptions {
	readonly file: string;
	/** Changes whenever the same bytes would be read otherwise. */
	readonly version: string;
	readonly identityOf: (path: string) => string | undefined;
}

interface CacheRecord {
	readonly identity: string;
	readonly json: string;
}

/** Remembers nothing. */
export const noReadCache: ReadCache = { knows: () => false, find: () => undefined, keep() {}, save() {} };

export function openReadCache({ file, version, identityOf }: ReadCacheOptions): ReadCache {
	const known = readRecords(file, version);
	const used = new Map<string, CacheRecord>();
	// Taken before a file is read: should it change meanwhile, what was read is not kept under the later identity.
	const sought = new Map<string, string | undefined>();
	let isChanged = false;

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
			try {
				const value: unknown = JSON.parse(record.json);
				used.set(path, record);
				return value;
			} catch {
				return undefined;
			}
		},
		keep(path, value) {
			const identity = sought.get(path);
			if (identity === undefined) return;
			used.set(path, { identity, json: JSON.stringify(value) });
			isChanged = true;
		},
		save() {
			if (!isChanged && used.size === known.size) return;
			mkdirSync(dirname(file), { recursive: true });
			const unfinished = `${file}.${process.pid}`;
			writeRecords(unfinished, version, used);
			renameSync(unfinished, file);
		},
	};
}

function readRecords(file: string, version: string): Map<string, CacheRecord> {
	const records = new Map<string, CacheRecord>();
	let text: string;
	try {
		text = readFileSync(file, "utf8");
	} catch {
		return records;
	}
	const end = text.indexOf("\n");
	if (text.slice(0, end) !== version) return records;
	const body = text.length - checksumLength;
	if (text.slice(body) !== checksum(text.slice(0, body))) return records;
	for (let start = end + 1; start < body; ) {
		const lineEnd = text.indexOf("\n", start);
		if (lineEnd === -1) break;
		const first = text.indexOf("\t", start);
		const second = text.indexOf("\t", first + 1);
		if (first === -1 || second === -1 || second > lineEnd) break;
		records.set(text.slice(first + 1, second), {
			identity: text.slice(start, first),
			json: text.slice(second + 1, lineEnd),
		});
		start = lineEnd + 1;
	}
	return records;
}

/** Characters of a checksum. */
const checksumLength = 8;

/** Records that are put together in memory at a time. */
const recordsAtOnce = 1000;

function writeRecords(file: string, version: string, records: ReadonlyMap<string, CacheRecord>): void {
	const handle = openSync(file, "w");
	let lines = [version];
	let sum = checksum("");
	const write = () => {
		const piece = `${lines.join("\n")}\n`;
		writeSync(handle, piece);
		sum = checksum(piece, sum);
		lines = [];
	};
	for (const [path, { identity, json }] of records) {
		if (!/[\t\n]/.test(path)) lines.push(`${identity}\t${path}\t${json}`);
		if (lines.length === recordsAtOnce) write();
	}
	if (lines.length > 0) write();
	writeSync(handle, sum);
	closeSync(handle);
}
