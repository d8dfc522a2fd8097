import type { Archive } from "./archive.ts";
import type { Postings } from "./bucket.ts";
import { findPostings } from "./bucket.ts";
import type { PostingSource, Segment } from "./format.ts";
import { bucketPath, fingerprintOf, numberingOf } from "./format.ts";
import { giveUpIfAborted } from "./give-up.ts";
import type { QueryTerm } from "./query-terms.ts";
import { sum } from "./sum.ts";

/** The postings of one term in one segment. */
export interface SegmentPostings {
	/** Number of the segment's first document among all. */
	readonly base: number;
	readonly postings: Postings;
}

/** What the index knows of a term. */
export interface FoundTerm {
	readonly term: QueryTerm;
	/** The segments that were asked for it. */
	readonly asked: readonly Segment[];
	/** How many of their documents have it. */
	readonly frequency: number;
	readonly lists: readonly SegmentPostings[];
}

/** Looks up terms in segments, all at once. Files that cannot be read are counted and left out. */
export async function lookUp(
	archive: Archive,
	segments: readonly Segment[],
	terms: readonly QueryTerm[],
): Promise<FoundTerm[]> {
	return await Promise.all(
		terms.map(async (term) => {
			const reads = segments.flatMap((segment) =>
				segment.sources
					.filter(({ holds }) => holds === "all" || holds === term.kind)
					.map((source) => readPostings(archive, segment, source, term.hash)),
			);
			const lists = (await Promise.all(reads)).filter((list) => list !== undefined);
			return { term, asked: segments, lists, frequency: sum(lists, ({ postings }) => postings.frequency) };
		}),
	);
}

async function readPostings(
	{ files, list, signal, onFailure }: Archive,
	segment: Segment,
	source: PostingSource,
	hash: number,
): Promise<SegmentPostings | undefined> {
	try {
		const path = bucketPath(segment.id, source, hash);
		const bucket = await files.content(path, numberingOf(source, hash), signal);
		const postings = findPostings(bucket, fingerprintOf(hash, source.bits));
		return postings && { base: baseOf(list.segments, segment), postings };
	} catch (error) {
		giveUpIfAborted(signal);
		onFailure(error);
		return undefined;
	}
}

/** Number of a segment's first document among the documents of all segments. */
export function baseOf(segments: readonly Segment[], segment: Segment): number {
	return sum(segments.slice(0, segments.indexOf(segment)), ({ documents }) => documents);
}
