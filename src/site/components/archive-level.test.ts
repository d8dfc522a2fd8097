import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { archiveLevel, archiveLevelRanges } from "./archive-level.ts";

describe("archiveLevel", () => {
	test.each([
		{ name: "an empty month", count: 0, most: 100, level: 0 },
		{ name: "a portal's only article", count: 1, most: 1, level: 5 },
		{ name: "one article beside a hundred", count: 1, most: 100, level: 1 },
		{ name: "a quarter of the fullest", count: 25, most: 100, level: 3 },
		{ name: "the fullest month", count: 100, most: 100, level: 5 },
	])("of $name", ({ count, most, level }) => {
		expect(archiveLevel(count, most)).toBe(level);
	});

	test("more articles never lower a month's level", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 }), (most, count) => {
				const here = Math.min(count, most);
				expect(archiveLevel(here, most)).toBeGreaterThanOrEqual(archiveLevel(here - 1, most));
			}),
		);
	});
});

describe("archiveLevelRanges", () => {
	test("cover every count exactly once, in its own level", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 400 }), (most) => {
				const counts = archiveLevelRanges(most).flatMap(({ level, from, to }) =>
					Array.from({ length: to - from + 1 }, (_, index) => ({ count: from + index, level })),
				);
				expect(counts.map(({ count }) => count)).toEqual(
					Array.from({ length: most }, (_, index) => index + 1),
				);
				for (const { count, level } of counts) expect(archiveLevel(count, most)).toBe(level);
			}),
		);
	});
});
