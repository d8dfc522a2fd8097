import { expect, test } from "vitest";
import { isSyllable } from "../../text/syllable.ts";
import { wordKeys } from "../../text/word-keys.ts";
import { soundAlikes } from "./sounds.ts";

const exact = (word: string) => wordKeys(word).exact;

test.each([
	["trấp", ["chấp"]],
	["xa", ["sa"]],
	["dục", ["giục", "rục"]],
	["giao", ["dao", "rao"]],
	["gì", ["ghì", "dì", "rì"]],
	["diếng", ["giếng", "riếng"]],
	["nàm", ["làm"]],
	["ngị", ["nghị", "ghị"]],
	["kông", ["công", "qông"]],
	["fát", ["phát"]],
	["iên", ["yên"]],
	["đảng", []],
	["hội", []],
])("of syllables, %s sounds like %s", (typed, alikes) => {
	const syllables = soundAlikes(exact(typed)).filter((alike) => isSyllable(wordKeys(alike).folded));
	expect(syllables.sort()).toEqual(alikes.map(exact).sort());
});
