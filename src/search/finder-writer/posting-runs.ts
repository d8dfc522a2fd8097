import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Numbers of a record: hash, first word, second word, document with level, followers. */
export const recordSize = 5;
/** Records are parted by the highest bits of their hash. */
const partBits = 4;
/** Numbers that are kept in memory before they go to the disk. */
const mostInMemory = 24_000_000;
const chunkSize = recordSize << 14;

interface Part {
	full: Uint32Array[];
	chunk: Uint32Array;
	used: number;
	file?: { readonly descriptor: number; size: number };
}

/** Records in any order that come back ordered by their hash; those of one hash in the order in which they came. */
export class PostingRuns {
	readonly #directory: string;
	readonly #name: string;
	readonly #parts: Part[] = [];
	#inMemory = 0;

	/**
	 * @param directory where more than fits into memory is put for the time being; exists
	 * @param name by which its files there begin
	 */
	constructor(directory: string, name: string) {
		this.#directory = directory;
		this.#name = name;
		for (let count = 0; count < 2 ** partBits; count++)
			this.#parts.push({ full: [], chunk: new Uint32Array(recordSize << 8), used: 0 });
	}

	add(hash: number, first: number, second: number, posting: number, followers: number): void {
		const part = this.#parts[hash >>> (32 - partBits)];
		if (!part) return;
		if (part.used === part.chunk.length) this.#nextChunk(part);
		const { chunk, used } = part;
		chunk[used] = hash;
		chunk[used + 1] = first;
		chunk[used + 2] = second;
		chunk[used + 3] = posting;
		chunk[used + 4] = followers;
		part.used += recordSize;
	}

	/** Ends the collecting. Each part is handed out sorted, in the order of hashes, and then forgotten. */
	*sorted(): Generator<Uint32Array> {
		try {
			for (const part of this.#parts) {
				const records = this.#recordsOf(part);
				part.full = [];
				part.chunk = new Uint32Array(0);
				part.used = 0;
				yield sortByHash(records);
			}
		} finally {
			this.close();
		}
	}

	/** Forgets what lies on the disk. */
	close(): void {
		for (const [number, part] of this.#parts.entries()) {
			if (!part.file) continue;
			closeSync(part.file.descriptor);
			rmSync(this.#fileOf(number), { force: true });
			delete part.file;
		}
	}

	#nextChunk(part: Part): void {
		part.full.push(part.chunk);
		this.#inMemory += part.used;
		part.chunk = new Uint32Array(chunkSize);
		part.used = 0;
		if (this.#inMemory > mostInMemory) for (const number of this.#parts.keys()) this.#spill(number);
	}

	#spill(number: number): void {
		const part = this.#parts[number];
		if (!part || part.full.length === 0) return;
		part.file ??= { descriptor: openSync(this.#fileOf(number), "w+"), size: 0 };
		for (const chunk of part.full) {
			writeAll(part.file.descriptor, bytesOf(chunk));
			part.file.size += chunk.length;
			this.#inMemory -= chunk.length;
		}
		part.full = [];
	}

	#recordsOf(part: Part): Uint32Array {
		const onDisk = part.file?.size ?? 0;
		const inMemory = part.full.reduce((sum, chunk) => sum + chunk.length, 0);
		const records = new Uint32Array(onDisk + inMemory + part.used);
		if (part.file) readAll(part.file.descriptor, bytesOf(records.subarray(0, onDisk)));
		let position = onDisk;
		for (const chunk of part.full) {
			records.set(chunk, position);
			position += chunk.length;
		}
		records.set(part.chunk.subarray(0, part.used), position);
		return records;
	}

	#fileOf(number: number): string {
		return join(this.#directory, `${this.#name}-${number}.tmp`);
	}
}

function bytesOf(numbers: Uint32Array): Uint8Array {
	return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
	for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

function readAll(descriptor: number, bytes: Uint8Array): void {
	for (let done = 0; done < bytes.length; ) {
		const read = readSync(descriptor, bytes, done, bytes.length - done, done);
		if (read === 0) throw new Error("The postings that were put aside are cut short");
		done += read;
	}
}

/** A radix sort by the bits below those of the part. */
function sortByHash(records: Uint32Array): Uint32Array {
	const count = records.length / recordSize;
	const digitBits = (32 - partBits) / 2;
	const mask = 2 ** digitBits - 1;
	let order = new Uint32Array(count);
	for (let index = 0; index < count; index++) order[index] = index;
	for (const shift of [0, digitBits]) {
		const starts = new Uint32Array(mask + 2);
		for (let index = 0; index < count; index++) {
			const digit = ((records[index * recordSize] ?? 0) >>> shift) & mask;
			starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
		}
		for (let digit = 1; digit <= mask + 1; digit++)
			starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
		const next = new Uint32Array(count);
		for (const record of order) {
			const digit = ((records[record * recordSize] ?? 0) >>> shift) & mask;
			const place = starts[digit] ?? 0;
			next[place] = record;
			starts[digit] = place + 1;
		}
		order = next;
	}
	const sorted = new Uint32Array(records.length);
	let position = 0;
	for (const record of order) {
		const from = record * recordSize;
		for (let offset = 0; offset < recordSize; offset++) sorted[position++] = records[from + offset] ?? 0;
	}
	return sorted;
}
