import { describe, expect, test } from "vitest";
import { NearDuplicates } from "./near-duplicates.ts";

const story = (seed: number, words = 120) =>
	Array.from(
		{ length: words },
		(_, index) => `từ${Math.imul((index + 1) * 40_503 + seed * 7_919, 0x45d9f3b) >>> 18}`,
	).join(" ");

describe("NearDuplicates", () => {
	test("finds a story that was shortened, retitled or stripped of its accents", () => {
		const register = new NearDuplicates();
		register.add("a", story(1));
		expect(register.add("b", `Tin thêm. ${story(1)} Hết.`)).toEqual([
			{ label: "a", share: expect.closeTo(0.9, 0) },
		]);
		expect(
			register.add("c", story(1).replaceAll("ừ", "u").toUpperCase()).map(({ label }) => label),
		).toContain("a");
	});

	test("finds none among different stories and short texts", () => {
		const register = new NearDuplicates();
		for (let seed = 1; seed <= 200; seed += 1) expect(register.add(String(seed), story(seed))).toEqual([]);
		expect(register.add("x", "Một hai ba")).toEqual([]);
		expect(register.add("y", "Một hai ba")).toEqual([]);
	});

	test("names at most five duplicates", () => {
		const register = new NearDuplicates();
		for (let copy = 0; copy < 50; copy += 1) register.add(String(copy), story(1));
		expect(register.add("x", story(1))).toHaveLength(5);
	});
});
