import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FinderError } from "../finder/finder.ts";
import { decodeText, lengthBits } from "../finder/text-coder.ts";
import { encodeText } from "./encode-text.ts";

const vietnamese =
	"Cán bộ thôn và bà con cùng nhau sửa lại đoạn đê bị sạt lở sau mưa, xong trước khi nước lũ về. ".repeat(3);

describe("encodeText", () => {
	test.each(["", "a", vietnamese, "\u0000\uFFFF👍\n\t"])("is read as %j", (text) => {
		expect(decodeText(encodeText(text))).toBe(text);
	});

	test("is read as any text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
				expect(decodeText(encodeText(text))).toBe(text);
			}),
			{ numRuns: 30 },
		);
	});

	test("writes Vietnamese in less than three bits a letter", () => {
		expect(encodeText(vietnamese).length * 8).toBeLessThan(vietnamese.length * 3);
	});

	test("rejects a text whose length cannot be encoded", () => {
		expect(() => encodeText("a".repeat(2 ** lengthBits))).toThrow(RangeError);
	});

	test("rejects a text that claims to be very long, and a truncated one, with a message", () => {
		expect(() => decodeText(Uint8Array.of(255, 255, 255))).toThrow(FinderError);
		expect(() => decodeText(encodeText(vietnamese).subarray(0, 20))).toThrow(FinderError);
		expect(() => decodeText(new Uint8Array())).toThrow(FinderError);
	});
});
