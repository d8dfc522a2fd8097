import { expect, test } from "vitest";
import { listCandidates } from "./list-candidates.ts";

const candidateOf = (share: number, number: number) => ({
	number,
	score: 1,
	share,
	terms: 1,
	isCertain: false,
	isOtherSpelling: false,
});

test("results with little of a short query are not listed beside those with all of it", () => {
	const candidates = [1, 0.7, 0.5, 0.1].map(candidateOf);
	expect(listCandidates(candidates, false).map(({ share }) => share)).toEqual([1, 0.7]);
});

test("results of a sentence are filled up with partial matches, to one page at most", () => {
	const candidates = Array.from({ length: 15 }, (_, number) => candidateOf(number === 0 ? 1 : 0.1, number));
	expect(listCandidates(candidates, true)).toHaveLength(10);
});

test("a word typed with accents finds only that word, and others only if it occurs nowhere", () => {
	const candidate = (isOtherSpelling: boolean, number: number) => ({
		...candidateOf(1, number),
		isOtherSpelling,
	});
	const others = Array.from({ length: 30 }, (_, number) => candidate(true, number));
	expect(listCandidates([candidate(false, 99), ...others], false)).toHaveLength(1);
	expect(listCandidates(others, false)).toHaveLength(30);
});
