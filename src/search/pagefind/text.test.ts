import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forPagefind, fromPagefind, phraseForPagefind, queryForPagefind } from "./text.ts";

describe("forPagefind", () => {
	test("marks the end of every word and ties dashes to the word before", () => {
		expect(forPagefind("Bà Rịa - Vũng Tàu, 25-NQ/TW")).toBe("Bàʼ Rịaʼ\uFEFF- Vũngʼ Tàuʼ, 25ʼ-NQʼ/TWʼ");
	});

	test("is undone by fromPagefind", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				fc.pre(!/[\u0335\uFEFF]/.test(text));
				const spaced = text.normalize("NFC").replace(/\s+/gu, " ");
				expect(fromPagefind(forPagefind(spaced))).toBe(spaced);
			}),
		);
	});

	test.each(["foo_bar", "__init__", "a_ b", "Đội_1 – đi", "MʼNôngʼ", "ʼ", "aʼ b"])("restores %s", (text) => {
		expect(fromPagefind(forPagefind(text))).toBe(text);
	});
});

describe("queryForPagefind", () => {
	test.each([
		["dân vận", "dânʼ vậnʼ"],
		["Đảng ủy", "D\u0335ảngʼ ủyʼ"],
		["25-NQ/TW", "25ʼ NQʼ TWʼ"],
		["Bà Rịa – Vũng Tàu", "Bàʼ Rịaʼ Vũngʼ Tàuʼ"],
		["đảng".normalize("NFD"), "d\u0335ảngʼ"],
		["?!", ""],
	])("writes %s as %s", (text, expected) => {
		expect(queryForPagefind(text)).toBe(expected);
	});
});

describe("phraseForPagefind", () => {
	test.each([
		["dân vận khéo", "dânʼ vậnʼ khéoʼ"],
		["Kết luận 25-KL/TW", "Kếtʼ luậnʼ 25ʼKLʼTWʼ"],
		["Bà Rịa – Vũng Tàu", "Bàʼ Rịaʼ Vũngʼ Tàuʼ"],
	])("writes %s as %s", (text, expected) => {
		expect(phraseForPagefind(text)).toBe(expected);
	});
});
