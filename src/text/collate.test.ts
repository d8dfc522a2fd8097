import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareVietnamese } from "./collate.ts";

describe("compareVietnamese", () => {
	test.each([
		["the alphabet", ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư"]],
		["tones", ["a", "à", "ả", "ã", "á", "ạ"]],
		["names with Đ after D", ["Cà Mau", "Cao Bằng", "Cần Thơ", "Du", "Đà Nẵng", "Đồng Nai", "Gia Lai"]],
		["names with L", ["Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng"]],
		["numbers by value", ["Phường 2", "Phường 10"]],
	])("orders %s", (_, expected) => {
		expect([...expected].reverse().sort(compareVietnamese)).toEqual(expected);
	});

	test("tells apart what the alphabet does not", () => {
		expect(compareVietnamese("ộ".normalize("NFD"), "ộ")).toBeLessThan(0);
		expect(compareVietnamese("ộ", "ộ".normalize("NFD"))).toBeGreaterThan(0);
		expect(compareVietnamese("ộ", "ộ")).toBe(0);
	});

	test("is zero for equal strings only, and turns with its sides", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
				expect(compareVietnamese(a, b) === 0).toBe(a === b);
				expect(Math.sign(compareVietnamese(a, b)) + Math.sign(compareVietnamese(b, a))).toBe(0);
			}),
		);
	});
});
