import fc from "fast-check";
import { expect, test } from "vitest";
import { impactBits } from "./format.ts";
import { impactOf, isInTitle, levelOf } from "./impact.ts";

const usualImpact = fc.double({ min: 0.25, max: 0.89, noNaN: true });

test("a level restores the impact with a small error, and whether the title has the term", () => {
	fc.assert(
		fc.property(usualImpact, fc.boolean(), (impact, inTitle) => {
			const level = levelOf(impact, inTitle);
			expect(level).toBeLessThan(2 ** impactBits);
			expect(isInTitle(level)).toBe(inTitle);
			expect(Math.abs(impactOf(level, 0) - impact)).toBeLessThan(inTitle ? 0.07 : 0.04);
		}),
	);
});

test("a term that only the title has gets the impact of the title's weight", () => {
	const level = levelOf(0, true);
	expect(impactOf(level, 0)).toBe(0);
	expect(impactOf(level, 1.2)).toBeCloseTo(0.5);
});

test("impacts outside the range get the nearest level", () => {
	expect([levelOf(0.1, false), levelOf(0.99, false)]).toEqual([0, 9]);
	expect([levelOf(0.1, true), levelOf(0.99, true)]).toEqual([11, 15]);
});

test("a title adds to the body's impact, the more the greater its weight", () => {
	const level = levelOf(0.5, true);
	expect(impactOf(level, 5)).toBeGreaterThan(impactOf(level, 0.1));
	expect(impactOf(level, 0.1)).toBeGreaterThan(impactOf(level, 0));
});
