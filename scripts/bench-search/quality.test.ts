import { expect, test } from "vitest";
import { measureQuality } from "./quality.ts";

test("measureQuality counts first places, first tens, ranks and recall", async () => {
	const others = Array.from({ length: 12 }, (_, place) => `/khac-${place}`);
	const answers: Readonly<Record<string, readonly string[]>> = {
		first: ["/a", ...others],
		fourth: [...others.slice(0, 3), "/a"],
		eleventh: [...others.slice(0, 10), "/a"],
		none: [],
	};
	const queries = Object.keys(answers).map((text) => ({ text, relevant: ["/a", "/b"] }));
	const quality = await measureQuality(queries, async (text) => answers[text] ?? []);
	expect(quality).toEqual({
		queries: 4,
		atOne: 1 / 4,
		atTen: 2 / 4,
		reciprocalRank: (1 + 1 / 4) / 4,
		recallAtTen: (1 / 2 + 1 / 2) / 4,
	});
});

test("measureQuality gives 0 without queries", async () => {
	expect(await measureQuality([], async () => [])).toMatchObject({ queries: 0, atOne: 0 });
});
