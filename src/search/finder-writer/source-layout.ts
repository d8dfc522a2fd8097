import type { PostingSource, TermKind } from "../finder/format.ts";
import { bucketOf } from "../finder/format.ts";

/** A posting source to be written, and the documents of a term that belong to it. */
export interface SourceLayout {
	readonly source: PostingSource;
	/** The range of documents for terms with a hash, excluding the end. */
	readonly from: (hash: number) => number;
	readonly to: (hash: number) => number;
}

/** The target size of a bucket in bytes. */
const bucketSize = 800;
/** The approximate bytes per posting, including its share of everything else. */
const postingSize = 2.1;
/** The most buckets (as bits): more would be too many files for some hosts. */
const mostBits = 16;
/** The number of buckets and groups (as bits) of a growing segment, by its number of documents. */
const rollingSizes = [
	{ most: 16, bits: 4, groupBits: 2 },
	{ most: 80, bits: 5, groupBits: 2 },
	{ most: 240, bits: 8, groupBits: 4 },
	{ most: Number.POSITIVE_INFINITY, bits: 9, groupBits: 4 },
] as const;

/**
 * The source of a closed segment: one for each kind of term.
 * @param numberings of 0, 1, … documents
 */
export function settledSource(name: TermKind, postings: number, numberings: readonly number[]): SourceLayout {
	return {
		source: { name, holds: name, bits: bitsFor(postings), numberings: numberings.slice(-1) },
		from: () => 0,
		to: () => numberings.length - 1,
	};
}

/**
 * The sources of a growing segment: most documents are in `main`, the latest in `tail`. Terms are divided into as many
 * groups as `tail` has buckets. Each added article moves one group's documents from `tail` to `main`, in turn. So it
 * changes all of `tail`, which is small, and a fraction of `main`.
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
	// Rounds to the nearest power of two, by ratio.
	return Math.min(mostBits, buckets * buckets > 2 * 4 ** bits ? bits + 1 : bits);
}
