import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePeople, compareVietnamese } from "./collate.ts";

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

describe("comparePeople", () => {
	test.each([
		["by given name first", ["Trần Văn An", "Lê Thị Bình", "Đỗ Minh Đức"]],
		["then by family name", ["Lê Minh An", "Nguyễn Bảo An", "Trần An"]],
		["then by the names between", ["Lê An", "Lê Bảo An", "Lê Đức An", "Lê Giang An"]],
		["without titles", ["Bùi An", "Đồng chí Hồ An", "TS. Lê An", "ThS Phan An", "Trần An", "Đ/c Vũ An"]],
		["one name alone", ["An", "Lê An", "Bình"]],
	])("orders %s", (_, expected) => {
		expect([...expected].reverse().sort(comparePeople)).toEqual(expected);
	});

	test("orders decomposed names like composed ones", () => {
		expect(comparePeople("Đồng chí Lê Ân".normalize("NFD"), "Hồ Ân")).toBeGreaterThan(0);
	});
});
