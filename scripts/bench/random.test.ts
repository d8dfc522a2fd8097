import { describe, expect, test } from "vitest";
import { createRandom, createZipf } from "./random.ts";

describe("createRandom", () => {
	const sequence = (...seeds: number[]) => {
		const random = createRandom(...seeds);
		return Array.from({ length: 20 }, () => random.below(1000));
	};

	test("gives the same numbers for the same seeds and different ones for others", () => {
		expect(sequence(1, 2)).toEqual(sequence(1, 2));
		expect(sequence(1, 2)).not.toEqual(sequence(2, 1));
		expect(sequence(1)).not.toEqual(sequence(2));
	});

	test("stays below the limit and reaches every value", () => {
		const random = createRandom(5);
		const seen = new Set(Array.from({ length: 500 }, () => random.below(7)));
		expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
	});
});

test("createZipf picks the first place about twice as often as the second", () => {
	const random = createRandom(3);
	const pick = createZipf(50);
	const counts = new Map<number, number>();
	for (let round = 0; round < 20_000; round++) {
		const place = pick(random);
		counts.set(place, (counts.get(place) ?? 0) + 1);
	}
	const ratio = (counts.get(0) ?? 0) / (counts.get(1) ?? 1);
	expect(ratio).toBeGreaterThan(1.8);
	expect(ratio).toBeLessThan(2.2);
	expect(Math.max(...counts.keys())).toBeLessThan(50);
});
