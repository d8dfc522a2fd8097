import { expect, test } from "vitest";
import { listCandidates } from "./list-candidates.ts";

test("a page is filled beside what has the whole question, and no more than a page", () => {
	const candidates = Array.from({ length: 15 }, (_, number) => ({
		number,
		score: 15 - number,
		share: number === 0 ? 1 : 0.1,
		terms: 1,
		isCertain: false,
	}));
	expect(listCandidates(candidates)).toHaveLength(10);
});
