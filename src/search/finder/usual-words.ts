import type { SegmentList } from "./format.ts";

/** How seldom a folded word is: its place among the usual ones, or beyond them. */
export type RarityOf = (folded: string | undefined) => number;

/** Usual words have long lists that tell little. All are equally rare where the archive has no dictionary yet. */
export function readUsualWords({ segments }: SegmentList): RarityOf {
	const words = segments.find(({ dictionary }) => dictionary)?.dictionary?.usual.split(" ") ?? [];
	const places = new Map(words.map((word, place) => [word, place]));
	return (folded) => places.get(folded ?? "") ?? words.length;
}
