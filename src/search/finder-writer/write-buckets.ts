import type { PostingSource } from "../finder/format.ts";
import {
	bucketOf,
	bucketPath,
	fingerprintOf,
	impactBits,
	numberingOf,
	spellingBits,
} from "../finder/format.ts";
import { hashOfPair, hashOfSingle, hashText } from "../finder/hash.ts";
import { filterWord, noWord } from "./document-terms.ts";
import type { BucketTerm, Posting } from "./encode-bucket.ts";
import { encodeBucket } from "./encode-bucket.ts";
import type { PostingRuns } from "./posting-runs.ts";
import { recordSize } from "./posting-runs.ts";
import type { SegmentFolder } from "./segment-folder.ts";
import type { SourceLayout } from "./source-layout.ts";

/** Documents that a term stands in before it counts as a word of the language and not as a slip. */
const frequentEnough = 3;

export interface BucketsToWrite {
	/** The segment's folder. */
	readonly id: string;
	readonly sources: readonly SourceLayout[];
	readonly runs: PostingRuns;
	/** Accented spellings by the numbers that the records have. */
	readonly words: readonly string[];
	/** Takes each term that is frequent enough, with the words of its most frequent spelling. */
	readonly onFrequent?: (first: number, second: number, frequency: number) => void;
}

/** Writes every bucket of some sources, those without terms as well. */
export function writeBuckets(
	folder: SegmentFolder,
	{ id, sources, runs, words, onFrequent }: BucketsToWrite,
): void {
	const spelling = spellingHashes(words);
	const open = sources.map((layout) => ({ ...layout, writer: new BucketWriter(folder, id, layout) }));
	for (const records of runs.sorted()) {
		for (let at = 0; at < records.length; ) {
			const hash = records[at] ?? 0;
			const second = records[at + 2];
			const kind = second === noWord ? "single" : second === filterWord ? "filter" : "pair";
			const start = at;
			const postings: Posting[] = [];
			for (; at < records.length && records[at] === hash; at += recordSize)
				postings.push({
					document: (records[at + 3] ?? 0) >>> impactBits,
					level: (records[at + 3] ?? 0) % 2 ** impactBits,
					followers: records[at + 4] ?? 0,
					spelling: spelling(records[at + 1] ?? 0, records[at + 2] ?? 0),
				});
			if (onFrequent && postings.length >= frequentEnough && kind !== "filter") {
				const [first, other] = mostFrequentSpelling(records, start, at);
				onFrequent(first, other, postings.length);
			}
			for (const { from, to, writer } of open) {
				const first = from(hash);
				const end = to(hash);
				const own =
					open.length === 1
						? postings
						: postings.filter(({ document }) => document >= first && document < end);
				if (own.length > 0) writer.add(hash, kind, own);
			}
		}
	}
	for (const { writer } of open) writer.end();
}

function mostFrequentSpelling(
	records: Uint32Array,
	start: number,
	end: number,
): [first: number, second: number] {
	const counts = new Map<number, number>();
	let best = start;
	let most = 0;
	for (let at = start; at < end; at += recordSize) {
		const key = (records[at + 1] ?? 0) * 2 ** 20 + (records[at + 2] ?? 0);
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		if (count <= most) continue;
		most = count;
		best = at;
	}
	return [records[best + 1] ?? 0, records[best + 2] ?? 0];
}

/** Writes the buckets of one source, one after the other. */
class BucketWriter {
	readonly #folder: SegmentFolder;
	readonly #id: string;
	readonly #layout: SourceLayout;
	readonly #source: PostingSource;
	#number = 0;
	#terms: BucketTerm[] = [];

	constructor(folder: SegmentFolder, id: string, layout: SourceLayout) {
		this.#folder = folder;
		this.#id = id;
		this.#layout = layout;
		this.#source = layout.source;
	}

	/** @param hash not below that of the term before */
	add(hash: number, kind: BucketTerm["kind"], postings: readonly Posting[]): void {
		this.#turnTo(bucketOf(hash, this.#source.bits));
		const fingerprint = fingerprintOf(hash, this.#source.bits);
		const last = this.#terms.at(-1);
		if (last?.fingerprint === fingerprint) this.#terms[this.#terms.length - 1] = merged(last, postings);
		else this.#terms.push({ fingerprint, kind, postings });
	}

	end(): void {
		this.#turnTo(2 ** this.#source.bits);
	}

	#turnTo(number: number): void {
		for (; this.#number < number; this.#number++) {
			const hash = this.#source.bits === 0 ? 0 : this.#number * 2 ** (32 - this.#source.bits);
			const numbering = numberingOf(this.#source, hash);
			const content = encodeBucket(this.#layout.from(hash), this.#layout.to(hash), this.#terms);
			this.#folder.write(bucketPath(this.#id, this.#source, hash), numbering, content);
			this.#terms = [];
		}
	}
}

/** Two terms that the index cannot tell apart. */
function merged({ fingerprint, kind, postings }: BucketTerm, others: readonly Posting[]): BucketTerm {
	const byDocument = new Map<number, Posting>();
	for (const posting of [...postings, ...others]) {
		const known = byDocument.get(posting.document);
		if (!known || known.level < posting.level) byDocument.set(posting.document, posting);
	}
	return { fingerprint, kind, postings: [...byDocument.values()].sort((a, b) => a.document - b.document) };
}

/** Hashes of accented spellings, by the numbers of their words. */
function spellingHashes(words: readonly string[]): (first: number, second: number) => number {
	const hashes = Uint32Array.from(words, hashText);
	return (first, second) => {
		const hash = hashes[first] ?? 0;
		const spelling = second >= filterWord ? hashOfSingle(hash) : hashOfPair(hash, hashes[second] ?? 0);
		return spelling >>> (32 - spellingBits);
	};
}
