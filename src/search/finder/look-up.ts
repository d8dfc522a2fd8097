import type { Postings } from "./bucket.ts";
import { findPostings } from "./bucket.ts";
import type { PostingSource, Segment } from "./format.ts";
import { bucketPath, fingerprintOf, numberingOf } from "./format.ts";
import type { IndexFiles } from "./index-files.ts";
import type { QueryTerm } from "./query-terms.ts";

/** The postings of one term in one segment. */
export interface SegmentPostings {
	readonly segment: Segment;
	/** Number of the segment's first document among all. */
	readonly base: number;
	readonly postings: Postings;
}

/** What the index knows of a term. */
export interface FoundTerm {
	readonly term: QueryTerm;
	readonly frequency: number;
	readonly lists: readonly SegmentPostings[];
}

const fewTerms = 5;

/** Looks terms up in all segments at once. What cannot be read is counted and left out. */
export async function lookUp(
	files: IndexFiles,
	segments: readonly Segment[],
	terms: readonly QueryTerm[],
	onFailure: (error: unknown) => void,
	signal?: AbortSignal,
): Promise<FoundTerm[]> {
	return await Promise.all(
		terms.map(async (term) => {
			const asked: Promise<SegmentPostings | undefined>[] = [];
			for (const segment of segments) {
				if (term.rank >= termsFor(segment, segments)) continue;
				for (const source of segment.sources.filter((one) => holdsTerm(one, term)))
					asked.push(
						postingsIn(files, segment, source, term.hash, signal)
							.then((postings) => postings && { segment, base: baseOf(segments, segment), postings })
							.catch((error: unknown) => {
								signal?.throwIfAborted();
								onFailure(error);
								return undefined;
							}),
					);
			}
			const lists = (await Promise.all(asked)).filter((list) => list !== undefined);
			return { term, lists, frequency: lists.reduce((sum, { postings }) => sum + postings.frequency, 0) };
		}),
	);
}

/** Small segments are asked for fewer terms of a long query, as each costs a request however small its file is. */
export function termsFor(segment: Segment, segments: readonly Segment[]): number {
	const isLargest = segments.every(({ documents }) => documents <= segment.documents);
	return isLargest ? Number.POSITIVE_INFINITY : fewTerms;
}

function holdsTerm(source: PostingSource, term: QueryTerm): boolean {
	return source.holds === "all" || source.holds === term.kind;
}

async function postingsIn(
	files: IndexFiles,
	segment: Segment,
	source: PostingSource,
	hash: number,
	signal?: AbortSignal,
): Promise<Postings | undefined> {
	const path = bucketPath(segment.id, source, hash);
	return findPostings(
		await files.content(path, numberingOf(source, hash), signal),
		fingerprintOf(hash, source.bits),
	);
}

/** Number of a segment's first document among those of all. */
export function baseOf(segments: readonly Segment[], segment: Segment): number {
	let base = 0;
	for (const other of segments) {
		if (other === segment) break;
		base += other.documents;
	}
	return base;
}
