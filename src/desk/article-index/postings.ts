/** Posting lists: which documents have a word, and where in them. Documents are in ascending order. */

/** Where a word occurs: bits of a mask. */
export const inTitle = 1;
export const inNames = 2;
export const inLead = 4;
export const inBody = 8;

/** A document's words: the number of each with its mask in the lowest four bits. */
export type DocumentWords = Uint32Array;

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
export class Postings {
	readonly parts: PostingParts;

	constructor(parts: PostingParts) {
		this.parts = parts;
	}

	static readonly none = new Postings({
		bytes: new Uint8Array(0),
		ends: new Uint32Array(0),
		last: new Uint32Array(0),
	});

	each(word: number, visit: (document: number, mask: number) => void): void {
		const { bytes, ends } = this.parts;
		if (word >= ends.length) return;
		let at = word === 0 ? 0 : (ends[word - 1] ?? 0);
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

	/**
	 * The lists with further documents appended.
	 *
	 * @param documents with their words, in ascending order, all after the existing ones
	 */
	with(
		documents: readonly { readonly document: number; readonly words: DocumentWords }[],
		wordCount: number,
	): Postings {
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
		const { bytes: before, ends: endsBefore, last: lastBefore } = this.parts;
		const bytes = new Uint8Array(before.length + added.length * 6);
		const ends = new Uint32Array(wordCount);
		const last = new Uint32Array(wordCount);
		let at = 0;
		for (let word = 0; word < wordCount; word++) {
			const known = word < endsBefore.length;
			if (known) {
				const start = word === 0 ? 0 : (endsBefore[word - 1] ?? 0);
				bytes.set(before.subarray(start, endsBefore[word]), at);
				at += (endsBefore[word] ?? 0) - start;
			}
			let previous = known ? (lastBefore[word] ?? 0) : 0;
			for (let place = counts[word] ?? 0; place < (counts[word + 1] ?? 0); place++) {
				const document = added[place] ?? 0;
				const mask = masks[place] ?? inBody;
				let value = (document - previous) * 2 + (mask === inBody ? 0 : 1);
				while (value >= 0x80) {
					bytes[at++] = (value & 0x7f) | 0x80;
					value = Math.floor(value / 0x80);
				}
				bytes[at++] = value;
				if (mask !== inBody) bytes[at++] = mask;
				previous = document;
			}
			ends[word] = at;
			last[word] = previous;
		}
		return new Postings({ bytes: bytes.slice(0, at), ends, last });
	}
}

/** @returns the new value */
function add(numbers: Uint32Array, at: number, by: number): number {
	const sum = (numbers[at] ?? 0) + by;
	numbers[at] = sum;
	return sum;
}
