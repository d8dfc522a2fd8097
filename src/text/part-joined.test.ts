import fc from "fast-check";
import { expect, test } from "vitest";
import { partJoined } from "./part-joined.ts";

test.each([
	["danvankheo", "dan van kheo"],
	["dânvậnkhéo", "dân vận khéo"],
	["DânVậnKhéo", "Dân Vận Khéo"],
	["hoinghi", "hoi nghi"],
	["caobang", "cao bang"],
	["daklak", "dak lak"],
	["congan", "cong an"],
	["nghiquyet", "nghi quyet"],
])("splits %s", (word, expected) => {
	expect(partJoined(word)).toContain(expected);
});

test.each(["hoa", "nghiêng", "covid", "facebook", "kl", "xyz", "dân vận", "24kl", "", "a".repeat(500)])(
	"leaves “%s” unchanged",
	(word) => {
		expect(partJoined(word)).toEqual([]);
	},
);

test("any joined syllables are split again, into as many or fewer", () => {
	const syllable = fc.constantFrom(
		..."dân vận khéo tỉnh ủy nghị quyết xây dựng nông thôn mới ở an".split(" "),
	);
	fc.assert(
		fc.property(fc.array(syllable, { minLength: 2, maxLength: 6 }), (syllables) => {
			const word = syllables.join("");
			fc.pre(word.length <= 40);
			for (const way of partJoined(word)) {
				expect(way.replaceAll(" ", "")).toBe(word);
				expect(way.split(" ").length).toBeLessThanOrEqual(syllables.length);
			}
		}),
	);
});
