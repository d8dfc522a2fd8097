import { describe, expect, test } from "vitest";
import { createRandom } from "../bench/random.ts";
import { withTypo } from "./typo.ts";

describe("withTypo", () => {
	const phrase = "Đảng ủy xã Đông Phước";

	test("always changes exactly one syllable", () => {
		for (let seed = 0; seed < 300; seed++) {
			const wrong = withTypo(phrase, createRandom(seed))?.split(" ") ?? [];
			const changed = phrase.split(" ").filter((syllable, place) => syllable !== wrong[place]);
			expect(wrong).toHaveLength(5);
			expect(changed).toHaveLength(1);
		}
	});

	test("makes every kind of typing error", () => {
		const made = new Set(
			Array.from({ length: 2000 }, (_, seed) => withTypo("ông phong", createRandom(seed))),
		);
		for (const slip of ["ông phog", "ông phoong", "ông pjong", "ông pohng"]) expect(made).toContain(slip);
		const tones = new Set(Array.from({ length: 500 }, (_, seed) => withTypo("Phước", createRandom(seed))));
		expect(tones).toContain("Phược");
	});

	test("is the same for the same seed", () => {
		expect(withTypo(phrase, createRandom(4))).toBe(withTypo(phrase, createRandom(4)));
	});

	test("does not change a phrase without longer syllables", () => {
		expect(withTypo("ở xã An Mỹ", createRandom(1))).toBeUndefined();
	});
});
