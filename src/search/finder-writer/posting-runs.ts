import { closeSync, openSync, readSync, rmSync, writevSync } from "node:fs";
import { recordSize } from "./posting-records.ts";

/**
 * Records are partitioned by the highest bits of their hash, so that sorting a part fits into the processor's cache.
 */
const partBits = 8;
/**
 * By default, how many numbers are kept in memory before they are written to the disk. More would save no work: all of
 * them are written once and read once.
 */
const usuallyInMemory = 4_000_000;
/** The size of a part's buffer in numbers. */
const chunkSize = recordSize << 9;
/** The number of records up to which comparing them is faster than counting their digits. */
const fewRecords = 500;

interface Part {
	/** Places of its full buffers in the room, in buffers. */
	full: number[];
	/** The part's data on the disk, counted in numbers. */
	readonly stretches: { readonly position: number; readonly length: number }[];
}

/** Sorts records by hash, also if they do not fit into memory. Records with the same hash keep their order. */
export class PostingRuns {
	readonly #file: string;
	readonly #parts: Part[] = [];
	/** The buffers of all parts in one array, and the end of each one's data. */
	#chunks = new Uint32Array(chunkSize << partBits);
	readonly #ends = Uint32Array.from({ length: 2 ** partBits }, (_, part) => part * chunkSize);
	/**
	 * Full buffers of all parts, one after the other. Allocated once, as freed pieces would leave memory in holes. Empty
	 * until a buffer is full.
	 */
	#room = new Uint32Array(0);
	readonly #roomSize: number;
	/** How many buffers are in it. */
	#inRoom = 0;
	#descriptor: number | undefined;
	/** How many numbers are on the disk. */
	#onDisk = 0;

	/** @param file a temporary file for records that do not fit into memory; its folder must exist */
	constructor(file: string, mostInMemory = usuallyInMemory) {
		this.#file = file;
		this.#roomSize = chunkSize * Math.ceil(mostInMemory / chunkSize);
		for (let count = 0; count < 2 ** partBits; count++) this.#parts.push({ full: [], stretches: [] });
	}

	add(hash: number, first: number, second: number, posting: number, followers: number): void {
		const part = hash >>> (32 - partBits);
		const chunks = this.#chunks;
		const at = this.#ends[part] ?? 0;
		chunks[at] = hash;
		chunks[at + 1] = first;
		chunks[at + 2] = second;
		chunks[at + 3] = posting;
		chunks[at + 4] = followers;
		const end = at + recordSize;
		this.#ends[part] = end;
		if (end === (part + 1) * chunkSize) this.#endChunk(part);
	}

	/** Ends collecting. Yields each part sorted, in the order of hashes, and then frees it. */
	*sorted(): Generator<Uint32Array> {
		try {
			for (const [number, part] of this.#parts.entries()) {
				const records = this.#recordsOf(part, this.#chunkOf(number));
				part.full = [];
				yield sortByHash(records);
			}
		} finally {
			this.#chunks = new Uint32Array(0);
			this.#room = new Uint32Array(0);
			this.close();
		}
	}

	/** Removes the temporary file. */
	close(): void {
		if (this.#descriptor === undefined) return;
		closeSync(this.#descriptor);
		rmSync(this.#file, { force: true });
		this.#descriptor = undefined;
	}

	/** The data in a part's buffer. */
	#chunkOf(part: number): Uint32Array {
		return this.#chunks.subarray(part * chunkSize, this.#ends[part]);
	}

	#endChunk(part: number): void {
		if (this.#room.length === 0) this.#room = new Uint32Array(this.#roomSize);
		this.#room.set(this.#chunkOf(part), this.#inRoom * chunkSize);
		this.#parts[part]?.full.push(this.#inRoom++);
		this.#ends[part] = part * chunkSize;
		if (this.#inRoom * chunkSize < this.#room.length) return;
		for (const each of this.#parts) this.#putAside(each);
		this.#inRoom = 0;
	}

	#putAside(part: Part): void {
		if (part.full.length === 0) return;
		this.#descriptor ??= openSync(this.#file, "w+");
		const length = part.full.length * chunkSize;
		writeAll(this.#descriptor, part.full.map(this.#inRoomAt, this).map(bytesOf), this.#onDisk * 4);
		part.stretches.push({ position: this.#onDisk, length });
		this.#onDisk += length;
		part.full = [];
	}

	#inRoomAt(place: number): Uint32Array {
		return this.#room.subarray(place * chunkSize, (place + 1) * chunkSize);
	}

	#recordsOf({ full, stretches }: Part, chunk: Uint32Array): Uint32Array {
		const pieces = [...full.map(this.#inRoomAt, this), chunk];
		const length = [...pieces, ...stretches].reduce((sum, each) => sum + each.length, 0);
		const records = new Uint32Array(length);
		let position = 0;
		for (const stretch of stretches) {
			const own = records.subarray(position, position + stretch.length);
			readAll(this.#descriptor ?? -1, bytesOf(own), stretch.position * 4);
			position += stretch.length;
		}
		for (const own of pieces) {
			records.set(own, position);
			position += own.length;
		}
		return records;
	}
}

function bytesOf(numbers: Uint32Array): Uint8Array {
	return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function writeAll(descriptor: number, pieces: readonly Uint8Array[], from: number): void {
	let position = from;
	let rest = pieces;
	while (rest.length > 0) {
		let written = writevSync(descriptor, rest, position);
		position += written;
		let done = 0;
		for (; written >= (rest[done]?.length ?? Number.POSITIVE_INFINITY); done++)
			written -= rest[done]?.length ?? 0;
		rest = rest.slice(done).map((piece, index) => (index === 0 ? piece.subarray(written) : piece));
	}
}

function readAll(descriptor: number, bytes: Uint8Array, position: number): void {
	for (let done = 0; done < bytes.length; ) {
		const read = readSync(descriptor, bytes, done, bytes.length - done, position + done);
		if (read === 0) throw new Error("The postings that were put aside are cut short");
		done += read;
	}
}

function sortByHash(records: Uint32Array): Uint32Array {
	return records.length > fewRecords * recordSize ? sortByDigits(records) : sortByComparing(records);
}

function sortByComparing(records: Uint32Array): Uint32Array {
	const places = Array.from({ length: records.length / recordSize }, (_, record) => record * recordSize);
	places.sort((one, other) => (records[one] ?? 0) - (records[other] ?? 0));
	const sorted = new Uint32Array(records.length);
	places.forEach((from, to) => {
		sorted.set(records.subarray(from, from + recordSize), to * recordSize);
	});
	return sorted;
}

/** A radix sort by the bits below those of the part, in two passes. */
function sortByDigits(records: Uint32Array): Uint32Array {
	const count = records.length / recordSize;
	const digitBits = (32 - partBits) / 2;
	const mask = 2 ** digitBits - 1;
	const byLower = new Uint32Array(count);
	const starts = startsOf(records, 0, mask);
	for (let at = 0; at < records.length; at += recordSize) {
		const digit = (records[at] ?? 0) & mask;
		const place = starts[digit] ?? 0;
		byLower[place] = at;
		starts[digit] = place + 1;
	}
	const sorted = new Uint32Array(records.length);
	const upperStarts = startsOf(records, digitBits, mask);
	for (const at of byLower) {
		const digit = ((records[at] ?? 0) >>> digitBits) & mask;
		const place = upperStarts[digit] ?? 0;
		upperStarts[digit] = place + 1;
		const to = place * recordSize;
		for (let offset = 0; offset < recordSize; offset++) sorted[to + offset] = records[at + offset] ?? 0;
	}
	return sorted;
}

/** For each value of a digit, the place of its first record. */
function startsOf(records: Uint32Array, shift: number, mask: number): Uint32Array {
	const starts = new Uint32Array(mask + 2);
	for (let at = 0; at < records.length; at += recordSize) {
		const digit = ((records[at] ?? 0) >>> shift) & mask;
		starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
	}
	for (let digit = 1; digit <= mask; digit++) starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
	return starts;
}
