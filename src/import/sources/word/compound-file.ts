import { strings } from "./strings.ts";
import { WordError } from "./word-document.ts";

const signature = Buffer.from("d0cf11e0a1b11ae1", "hex");
const firstSpecialSector = 0xfffffffa;
const directoryEntryBytes = 128;

export function isCompoundFile(bytes: Buffer): boolean {
	return bytes.subarray(0, 8).equals(signature);
}

/**
 * The streams of a compound file (the container of Word, Excel and PowerPoint 97–2003) by their names. Those of
 * embedded objects are left out. Whatever its tables claim, no stream becomes larger than the file.
 *
 * Source: [MS-CFB], sections 2.2 to 2.6.
 *
 * @throws {WordError} if the file's tables are broken
 */
export function readCompoundFile(bytes: Buffer): ReadonlyMap<string, () => Buffer> {
	if (!isCompoundFile(bytes) || bytes.length < 512) throw new WordError(strings.broken);
	try {
		return readStreams(bytes);
	} catch (error) {
		if (error instanceof RangeError) throw new WordError(strings.broken, { cause: error });
		throw error;
	}
}

function readStreams(bytes: Buffer): Map<string, () => Buffer> {
	const sectorBytes = 2 ** Math.min(bytes.readUInt16LE(30), 16);
	const miniBytes = 2 ** Math.min(bytes.readUInt16LE(32), 12);
	const miniLimit = bytes.readUInt32LE(56);
	const sector = (number: number) => bytes.subarray((number + 1) * sectorBytes, (number + 2) * sectorBytes);
	const table = readSectorTable(bytes, sector, sectorBytes);
	const chain = (start: number) => Buffer.concat(follow(table, start).map(sector));

	const directory = chain(bytes.readUInt32LE(48));
	const miniTable = numbersOf(chain(bytes.readUInt32LE(60)));
	const entries = entriesOf(directory);
	const root = entries.find(({ kind }) => kind === 5);
	let miniStream: Buffer | undefined;
	const streams = new Map<string, () => Buffer>();
	const inRoot = root ? childrenOf(entries, root.child) : new Set<number>();
	for (const [index, { kind, name, start, size }] of entries.entries()) {
		if (kind !== 2 || !inRoot.has(index)) continue;
		streams.set(name, () => {
			if (size >= miniLimit) return chain(start).subarray(0, size);
			miniStream ??= root ? chain(root.start) : Buffer.alloc(0);
			const small = miniStream;
			const parts = follow(miniTable, start).map((number) =>
				small.subarray(number * miniBytes, (number + 1) * miniBytes),
			);
			return Buffer.concat(parts).subarray(0, size);
		});
	}
	return streams;
}

interface DirectoryEntry {
	readonly name: string;
	/** 1 is a storage, 2 a stream, 5 the root. */
	readonly kind: number;
	readonly left: number;
	readonly right: number;
	readonly child: number;
	readonly start: number;
	readonly size: number;
}

function entriesOf(directory: Buffer): DirectoryEntry[] {
	const entries: DirectoryEntry[] = [];
	for (let offset = 0; offset + directoryEntryBytes <= directory.length; offset += directoryEntryBytes) {
		const entry = directory.subarray(offset, offset + directoryEntryBytes);
		const nameBytes = Math.min(64, Math.max(2, entry.readUInt16LE(64)));
		entries.push({
			name: entry.subarray(0, nameBytes - 2).toString("utf16le"),
			kind: entry.readUInt8(66),
			left: entry.readUInt32LE(68),
			right: entry.readUInt32LE(72),
			child: entry.readUInt32LE(76),
			start: entry.readUInt32LE(116),
			size: entry.readUInt32LE(120),
		});
	}
	return entries;
}

/** The indexes of a storage's entries, which form a binary tree of siblings. */
function childrenOf(entries: readonly DirectoryEntry[], first: number): Set<number> {
	const found = new Set<number>();
	const waiting = [first];
	for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
		const entry = entries[index];
		if (!entry || found.has(index)) continue;
		found.add(index);
		waiting.push(entry.left, entry.right);
	}
	return found;
}

/** The sector allocation table. Its own sectors are listed in the header and in a chain of further lists. */
function readSectorTable(
	bytes: Buffer,
	sector: (number: number) => Buffer,
	sectorBytes: number,
): Uint32Array {
	const places = [...numbersOf(bytes.subarray(76, 512))];
	const seen = new Set<number>();
	for (let next = bytes.readUInt32LE(68); next < firstSpecialSector && !seen.has(next); ) {
		seen.add(next);
		const numbers = numbersOf(sector(next));
		places.push(...numbers.subarray(0, sectorBytes / 4 - 1));
		next = numbers[sectorBytes / 4 - 1] ?? firstSpecialSector;
	}
	const inFile = places.filter((place) => place < bytes.length / sectorBytes);
	return numbersOf(Buffer.concat(inFile.map(sector)));
}

/** The sectors of a chain. A cycle ends it. */
function follow(table: Uint32Array, start: number): number[] {
	const sectors: number[] = [];
	const seen = new Set<number>();
	for (let next = start; next < table.length && !seen.has(next); next = table[next] ?? firstSpecialSector) {
		seen.add(next);
		sectors.push(next);
	}
	return sectors;
}

function numbersOf(bytes: Buffer): Uint32Array {
	return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) =>
		bytes.readUInt32LE(index * 4),
	);
}
