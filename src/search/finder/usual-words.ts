import type { SegmentList } from "./format.ts";

/** How rare a folded word is: its index among the common words, or their number if it is none of them. */
export type RarityOf = (folded: string | undefined) => number;

/**
 * Common words have long posting lists that say little. If the archive has no dictionary yet, all words are equally
 * rare.
 */
export function readUsualWords({ segments }: SegmentList): RarityOf {
	const words = segments.find(({ dictionary }) => dictionary)?.dictionary?.usual.split(" ") ?? [];
	const places = new Map(words.map((word, place) => [word, place]));
	return (folded) => places.get(folded ?? "") ?? words.length;
}
