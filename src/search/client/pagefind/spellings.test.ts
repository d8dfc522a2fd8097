import fc from "fast-check";
import { expect, test } from "vitest";
import { wordKeys } from "../../../text/word-keys.ts";
import { spellingsOf } from "./spellings.ts";

test.each([
	["hòa", ["hòa", "hoà"]],
	["thuỷ", ["thuỷ", "thủy"]],
	["kỹ", ["kỹ", "kĩ"]],
	["Mĩ", ["Mĩ", "Mỹ"]],
	["quý", ["quý", "quí"]],
	["dân", ["dân"]],
	["hoàn", ["hoàn"]],
	["tay", ["tay"]],
])("%s has the spellings %j", (word, expected) => {
	expect([...spellingsOf(word)].sort()).toEqual([...expected].sort());
});

test("the finder treats all spellings of a word as one word", () => {
	const syllable = fc.constantFrom(
		..."hòa hoá thủy thuỷ kỹ kĩ lý quý quí qúy vận khéo được người nghiêng mỹ tỉnh ủy uỷ khoẻ đò".split(" "),
	);
	fc.assert(
		fc.property(syllable, (word) => {
			expect(spellingsOf(word)).toContain(word);
			for (const spelling of spellingsOf(word)) expect(wordKeys(spelling)).toEqual(wordKeys(word));
		}),
	);
});
