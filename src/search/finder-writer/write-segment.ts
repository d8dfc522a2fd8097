import type { FinderDocument } from "../finder/document.ts";
import type { PostingSource, Segment } from "../finder/format.ts";
import {
	bucketOf,
	bucketPath,
	documentsPerFile,
	filterPath,
	fingerprintOf,
	followingBits,
	impactBits,
	shownPath,
	spellingBits,
} from "../finder/format.ts";
import { hashOfPair, hashOfSingle, hashText } from "../finder/hash.ts";
import { packDocuments } from "../finder/shown-documents.ts";
import type { Abbreviations } from "../finder/terms.ts";
import { DocumentTerms, noWord } from "./document-terms.ts";
import type { BucketTerm, Posting } from "./encode-bucket.ts";
import { encodeBucket } from "./encode-bucket.ts";
import { encodeDocumentList } from "./encode-document-list.ts";
import { PostingRuns, recordSize } from "./posting-runs.ts";
import { SegmentFolder } from "./segment-folder.ts";

export interface SegmentOptions {
	/** Its folder's name. */
	readonly id: string;
	/** Whether articles are still being added: then it consists of few files, as each publish writes them anew. */
	readonly isNewest: boolean;
	/** The root of the index; is created where it is missing. */
	readonly directory: string;
	/** A folder that exists, for what does not fit into memory. */
	readonly temporaryDirectory: string;
	readonly abbreviations: Abbreviations;
}

/** What a bucket is to weigh on average, in bytes. */
const bucketSize = 1100;
/** Bytes that a posting takes with its share of all else, about. */
const postingSize = 1.7;
/** Buckets of a segment that is written anew with each article. */
const newestBits = 4;

/**
 * Writes one segment of the index. The same documents in the same order give the same bytes.
 *
 * @param documents oldest first
 */
export async function writeSegment(
	documents: AsyncIterable<FinderDocument> | Iterable<FinderDocument>,
	{ id, isNewest, directory, temporaryDirectory, abbreviations }: SegmentOptions,
): Promise<Segment> {
	const terms = new DocumentTerms(abbreviations);
	const singles = new PostingRuns(temporaryDirectory);
	const pairs = isNewest ? singles : new PostingRuns(temporaryDirectory);
	const shown: FinderDocument[][] = [];
	const years: [string, number][] = [];
	const filters = new Map<string, number[]>();
	let count = 0;
	let postings = 0;
	let singlePostings = 0;
	let numbering = hashText(id);
	for await (const document of documents) {
		const number = count++;
		const year = document.date.slice(0, 4);
		if (years.at(-1)?.[0] !== year) years.push([year, number]);
		numbering = hashOfPair(numbering, hashText(document.address));
		if (number % documentsPerFile === 0) shown.push([]);
		shown.at(-1)?.push({ ...document, text: "", names: [] });
		for (const kind of ["province", "committee"] as const) {
			const slug = document[kind]?.slug;
			if (slug === undefined) continue;
			const path = filterPath(id, kind, slug);
			const list = filters.get(path);
			if (list) list.push(number);
			else filters.set(path, [number]);
		}
		terms.count(document, (hash, first, second, level, followers) => {
			const runs = second === noWord ? singles : pairs;
			runs.add(hash, first, second, packPosting(number, level, followers));
			postings++;
			if (second === noWord) singlePostings++;
		});
	}
	const folder = new SegmentFolder(directory);
	for (const [index, group] of shown.entries())
		folder.write(shownPath(id, index * documentsPerFile), numbering, await packDocuments(group));
	for (const [path, list] of filters) folder.write(path, numbering, encodeDocumentList(count, list));
	const sources: PostingSource[] = isNewest
		? [{ name: "all", holds: "all", bits: Math.min(newestBits, bitsFor(postings)) }]
		: [
				{ name: "singles", holds: "singles", bits: bitsFor(singlePostings) },
				{ name: "pairs", holds: "pairs", bits: bitsFor(postings - singlePostings) },
			];
	const spellings = new SpellingHashes(terms.words);
	for (const source of sources) {
		const runs = source.holds === "pairs" ? pairs : singles;
		writeBuckets(folder, { id, source, range: Math.max(1, count), numbering, runs, spellings });
	}
	return { id, documents: count, numbering, years, sources };
}

function bitsFor(postings: number): number {
	const buckets = Math.max(1, Math.floor((postings * postingSize) / bucketSize));
	return Math.min(
		16,
		31 - Math.clz32(buckets) + (buckets * buckets > 2 * 4 ** (31 - Math.clz32(buckets)) ? 1 : 0),
	);
}

interface BucketJob {
	readonly id: string;
	readonly source: PostingSource;
	readonly range: number;
	readonly numbering: number;
	readonly runs: PostingRuns;
	readonly spellings: SpellingHashes;
}

function writeBuckets(
	folder: SegmentFolder,
	{ id, source, range, numbering, runs, spellings }: BucketJob,
): void {
	let bucket: BucketTerm[] = [];
	let bucketHash = 0;
	const flush = () =>
		folder.write(bucketPath(id, source, bucketHash), numbering, encodeBucket(range, bucket));
	const turnTo = (number: number) => {
		while (bucketOf(bucketHash, source.bits) < number) {
			flush();
			bucket = [];
			bucketHash += 2 ** (32 - source.bits);
		}
	};
	for (const records of runs.sorted()) {
		for (let at = 0; at < records.length; ) {
			const hash = records[at] ?? 0;
			const fingerprint = fingerprintOf(hash, source.bits);
			const isPair = records[at + 2] !== noWord;
			const postings: Posting[] = [];
			for (; at < records.length; at += recordSize) {
				const other = records[at] ?? 0;
				if (other !== hash) break;
				const posting = records[at + 3] ?? 0;
				postings.push({
					...unpackPosting(posting),
					spelling: spellings.of(records[at + 1] ?? 0, records[at + 2] ?? 0),
				});
			}
			turnTo(bucketOf(hash, source.bits));
			const last = bucket.at(-1);
			if (last?.fingerprint === fingerprint) bucket[bucket.length - 1] = merged(last, postings);
			else bucket.push({ fingerprint, isPair, postings });
		}
	}
	turnTo(2 ** source.bits - 1);
	flush();
}

/** A document's number, the level and the followers in 32 bits. */
function packPosting(document: number, level: number, followers: number): number {
	return (document * 2 ** impactBits + level) * 2 ** (2 ** followingBits) + followers;
}

function unpackPosting(packed: number): Pick<Posting, "document" | "level" | "followers"> {
	const rest = packed >>> (2 ** followingBits);
	return {
		document: rest >>> impactBits,
		level: rest % 2 ** impactBits,
		followers: packed % 2 ** (2 ** followingBits),
	};
}

/** Two terms that the index cannot tell apart. */
function merged({ fingerprint, isPair, postings }: BucketTerm, others: readonly Posting[]): BucketTerm {
	const byDocument = new Map<number, Posting>();
	for (const posting of [...postings, ...others]) {
		const known = byDocument.get(posting.document);
		if (!known || known.level < posting.level) byDocument.set(posting.document, posting);
	}
	return { fingerprint, isPair, postings: [...byDocument.values()].sort((a, b) => a.document - b.document) };
}

/** Hashes of accented spellings, by the numbers of their words. */
class SpellingHashes {
	readonly #hashes: Uint32Array;

	constructor(words: readonly string[]) {
		this.#hashes = Uint32Array.from(words, hashText);
	}

	of(first: number, second: number): number {
		const hash = this.#hashes[first] ?? 0;
		const spelling = second === noWord ? hashOfSingle(hash) : hashOfPair(hash, this.#hashes[second] ?? 0);
		return spelling >>> (32 - spellingBits);
	}
}
