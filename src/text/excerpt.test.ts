import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpt, firstSentences } from "./excerpt.ts";

const anyText = fc.oneof(
	fc.string({ unit: "binary", maxLength: 300 }),
	fc.string({ unit: fc.constantFrom(..."ộặ đa.,…“” \n\u0301👍X"), maxLength: 300 }),
);

describe("excerpt", () => {
	test.each([
		["a short text whole", "Một  hai\nba.", 40, "Một hai ba."],
		[
			"an end of a sentence",
			"Hội nghị đã khai mạc. Các đại biểu bàn nhiều việc.",
			30,
			"Hội nghị đã khai mạc.",
		],
		[
			"a word where no sentence ends late enough",
			"Có. Các đại biểu đã bàn nhiều việc.",
			20,
			"Có. Các đại biểu đã…",
		],
		["no full stop of an abbreviation", "Đoàn công tác đến TP. Huế làm việc.", 24, "Đoàn công tác đến TP…"],
		["no comma before the dots", "Một hai ba, bốn năm sáu", 12, "Một hai ba…"],
		["within a word that is too long", "abcdefghij", 5, "abcd…"],
		["no sentence that ends too late", "Hội nghị khai mạc. Các đại biểu", 16, "Hội nghị khai…"],
		["a sentence that just fits", "Hội nghị khai mạc. Các đại biểu", 18, "Hội nghị khai mạc."],
		["a sentence that is just long enough", "Hội nghị xa. Đã bàn nhiều việc", 20, "Hội nghị xa."],
		["all signs at a sentence's end", "Anh hỏi: “Xong chưa?!” Chưa xong.", 24, "Anh hỏi: “Xong chưa?!”"],
		["no full stop of a letter in a list", "Theo khoản a. Nội dung chính là", 19, "Theo khoản a. Nội…"],
		["no signs before the dots", "Một hai – (ba bốn", 13, "Một hai…"],
		["nothing where nothing fits", "abc", 0, ""],
		["nothing where only a sign fits", "(một", 2, ""],
	])("takes %s", (_, text, maxLength, expected) => {
		expect(excerpt(text, maxLength)).toBe(expected);
	});

	test("splits no surrogate pair", () => {
		expect(excerpt("👍👍👍👍", 4)).toBe("👍…");
	});

	test("skips white space at the beginning", () => {
		expect(excerpt(`${" ".repeat(500)}một hai ba`, 8)).toBe("một hai…");
		expect(excerpt(`một${" ".repeat(500)}hai ba`, 8)).toBe("một hai…");
	});

	test("is a beginning of the text and never too long", () => {
		fc.assert(
			fc.property(anyText, fc.integer({ min: 0, max: 200 }), (text, maxLength) => {
				const result = excerpt(text, maxLength);
				const line = text.normalize("NFC").replace(/\s+/g, " ").trim();
				expect(result.length).toBeLessThanOrEqual(maxLength);
				expect(line.startsWith(result) || line.startsWith(result.replace(/…$/, ""))).toBe(true);
				if (line.length <= maxLength) expect(result).toBe(line);
			}),
		);
	});

	test("does not depend on the Unicode form", () => {
		fc.assert(
			fc.property(anyText, fc.integer({ min: 0, max: 200 }), (text, maxLength) => {
				expect(excerpt(text.normalize("NFD"), maxLength)).toBe(excerpt(text.normalize("NFC"), maxLength));
			}),
		);
	});
});

describe("firstSentences", () => {
	test.each([
		["a short text whole", "Một  hai\nba.", 40, "Một hai ba."],
		["a text that just fits whole", "Hội nghị khai mạc. Bàn việc", 27, "Hội nghị khai mạc. Bàn việc"],
		[
			"as many sentences as fit",
			"Hội nghị khai mạc. Có 30 đại biểu. Bàn nhiều việc.",
			36,
			"Hội nghị khai mạc. Có 30 đại biểu.",
		],
		[
			"an early end rather than half a sentence",
			"Hội nghị khai mạc. Các đại biểu đã bàn nhiều việc lớn.",
			50,
			"Hội nghị khai mạc.",
		],
		[
			"a word where the first sentence is too long",
			"Các đại biểu đã bàn nhiều việc lớn.",
			20,
			"Các đại biểu đã bàn…",
		],
		[
			"no mere cry",
			"Ôi chao! Các đại biểu đã bàn nhiều việc lớn.",
			40,
			"Ôi chao! Các đại biểu đã bàn nhiều việc…",
		],
	])("takes %s", (_, text, maxLength, expected) => {
		expect(firstSentences(text, maxLength)).toBe(expected);
	});

	test("is a beginning of the text and never too long", () => {
		fc.assert(
			fc.property(anyText, fc.integer({ min: 0, max: 200 }), (text, maxLength) => {
				const result = firstSentences(text, maxLength);
				const line = text.normalize("NFC").replace(/\s+/g, " ").trim();
				expect(result.length).toBeLessThanOrEqual(maxLength);
				expect(line.startsWith(result) || line.startsWith(result.replace(/…$/, ""))).toBe(true);
			}),
		);
	});
});
