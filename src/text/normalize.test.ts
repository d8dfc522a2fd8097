import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, isNfc, toNfc } from "./normalize.ts";

describe("toNfc", () => {
	test("composes letters with their marks", () => {
		expect(toNfc("mô\u0323t")).toBe("một");
		expect(isNfc("mô\u0323t")).toBe(false);
		expect(isNfc("một")).toBe(true);
	});
});

describe("cleanText", () => {
	test.each([
		["a base with a tone of its own", "mô\u0323t cửa", "một cửa"],
		["marks typed tone first", "o\u0323\u0302", "ộ"],
		["eth for đ", "biển Ðông, GD&ÐT, ðường", "biển Đông, GD&ĐT, đường"],
		["zero-width characters", "dân\u200B vận\u200E\u2060", "dân vận"],
		["joiners that join no emoji", "dân\u200D vận 👍\u200D và\u200D👍", "dân vận 👍 và👍"],
		["a byte order mark", "\uFEFFTin", "Tin"],
		["soft hyphens", "tuyên\u00AD truyền", "tuyên truyền"],
		["an invisible character between a letter and its tone", "a\u200B\u0301", "á"],
		["no-break and thin spaces, one for one", "10\u00A0%\u2009\u3000x", "10 %  x"],
		["control characters", "a\u0000b\u001Bc\u0085", "abc\n"],
		["line breaks of every system", "a\r\nb\rc\u2028d\u2029e\n", "a\nb\nc\nd\ne\n"],
		["tabs, which stay", "a\tb", "a\tb"],
		["plain text, which stays", "15/2020/ND-CP: 96%\n", "15/2020/ND-CP: 96%\n"],
	])("repairs %s", (_, text, expected) => {
		expect(cleanText(text)).toBe(expected);
	});

	test.each([
		"hoà",
		"hòa",
		"thuỷ",
		"thủy",
		"Thanh Hoá",
		"kĩ",
		"kỹ",
		"“Đắk Lắk” – Đăk Lăk",
		"chữ in 👍🏽",
		"cả nhà 👩🏽‍🌾👨‍👩‍👧‍👦 🏳️‍🌈",
	])("leaves %s unchanged", (text) => {
		expect(cleanText(text)).toBe(text);
	});

	test("is idempotent and gives NFC", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
				const clean = cleanText(text);
				expect(cleanText(clean)).toBe(clean);
				expect(isNfc(clean)).toBe(true);
			}),
		);
	});
});
