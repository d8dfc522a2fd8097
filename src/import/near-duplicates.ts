import { fold } from "../text/index.ts";

const shingleWords = 4;
/** How many of a text's smallest shingles represent all of them. */
const sketchSize = 16;
/** By how many of its shingles a text is looked up. */
const keysPerText = 6;
/** The least number of words; shorter texts are alike by chance. */
const leastWords = 40;
/** From this share of common shingles, two texts count as one story. */
const alike = 0.5;

/** The most duplicates that are reported for one text, which may be a form letter. */
const toldAtMost = 5;

/**
 * Finds stories that were imported more than once, from two sources or under two titles. Texts are compared by
 * sequences of four folded words (shingles). 64 bytes are kept for each text.
 */
export class NearDuplicates {
	readonly #sketches: Uint32Array[] = [];
	readonly #labels: string[] = [];
	readonly #textsByKey = new Map<number, number[]>();

	/**
	 * @param label by which a person finds the text
	 * @returns the labels of earlier texts that tell the same story, with the share of words in common, from 0 to 1
	 */
	add(label: string, text: string): { readonly label: string; readonly share: number }[] {
		const sketch = sketchOf(text);
		if (!sketch) return [];
		const candidates = new Set<number>();
		for (const key of sketch.subarray(0, keysPerText)) {
			const texts = this.#textsByKey.get(key);
			for (const text of texts ?? []) candidates.add(text);
			if (!texts) this.#textsByKey.set(key, [this.#labels.length]);
			// A shingle that twenty texts share is a stock phrase and tells nothing.
			else if (texts.length < 20) texts.push(this.#labels.length);
		}
		const found = [...candidates]
			.map((index) => ({
				label: this.#labels[index] ?? "",
				share: shareOf(sketch, this.#sketches[index] ?? new Uint32Array()),
			}))
			.filter(({ share }) => share >= alike);
		this.#labels.push(label);
		this.#sketches.push(sketch);
		return found.sort((a, b) => b.share - a.share).slice(0, toldAtMost);
	}
}

function sketchOf(text: string): Uint32Array | undefined {
	const words = fold(text.slice(0, 20_000)).match(/[a-z0-9]+/g) ?? [];
	if (words.length < leastWords) return undefined;
	const hashes = words.map(hashOf);
	const smallest = new Set<number>();
	let largest = 0xffffffff;
	for (let index = 0; index + shingleWords <= hashes.length; index += 1) {
		let hash = 0;
		for (let word = 0; word < shingleWords; word += 1)
			hash = Math.imul(hash ^ (hashes[index + word] ?? 0), 0x9e3779b1) >>> 0;
		hash = (hash ^ (hash >>> 15)) >>> 0;
		if (smallest.size === sketchSize && hash >= largest) continue;
		smallest.add(hash);
		if (smallest.size > sketchSize) smallest.delete(largest);
		if (smallest.size === sketchSize) largest = Math.max(...smallest);
	}
	return Uint32Array.from(smallest).sort();
}

/** FNV-1a */
function hashOf(word: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < word.length; index += 1) {
		hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193) >>> 0;
	}
	return hash;
}

/** The share of common shingles among the smallest of both texts. */
function shareOf(a: Uint32Array, b: Uint32Array): number {
	let common = 0;
	let together = 0;
	for (let i = 0, j = 0; together < sketchSize && (i < a.length || j < b.length); together += 1) {
		const left = a[i] ?? Number.POSITIVE_INFINITY;
		const right = b[j] ?? Number.POSITIVE_INFINITY;
		if (left === right) common += 1;
		if (left <= right) i += 1;
		if (right <= left) j += 1;
	}
	return common / Math.max(together, 1);
}
