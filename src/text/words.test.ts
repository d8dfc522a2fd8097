import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countWords, readingMinutes } from "./words.ts";

describe("countWords", () => {
	test.each([
		["", 0],
		[" \n\t", 0],
		["Ban Tuyên giáo và Dân vận", 6],
		["Bà Rịa - Vũng Tàu", 4],
		["Bà Rịa – Vũng Tàu…", 4],
		["Nghị định 15/2020/NĐ-CP.", 3],
		["dân\u00A0vận", 2],
		["năm 2026", 2],
		["* * *", 0],
		["“Khéo”", 1],
	])("counts %j as %i", (text, expected) => {
		expect(countWords(text)).toBe(expected);
	});

	test("counts decomposed text like composed text", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(..."ộđ à-.\n"), maxLength: 60 }), (text) => {
				expect(countWords(text.normalize("NFD"))).toBe(countWords(text));
			}),
		);
	});

	test("counts joined texts as the sum of both", () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (a, b) => {
				expect(countWords(`${a}\n${b}`)).toBe(countWords(a) + countWords(b));
			}),
		);
	});
});

describe("readingMinutes", () => {
	test.each([
		[0, 1],
		[240, 1],
		[241, 2],
		[2400, 10],
	])("gives %i words %i minutes", (words, expected) => {
		expect(readingMinutes(words)).toBe(expected);
	});
});
