import type { BundleWords } from "./bundle-words.ts";
import { compareBytes } from "./byte-order.ts";
import { CborWriter } from "./cbor-writer.ts";
import { listPlaces } from "./places.ts";
import type { Postings } from "./posting-list.ts";

/** Neighbouring words, which a browser loads together. */
export interface WordChunk {
	/** Between which words it is asked for; no longer than tells them from the neighbours'. */
	readonly from: string;
	readonly to: string;
	readonly content: Uint8Array;
}

/** Forms, pages and places after which a chunk ends. */
const chunkSize = 20_000;

/** @param fieldNumbers the final number of each field of pages */
export function* wordChunks(words: BundleWords, fieldNumbers: readonly number[]): Generator<WordChunk> {
	const postingsOf = words.postings();
	const writer = new CborWriter();
	let last: WordChunk | undefined;
	let own: string[] = [];
	let size = 0;
	const take = (): WordChunk => {
		const list = writer.take();
		writer.array(1);
		writer.array(own.length);
		const chunk = { from: own[0] ?? "", to: own.at(-1) ?? "", content: Buffer.concat([writer.take(), list]) };
		own = [];
		size = 0;
		return chunk;
	};
	const writePages = (postings: Postings | undefined) => {
		if (postings) size += writePostings(writer, postings, fieldNumbers);
		else writer.array(0);
	};
	for (const { word, plain, marked } of words.list()) {
		if (size >= chunkSize) {
			const [before, chunk] = parted(last, take());
			if (before) yield before;
			last = chunk;
		}
		writer.array(3);
		writer.text(word);
		writePages(plain && postingsOf(plain.number));
		writer.array(marked.length);
		for (const { text, number } of marked) {
			writer.array(2);
			writer.text(text);
			writePages(postingsOf(number));
			size++;
		}
		own.push(word);
	}
	if (own.length === 0) return;
	const [before, chunk] = parted(last, take());
	if (before) yield before;
	yield chunk;
}

/** @returns how much they are, by Pagefind's count */
function writePostings(
	writer: CborWriter,
	{ pages, places }: Postings,
	fieldNumbers: readonly number[],
): number {
	let count = 0;
	for (let at = 0; at < pages.length; at++) if (at === 0 || pages[at] !== pages[at - 1]) count++;
	writer.array(count);
	let size = count;
	let before = 0;
	let end = 0;
	for (let start = 0; start < pages.length; start = end) {
		const page = pages[start] ?? 0;
		while (pages[end] === page) end++;
		const { content, fields } = listPlaces(places.subarray(start, end), fieldNumbers);
		writer.array(3);
		writer.integer(page - before);
		writer.integers(content);
		writer.integers(fields);
		before = page;
		size += content.length + fields.length;
	}
	return size;
}

/** Cuts the end of one chunk and the beginning of the next to what tells them apart. */
function parted(one: WordChunk | undefined, other: WordChunk): [WordChunk | undefined, WordChunk] {
	if (!one) return [undefined, other];
	const [last, first] = [[...one.to], [...other.from]];
	let same = 0;
	while (same < last.length && last[same] === first[same]) same++;
	const to = last.slice(0, same + 1).join("");
	return [
		// Not before the words with which it begins.
		compareBytes(to, one.from) < 0 ? one : { ...one, to },
		{ ...other, from: first.slice(0, same + 1).join("") },
	];
}
