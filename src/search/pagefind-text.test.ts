import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forPagefind, fromPagefind, phraseForPagefind, queryForPagefind } from "./pagefind-text.ts";

describe("forPagefind", () => {
	test("marks the end of every word and ties dashes to the word before", () => {
		expect(forPagefind("Bà Rịa - Vũng Tàu, 25-NQ/TW")).toBe("Bà_ Rịa_\uFEFF- Vũng_ Tàu_, 25_-NQ_/TW_");
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

	test.each(["foo_bar", "__init__", "a_ b", "Đội_1 – đi"])("gives %s back as it was", (text) => {
		expect(fromPagefind(forPagefind(text))).toBe(text);
	});
});

describe("queryForPagefind", () => {
	test.each([
		["dân vận", "dân_ vận_"],
		["Đảng ủy", "D\u0335ảng_ ủy_"],
		["25-NQ/TW", "25_ NQ_ TW_"],
		["Bà Rịa – Vũng Tàu", "Bà_ Rịa_ Vũng_ Tàu_"],
		["đảng".normalize("NFD"), "d\u0335ảng_"],
		["?!", ""],
	])("writes %s as %s", (text, expected) => {
		expect(queryForPagefind(text)).toBe(expected);
	});
});

describe("phraseForPagefind", () => {
	test.each([
		["dân vận khéo", "dân_ vận_ khéo_"],
		["Kết luận 25-KL/TW", "Kết_ luận_ 25_KL_TW_"],
		["Bà Rịa – Vũng Tàu", "Bà_ Rịa_ Vũng_ Tàu_"],
	])("writes %s as %s", (text, expected) => {
		expect(phraseForPagefind(text)).toBe(expected);
	});
});
