/** Posting lists: which documents have a word, and where in them. Documents are in ascending order. */

/** Where a word occurs: bits of a mask. */
export const inTitle = 1;
export const inNames = 2;
export const inLead = 4;
export const inBody = 8;

/** A document's words: the number of each with its mask in the lowest four bits. */
export type DocumentWords = Uint32Array;

export interface NewDocument {
	readonly document: number;
	readonly words: DocumentWords;
}

export interface PostingParts {
	readonly bytes: Uint8Array;
	/** By word, where its list ends; it begins where the one before ends. */
	readonly ends: Uint32Array;
	/** By word, its last document. */
	readonly last: Uint32Array;
}

/**
 * Lists of documents by word. A document is stored as the distance from the one before, doubled. One is added if its
 * mask follows; without a mask, the word is only in the body.
 */
class Segment {
	readonly parts: PostingParts;

	constructor(parts: PostingParts) {
		this.parts = parts;
	}

	/** @param documents with their words, in ascending order */
	static of(documents: readonly NewDocument[], wordCount: number): Segment {
		const counts = new Uint32Array(wordCount + 1);
		for (const { words } of documents) for (const word of words) add(counts, (word >>> 4) + 1, 1);
		for (let word = 0; word < wordCount; word++) add(counts, word + 1, counts[word] ?? 0);
		const places = counts.slice();
		const added = new Uint32Array(counts[wordCount] ?? 0);
		const masks = new Uint8Array(added.length);
		for (const { document, words } of documents) {
			for (const word of words) {
				const place = add(places, word >>> 4, 1) - 1;
				added[place] = document;
				masks[place] = word & 15;
			}
		}
		const bytes = new Uint8Array(added.length * 6);
		const ends = new Uint32Array(wordCount);
		const last = new Uint32Array(wordCount);
		let at = 0;
		for (let word = 0; word < wordCount; word++) {
			let previous = 0;
			for (let place = counts[word] ?? 0; place < (counts[word + 1] ?? 0); place++) {
				const document = added[place] ?? 0;
				const mask = masks[place] ?? inBody;
				at = writeNumber(bytes, at, (document - previous) * 2 + (mask === inBody ? 0 : 1));
				if (mask !== inBody) bytes[at++] = mask;
				previous = document;
			}
			ends[word] = at;
			last[word] = previous;
		}
		return new Segment({ bytes: bytes.slice(0, at), ends, last });
	}

	each(word: number, visit: (document: number, mask: number) => void): void {
		const { bytes, ends } = this.parts;
		if (word >= ends.length) return;
		let at = startOf(ends, word);
		const end = ends[word] ?? 0;
		let document = 0;
		while (at < end) {
			let value = 0;
			let shift = 0;
			let byte: number;
			do {
				byte = bytes[at++] ?? 0;
				value += (byte & 0x7f) * 2 ** shift;
				shift += 7;
			} while (byte >= 0x80);
			document += value >>> 1;
			visit(document, value & 1 ? (bytes[at++] ?? 0) : inBody);
		}
	}

	/** The lists with those of later documents appended. */
	followedBy({ parts: later }: Segment): Segment {
		const { parts: own } = this;
		// A first document that is counted from the last one before takes no more bytes than counted from zero.
		const bytes = new Uint8Array(own.bytes.length + later.bytes.length);
		const last = later.last.slice();
		const ends = new Uint32Array(later.ends.length);
		let at = 0;
		for (let word = 0; word < ends.length; word++) {
			const isKnown = word < own.ends.length;
			const before = isKnown ? own.bytes.subarray(startOf(own.ends, word), own.ends[word]) : noBytes;
			const after = later.bytes.subarray(startOf(later.ends, word), later.ends[word]);
			bytes.set(before, at);
			at += before.length;
			if (before.length > 0 && after.length > 0) {
				const first = readNumber(after);
				at = writeNumber(bytes, at, first.value - 2 * (own.last[word] ?? 0));
				bytes.set(after.subarray(first.length), at);
				at += after.length - first.length;
			} else {
				bytes.set(after, at);
				at += after.length;
				if (after.length === 0) last[word] = isKnown ? (own.last[word] ?? 0) : 0;
			}
			ends[word] = at;
		}
		return new Segment({ bytes: bytes.subarray(0, at), ends, last });
	}
}

/** A later segment is joined with the one before unless that has so many times its bytes. */
const growth = 4;

/** Lists that grow: new documents form a segment, and small segments are joined, so that little is copied again. */
export class Postings {
	#segments: Segment[];

	constructor(parts: PostingParts = emptyPostings) {
		this.#segments = [new Segment(parts)];
	}

	/** All lists as one segment. */
	get parts(): PostingParts {
		while (this.#segments.length > 1) this.#joinLast();
		return this.#segments[0]?.parts ?? emptyPostings;
	}

	each(word: number, visit: (document: number, mask: number) => void): void {
		for (const segment of this.#segments) segment.each(word, visit);
	}

	/** @param documents with their words, in ascending order, all after the existing ones */
	append(documents: readonly NewDocument[], wordCount: number): void {
		this.#segments.push(Segment.of(documents, wordCount));
		const bytesAt = (place: number) => this.#segments.at(place)?.parts.bytes.length ?? 0;
		while (this.#segments.length > 1 && bytesAt(-2) < growth * bytesAt(-1)) this.#joinLast();
	}

	#joinLast(): void {
		const [before, last] = this.#segments.splice(-2);
		if (before && last) this.#segments.push(before.followedBy(last));
	}
}

export const emptyPostings: PostingParts = {
	bytes: new Uint8Array(0),
	ends: new Uint32Array(0),
	last: new Uint32Array(0),
};

const noBytes = new Uint8Array(0);

function startOf(ends: Uint32Array, word: number): number {
	return word === 0 ? 0 : (ends[word - 1] ?? 0);
}

function readNumber(bytes: Uint8Array): { readonly value: number; readonly length: number } {
	let value = 0;
	let length = 0;
	let byte: number;
	do {
		byte = bytes[length] ?? 0;
		value += (byte & 0x7f) * 2 ** (7 * length);
		length++;
	} while (byte >= 0x80);
	return { value, length };
}

/** @returns where the next one goes */
function writeNumber(bytes: Uint8Array, at: number, number: number): number {
	let value = number;
	let place = at;
	while (value >= 0x80) {
		bytes[place++] = (value & 0x7f) | 0x80;
		value = Math.floor(value / 0x80);
	}
	bytes[place++] = value;
	return place;
}

/** @returns the new value */
function add(numbers: Uint32Array, at: number, by: number): number {
	const sum = (numbers[at] ?? 0) + by;
	numbers[at] = sum;
	return sum;
}
