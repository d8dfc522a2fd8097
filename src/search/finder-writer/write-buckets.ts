import type { PostingSource } from "../finder/format.ts";
import { bucketOf, bucketPath, fingerprintOf, numberingOf } from "../finder/format.ts";
import type { BucketTerm } from "./encode-bucket.ts";
import { BucketEncoder } from "./encode-bucket.ts";
import type { RecordSpan } from "./posting-records.ts";
import {
	documentAt,
	firstWordAt,
	hashAt,
	kindAt,
	levelAt,
	recordSize,
	secondWordAt,
} from "./posting-records.ts";
import type { PostingRuns } from "./posting-runs.ts";
import type { SegmentFolder } from "./segment-folder.ts";
import type { SourceLayout } from "./source-layout.ts";

/** The number of documents from which a term counts as a word and not as a typing error. */
const frequentEnough = 3;

export interface BucketsToWrite {
	/** The segment's folder. */
	readonly id: string;
	readonly sources: readonly SourceLayout[];
	readonly runs: PostingRuns;
	/** Accented spellings by their numbers in records. */
	readonly words: readonly string[];
	/** Receives each sufficiently frequent term, with the words of its most frequent spelling. */
	readonly onFrequent?: (first: number, second: number, frequency: number) => void;
}

/** Writes every bucket of the sources, including empty ones. */
export function writeBuckets(
	folder: SegmentFolder,
	{ id, sources, runs, words, onFrequent }: BucketsToWrite,
): void {
	const encoder = new BucketEncoder(words);
	const open = sources.map((layout) => ({
		...layout,
		writer: new BucketWriter(folder, id, layout, encoder),
	}));
	for (const records of runs.sorted()) {
		let end = 0;
		for (let start = 0; start < records.length; start = end) {
			const hash = hashAt(records, start);
			for (end = start + recordSize; hashAt(records, end) === hash && end < records.length; )
				end += recordSize;
			const postings = { records, start, end };
			const kind = kindAt(records, start);
			const frequency = (end - start) / recordSize;
			if (onFrequent && frequency >= frequentEnough && kind !== "filter") {
				const best = mostFrequentSpelling(postings);
				onFrequent(firstWordAt(records, best), secondWordAt(records, best), frequency);
			}
			for (const { from, to, writer } of open) {
				const own = between(postings, from(hash), to(hash));
				if (own.start < own.end) writer.add(hash, kind, own);
			}
		}
	}
	for (const { writer } of open) writer.end();
}

/** The postings of a range of documents, excluding its end. */
function between({ records, start, end }: RecordSpan, first: number, last: number): RecordSpan {
	let from = start;
	let to = end;
	while (from < to && documentAt(records, from) < first) from += recordSize;
	while (to > from && documentAt(records, to - recordSize) >= last) to -= recordSize;
	return { records, start: from, end: to };
}

/** Index of a posting with the most frequent spelling. */
function mostFrequentSpelling({ records, start, end }: RecordSpan): number {
	const counts = new Map<number, number>();
	let best = start;
	let most = 0;
	for (let at = start; at < end; ) {
		const first = firstWordAt(records, at);
		const second = secondWordAt(records, at);
		const from = at;
		// Most postings have the same spelling as the previous one.
		while (at < end && firstWordAt(records, at) === first && secondWordAt(records, at) === second)
			at += recordSize;
		const key = first * 2 ** 32 + second;
		const count = (counts.get(key) ?? 0) + (at - from) / recordSize;
		if (from === start && at === end) return start;
		counts.set(key, count);
		if (count <= most) continue;
		most = count;
		best = from;
	}
	return best;
}

/** Writes the buckets of one source, one after the other. */
class BucketWriter {
	readonly #folder: SegmentFolder;
	readonly #id: string;
	readonly #layout: SourceLayout;
	readonly #encoder: BucketEncoder;
	readonly #source: PostingSource;
	#number = 0;
	#terms: BucketTerm[] = [];

	constructor(folder: SegmentFolder, id: string, layout: SourceLayout, encoder: BucketEncoder) {
		this.#folder = folder;
		this.#id = id;
		this.#layout = layout;
		this.#encoder = encoder;
		this.#source = layout.source;
	}

	/** @param hash not below that of the previous term */
	add(hash: number, kind: BucketTerm["kind"], postings: RecordSpan): void {
		this.#turnTo(bucketOf(hash, this.#source.bits));
		const fingerprint = fingerprintOf(hash, this.#source.bits);
		const last = this.#terms.at(-1);
		if (last?.fingerprint === fingerprint)
			this.#terms[this.#terms.length - 1] = { ...last, postings: merged(last.postings, postings) };
		else this.#terms.push({ fingerprint, kind, postings });
	}

	end(): void {
		this.#turnTo(2 ** this.#source.bits);
	}

	#turnTo(number: number): void {
		for (; this.#number < number; this.#number++) {
			const hash = this.#source.bits === 0 ? 0 : this.#number * 2 ** (32 - this.#source.bits);
			const numbering = numberingOf(this.#source, hash);
			const content = this.#encoder.encode(this.#layout.from(hash), this.#layout.to(hash), this.#terms);
			this.#folder.write(bucketPath(this.#id, this.#source, hash), numbering, content);
			this.#terms = [];
		}
	}
}

/** Merges the postings of two terms with the same fingerprint: the stronger one of each document. */
function merged(one: RecordSpan, other: RecordSpan): RecordSpan {
	const byDocument = new Map<number, Uint32Array>();
	for (const { records, start, end } of [one, other])
		for (let at = start; at < end; at += recordSize) {
			const document = documentAt(records, at);
			const known = byDocument.get(document);
			if (!known || levelAt(known, 0) < levelAt(records, at))
				byDocument.set(document, records.subarray(at, at + recordSize));
		}
	const records = new Uint32Array(byDocument.size * recordSize);
	for (const [place, [, record]] of [...byDocument].sort(([a], [b]) => a - b).entries())
		records.set(record, place * recordSize);
	return { records, start: 0, end: records.length };
}
