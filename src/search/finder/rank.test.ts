import { expect, test } from "vitest";
import type { Segment } from "./format.ts";
import type { FoundTerm } from "./look-up.ts";
import { rank } from "./rank.ts";

const segment: Segment = { id: "closed", documents: 5000, years: [], sources: [], shown: [] };

/** A pair whose followers in all documents are told by one value. */
function pair(
	place: number,
	documents: readonly number[],
	{ follower, frequency = documents.length }: { follower?: number; frequency?: number } = {},
): FoundTerm {
	const all = <Value>(value: Value) => documents.map(() => value);
	return {
		term: {
			hash: place,
			kind: "pair",
			place,
			weight: 1,
			spelling: undefined,
			...(follower !== undefined && { follower }),
		},
		asked: [segment],
		frequency,
		lists: [
			{
				segment,
				base: 0,
				postings: {
					frequency,
					documents,
					levels: all(3),
					spellings: [],
					spellingOf: [],
					followers: all(follower === undefined ? -1 : 1 << follower),
				},
			},
		],
	};
}

test("a document that was left out of a cut list has the pair where the pair before is followed by it", () => {
	const found = [pair(0, [7, 8], { follower: 4 }), pair(1, [9], { frequency: 4000 })];
	const seven = rank(found, [segment]).find(({ number }) => number === 7);
	expect(seven).toMatchObject({ share: 1, isWhole: true, terms: 0b11 });
});

test("a document that is missing from a complete list does not have the pair", () => {
	const found = [pair(0, [7, 8], { follower: 4 }), pair(1, [9])];
	const seven = rank(found, [segment]).find(({ number }) => number === 7);
	expect(seven).toMatchObject({ share: 0.5, isWhole: false, terms: 0b01 });
});

test("of equal documents the later one comes first", () => {
	expect(rank([pair(0, [7, 8])], [segment]).map(({ number }) => number)).toEqual([8, 7]);
});
