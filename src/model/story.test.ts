import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatLength, isPhotoStory, lengthIn } from "./story.ts";

describe("isPhotoStory", () => {
	test.each([
		[5, 373, true],
		[3, 450, true],
		[3, 451, false],
		[2, 10, false],
		[12, 2500, false],
		[40, 0, true],
	])("%i pictures and %i words: %s", (pictures, words, expected) => {
		expect(isPhotoStory(pictures, words)).toBe(expected);
	});
});

describe("lengthIn", () => {
	test.each([
		["Phóng sự: Mùa nước nổi (4:35)", 275],
		["Phóng sự (1:02:30)", 3750],
		["12:05", 725],
		["Họp lúc 8:30 sáng", undefined],
		["Kết quả 3:75", undefined],
		["tỉ số1:20", undefined],
		["", undefined],
	])("of “%s” is %s", (text, seconds) => {
		expect(lengthIn(text)).toBe(seconds);
	});

	test("is what was written", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 99 * 3600 + 3599 }), (seconds) => {
				expect(lengthIn(`Video (${formatLength(seconds)})`)).toBe(seconds);
			}),
		);
	});
});
