import fc from "fast-check";
import { expect, test } from "vitest";
import { impactBits } from "./format.ts";
import { impactOf, isInTitle, levelOf, standingOf } from "./impact.ts";

const usualImpact = fc.double({ min: 0.25, max: 0.89, noNaN: true });
/** In words; 0 means that the title does not have the term. */
const titleLength = fc.nat({ max: 30 });

test("a level restores the impact with a small error, and whether the title has the term", () => {
	fc.assert(
		fc.property(usualImpact, titleLength, (impact, length) => {
			const level = levelOf(impact, length);
			expect(level).toBeLessThan(2 ** impactBits);
			expect(isInTitle(level)).toBe(length > 0);
			expect(Math.abs(impactOf(level, 0) - impact)).toBeLessThan(length > 0 ? 0.09 : 0.04);
		}),
	);
});

test("a term that only the title has gets the impact of the title's weight", () => {
	const level = levelOf(0, 9);
	expect(impactOf(level, 0)).toBe(0);
	expect(impactOf(level, 1)).toBeCloseTo(0.5);
});

test("a level tells whether a term is in the title, below it, or in both", () => {
	for (const length of [5, 9, 12, 20])
		expect([levelOf(0, length), levelOf(0.5, length)].map(standingOf), `${length}`).toEqual([1, 0]);
	expect(standingOf(levelOf(0.5, 0))).toBe(2);
});

test("impacts outside the range get the nearest level", () => {
	const restored = (impact: number, length: number) => impactOf(levelOf(impact, length), 0);
	for (const length of [0, 5, 9, 12, 20]) {
		expect(restored(0.1, length), `${length}`).toBe(restored(0.25, length));
		expect(restored(0.99, length), `${length}`).toBe(restored(0.89, length));
	}
});

test("a title adds to the body's impact, the more the greater its weight", () => {
	const level = levelOf(0.5, 9);
	expect(impactOf(level, 5)).toBeGreaterThan(impactOf(level, 0.1));
	expect(impactOf(level, 0.1)).toBeGreaterThan(impactOf(level, 0));
});

test("a word of a short title counts more than one of a long title", () => {
	const impacts = [5, 9, 12, 20].map((length) => impactOf(levelOf(0.5, length), 5));
	expect(impacts).toEqual([...impacts].sort((a, b) => b - a));
	expect(new Set(impacts).size).toBe(4);
});
