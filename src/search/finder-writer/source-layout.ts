import type { PostingSource, TermKind } from "../finder/format.ts";
import { bucketOf } from "../finder/format.ts";

/** A source to be written: which documents of a term belong to it. */
export interface SourceLayout {
	readonly source: PostingSource;
	/** The span of documents of the terms with a hash, the end excluded. */
	readonly from: (hash: number) => number;
	readonly to: (hash: number) => number;
}

/** What a bucket is to weigh on average, in bytes. */
const bucketSize = 800;
/** Bytes that a posting takes with its share of all else, about. */
const postingSize = 2.1;
/** More buckets than this are too many files for some hosts. */
const mostBits = 16;
/** Up to so many documents a segment that is being added to has so many buckets and groups (as bits). */
const rollingSizes = [
	{ most: 16, bits: 4, groupBits: 2 },
	{ most: 80, bits: 5, groupBits: 2 },
	{ most: 240, bits: 8, groupBits: 4 },
	{ most: Number.POSITIVE_INFINITY, bits: 9, groupBits: 4 },
] as const;

/** Of a segment to which nothing is added: one source for each kind of term. @param numberings of 0, 1, … documents */
export function settledSource(name: TermKind, postings: number, numberings: readonly number[]): SourceLayout {
	return {
		source: { name, holds: name, bits: bitsFor(postings), numberings: numberings.slice(-1) },
		from: () => 0,
		to: () => numberings.length - 1,
	};
}

/**
 * Of the segment to which articles are added: most of it stands in `main`, the latest documents in `tail`. The terms
 * are parted in as many groups as `tail` has buckets. Each article that is added moves one group's documents from
 * `tail` to `main`, in turn; so it changes all of `tail`, which is small, and a fraction of `main`.
 *
 * @param numberings of 0, 1, … documents
 */
export function rollingSources(numberings: readonly number[]): SourceLayout[] {
	const count = numberings.length - 1;
	const { bits, groupBits } = rollingSizes.find(({ most }) => count <= most) ?? rollingSizes[0];
	const groups = 2 ** groupBits;
	const settled = (hash: number) =>
		Math.max(0, count - ((count + groups - bucketOf(hash, groupBits)) % groups));
	const numberingsOfGroups = Array.from(
		{ length: groups },
		(_, group) => numberings[settled(group * 2 ** (32 - groupBits))] ?? 0,
	);
	return [
		{
			source: { name: "main", holds: "all", bits, numberings: numberingsOfGroups },
			from: () => 0,
			to: settled,
		},
		{
			source: { name: "tail", holds: "all", bits: groupBits, numberings: numberings.slice(-1) },
			from: settled,
			to: () => count,
		},
	];
}

function bitsFor(postings: number): number {
	const buckets = Math.max(1, Math.round((postings * postingSize) / bucketSize));
	const bits = 31 - Math.clz32(buckets);
	// The nearest power of two, by the ratio.
	return Math.min(mostBits, buckets * buckets > 2 * 4 ** bits ? bits + 1 : bits);
}
