import { expect, test } from "vitest";
import type { Segment } from "./format.ts";
import { levelOf } from "./impact.ts";
import type { FoundTerm } from "./look-up.ts";
import { rank } from "./rank.ts";

const segment: Segment = { id: "closed", documents: 5000, years: [], sources: [], shown: [] };

/** A pair whose followers in all documents are told by one value. */
function pair(
	place: number,
	documents: readonly number[],
	{
		follower,
		frequency = documents.length,
		level = 3,
	}: { follower?: number; frequency?: number; level?: number } = {},
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
					levels: all(level),
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
	expect(seven).toMatchObject({ share: 1, isCertain: true, terms: 0b11 });
});

test("a document that is missing from a complete list does not have the pair", () => {
	const found = [pair(0, [7, 8], { follower: 4 }), pair(1, [9])];
	const seven = rank(found, [segment]).find(({ number }) => number === 7);
	expect(seven).toMatchObject({ share: 0.5, isCertain: false, terms: 0b01 });
});

test("of equal documents the later one comes first", () => {
	expect(rank([pair(0, [7, 8])], [segment]).map(({ number }) => number)).toEqual([8, 7]);
});

const onlyInTitle = levelOf(0, true);

/** Where some texts speak of all pairs of a question, and some titles have part of them. */
function askedFor(pairs: number, { inTitles }: { inTitles: number }) {
	const found = Array.from({ length: pairs }, (_, place) => [
		pair(place, [1]),
		...(place < inTitles ? [pair(place, [2], { level: onlyInTitle })] : []),
	]).map(([first, second]) => (second ? joined(first as FoundTerm, second) : (first as FoundTerm)));
	return rank(found, [segment]).map(({ number }) => number);
}

/** One term with the postings of two. */
function joined(one: FoundTerm, other: FoundTerm): FoundTerm {
	return { ...one, frequency: one.frequency + other.frequency, lists: [...one.lists, ...other.lists] };
}

test("a title with half of a long question does not stand before a text with all of it", () => {
	expect(askedFor(8, { inTitles: 4 })).toEqual([1, 2]);
});

test("a title with nearly all of a long question stands before a text with all of it", () => {
	expect(askedFor(8, { inTitles: 7 })).toEqual([2, 1]);
});

test("a long question is answered for certain by a title alone", () => {
	const certain = (level: number) =>
		rank(
			[0, 1, 2, 3, 4, 5].map((place) => pair(place, [7], { level })),
			[segment],
		)[0]?.isCertain;
	expect([certain(3), certain(onlyInTitle)]).toEqual([false, true]);
});

test("a short question is answered for certain where a text has it", () => {
	expect(rank([pair(0, [7])], [segment])[0]?.isCertain).toBe(true);
});
