import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNames, compareVietnamese } from "./collate.ts";

describe("compareVietnamese", () => {
	test.each([
		["the alphabet", ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư"]],
		["tones", ["a", "à", "ả", "ã", "á", "ạ"]],
		["names with Đ after D", ["Cà Mau", "Cao Bằng", "Cần Thơ", "Du", "Đà Nẵng", "Đồng Nai", "Gia Lai"]],
		["names with L", ["Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng"]],
		["numbers by value", ["Phường 2", "Phường 10"]],
	])("sorts %s", (_, expected) => {
		expect([...expected].reverse().sort(compareVietnamese)).toEqual(expected);
	});

	test("distinguishes strings that are equal in the alphabet", () => {
		expect(compareVietnamese("ộ".normalize("NFD"), "ộ")).toBeLessThan(0);
		expect(compareVietnamese("ộ", "ộ".normalize("NFD"))).toBeGreaterThan(0);
		expect(compareVietnamese("ộ", "ộ")).toBe(0);
	});

	test("is zero only for equal strings, and antisymmetric", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
				expect(compareVietnamese(a, b) === 0).toBe(a === b);
				expect(Math.sign(compareVietnamese(a, b)) + Math.sign(compareVietnamese(b, a))).toBe(0);
			}),
		);
	});
});

describe("compareNames", () => {
	test.each([
		["people by given name", ["Trần Thị An", "Nguyễn Văn Bình", "Lê Đức", "Đặng Thị Hà", "Phạm Ý"]],
		["people of one given name by family name", ["Bùi Thị An", "Lê Văn An", "Trần An"]],
		["of one family too by the name between", ["Lê Thị An", "Lê Văn An"]],
		["offices as they stand, among people", ["Ban Dân vận", "Lê Văn Chiến", "Phòng Tin tức", "Lê Văn Quý"]],
		["names of one word", ["An", "Lê Bình", "Hà"]],
	])("sorts %s", (_, expected) => {
		expect([...expected].reverse().sort(compareNames)).toEqual(expected);
	});

	test("does not depend on the Unicode form", () => {
		const names = ["Lê Văn Quý", "Trần Thị An", "Nguyễn Văn Bình"];
		const decomposed = names.map((name) => name.normalize("NFD"));
		expect(decomposed.sort(compareNames).map((name) => name.normalize("NFC"))).toEqual(
			[...names].sort(compareNames),
		);
	});
});
