import { describe, expect, test } from "vitest";
import { median, medianOf } from "./statistics.ts";

describe("median", () => {
	test.each([
		{ name: "an odd number of values", values: [9, 1, 5], expected: 5 },
		{ name: "an even number", values: [10, 2, 4, 8], expected: 6 },
		{ name: "numbers, not their text", values: [100, 20, 3], expected: 20 },
		{ name: "one value", values: [7], expected: 7 },
		{ name: "none", values: [], expected: undefined },
	])("$name", ({ values, expected }) => {
		expect(median(values)).toBe(expected);
	});

	test("does not reorder the given values", () => {
		const values = [3, 1, 2];
		median(values);
		expect(values).toEqual([3, 1, 2]);
	});
});

describe("medianOf", () => {
	test("uses one property", () => {
		expect(medianOf([{ wall: 4 }, { wall: 1 }, { wall: 2 }], ({ wall }) => wall)).toBe(2);
	});
	test("is 0 for none", () => {
		expect(medianOf([], () => 1)).toBe(0);
	});
});
