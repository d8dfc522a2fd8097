import { expect, test } from "vitest";
import { listCandidates } from "./list-candidates.ts";

test("a page is filled beside what has the whole question, and no more than a page", () => {
	const candidates = Array.from({ length: 15 }, (_, number) => ({
		number,
		score: 15 - number,
		share: number === 0 ? 1 : 0.1,
		terms: 1,
		isCertain: false,
		isOtherSpelling: false,
	}));
	expect(listCandidates(candidates)).toHaveLength(10);
});

test("who typed a word with accents gets that word alone, and others only where it stands nowhere", () => {
	const candidate = (isOtherSpelling: boolean, number: number) => ({
		number,
		score: 1,
		share: 1,
		terms: 1,
		isCertain: false,
		isOtherSpelling,
	});
	const others = Array.from({ length: 30 }, (_, number) => candidate(true, number));
	expect(listCandidates([candidate(false, 99), ...others])).toHaveLength(1);
	expect(listCandidates(others)).toHaveLength(30);
});
