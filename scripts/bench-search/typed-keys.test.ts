import { describe, expect, test } from "vitest";
import type { Random } from "../bench/random.ts";
import { telexKeys, vniKeys } from "./typed-keys.ts";

/** A random source that makes the typist have all habits, or none. */
const habits = (has: boolean): Random => ({
	below: () => 0,
	pick: ([first]) => first as never,
	chance: () => has,
});

describe("the typed keys", () => {
	const cases = [
		{ text: "Đà Nẵng", telex: "ddaf nawngx", vni: "d9a2 na8ng4" },
		{ text: "đường lối", telex: "dduowngf loois", vni: "d9uo7ng2 lo6i1" },
		{ text: "ưu tiên", telex: "uwu tieen", vni: "u7u tie6n" },
		{ text: "thủy lợi 2026", telex: "thuyr lowij 2026", vni: "thuy3 lo7i5 2026" },
	];
	test.each(cases)("of “$text”, with the tone at the end of the word", ({ text, telex, vni }) => {
		expect(telexKeys(text, habits(true))).toBe(telex);
		expect(vniKeys(text, habits(true))).toBe(vni);
		expect(telexKeys(text.normalize("NFD"), habits(true))).toBe(telex);
	});

	test("may put the tone after its vowel and type both horns, as some people do", () => {
		expect(telexKeys("đường", habits(false))).toBe("dduwowfng");
		expect(vniKeys("dẫn", habits(false))).toBe("da64n");
	});
});
