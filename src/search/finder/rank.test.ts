import { expect, test } from "vitest";
import { anyFollower } from "./followers.ts";
import type { Segment } from "./format.ts";
import { levelOf } from "./impact.ts";
import { listCandidates } from "./list-candidates.ts";
import type { FoundTerm } from "./look-up.ts";
import { planQuery } from "./query-terms.ts";
import { rank } from "./rank.ts";

const segment: Segment = { id: "closed", documents: 5000, years: [], sources: [], shown: [] };

interface PairOptions {
	/** The follower in the query, and the packed followers in the documents, by default only that one. */
	readonly follower?: number;
	readonly followers?: number;
	readonly level?: number;
	/** Documents that have the term, without further details. */
	readonly others?: readonly number[];
}

function pair(
	place: number,
	documents: readonly number[],
	{ follower, followers = follower ?? anyFollower, level = 3, others = [] }: PairOptions = {},
): FoundTerm {
	const all = <Value>(value: Value) => documents.map(() => value);
	const frequency = documents.length + others.length;
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
				base: 0,
				postings: {
					frequency,
					documents,
					levels: all(level),
					spellings: [],
					spellingOf: [],
					followers: all(followers),
					others,
				},
			},
		],
	};
}

const numbersOf = (found: readonly FoundTerm[]) => rank(found, [segment]).map(({ number }) => number);

test("the document with the least impact of a frequent pair still has it", () => {
	const [seven] = rank([pair(0, [7], { follower: 4 }), pair(1, [9], { others: [7] })], [segment]);
	expect(seven).toMatchObject({ number: 7, share: 1, isCertain: true, terms: 0b11 });
});

test("a document with the phrase ranks before one that may have it, and that before scattered words", () => {
	const phrase = joined(pair(0, [1], { follower: 4 }), pair(0, [3], { follower: 4, followers: 5 }));
	const first = joined(phrase, pair(0, [], { follower: 4, others: [2] }));
	expect(numbersOf([first, pair(1, [1, 2, 3])])).toEqual([1, 2, 3]);
});

test("one word in the title and one in the body are not a phrase", () => {
	const found = [pair(0, [7], { follower: 4 }), pair(1, [7], { level: onlyInTitle })];
	expect(rank(found, [segment])[0]?.isCertain).toBe(false);
});

test("frequent words of a sentence do not count by themselves", () => {
	const sentence = (others: readonly number[]) =>
		[0, 1, 2, 3, 4, 5].map((place) => pair(place, place === 0 ? [7] : [], { others }));
	expect(numbersOf(sentence([7, 8]))).toEqual([7]);
	expect(numbersOf(sentence([7, 8]).slice(0, 2))).toEqual([7, 8]);
});

test("the later of two equal documents ranks first", () => {
	expect(rank([pair(0, [7, 8])], [segment]).map(({ number }) => number)).toEqual([8, 7]);
});

const onlyInTitle = levelOf(0, 11);

/** Terms of a query: some texts have all of its pairs, and some titles have part of them. */
function askedFor(pairs: number, { inTitles }: { inTitles: number }) {
	const found = Array.from({ length: pairs }, (_, place) => [
		pair(place, [1]),
		...(place < inTitles ? [pair(place, [2], { level: onlyInTitle })] : []),
	]).map(([first, second]) => (second ? joined(first as FoundTerm, second) : (first as FoundTerm)));
	return numbersOf(found);
}

/** A term with the postings of two. */
function joined(one: FoundTerm, other: FoundTerm): FoundTerm {
	return { ...one, frequency: one.frequency + other.frequency, lists: [...one.lists, ...other.lists] };
}

test("a title with half of a long query does not rank before a text with all of it", () => {
	expect(askedFor(8, { inTitles: 4 })).toEqual([1, 2]);
});

test("a title with nearly all of a long query ranks before a text with all of it", () => {
	expect(askedFor(8, { inTitles: 7 })).toEqual([2, 1]);
});

test("a long query has a certain answer only in a title", () => {
	const certain = (level: number) =>
		rank(
			[0, 1, 2, 3, 4, 5].map((place) => pair(place, [7], { level })),
			[segment],
		)[0]?.isCertain;
	expect([certain(3), certain(onlyInTitle)]).toEqual([false, true]);
});

test("a short query has a certain answer if a text contains it", () => {
	expect(rank([pair(0, [7])], [segment])[0]?.isCertain).toBe(true);
});

test("a word with accents ranks exact matches first, whatever other words titles have", () => {
	const term = { hash: 1, kind: "single", place: 0, weight: 1, spelling: 77 } as const;
	const postings = {
		frequency: 4,
		documents: [1, 2, 3],
		levels: [levelOf(3, 11), 1, levelOf(3, 11)],
		spellings: [5, 77],
		spellingOf: [0, 1, 0],
		followers: [],
		others: [4],
	};
	const found = { term, asked: [segment], frequency: 4, lists: [{ base: 0, postings }] };
	const candidates = rank([found], [segment]);
	expect(candidates.map(({ number, isOtherSpelling }) => [number, isOtherSpelling])[0]).toEqual([2, false]);
	expect(candidates.slice(1).every(({ isOtherSpelling }) => isOtherSpelling)).toBe(true);
});

test("if no text has a word's accents, all its spellings count as different", () => {
	const term = { hash: 1, kind: "single", place: 0, weight: 1, spelling: 99 } as const;
	const postings = {
		frequency: 2,
		documents: [1, 2],
		levels: [1, 1],
		spellings: [5, 77],
		spellingOf: [0, 1],
		followers: [],
		others: [],
	};
	const found = { term, asked: [segment], frequency: 2, lists: [{ base: 0, postings }] };
	expect(rank([found], [segment]).map(({ isOtherSpelling }) => isOtherSpelling)).toEqual([true, true]);
});

test("a word without accents ranks the articles that have it so first, and finds all others", () => {
	const [only] = planQuery([{ folded: "cam", exact: "cam" }], [], () => 1).first;
	if (!only) throw new Error("a word is a term");
	const postings = {
		frequency: 3,
		documents: [1, 2, 3],
		levels: [levelOf(3, 11), 1, levelOf(3, 11)],
		spellings: [5, only.spelling ?? 0],
		spellingOf: [0, 1, 0],
		followers: [],
		others: [],
	};
	const found = { term: only, asked: [segment], frequency: 3, lists: [{ base: 0, postings }] };
	const candidates = rank([found], [segment]);
	expect(candidates.map(({ number }) => number)).toEqual([2, 3, 1]);
	expect(listCandidates(candidates, false)).toHaveLength(3);
});
