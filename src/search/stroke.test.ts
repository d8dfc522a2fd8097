import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutStrokes, withStrokes } from "./stroke.ts";

describe("withStrokes", () => {
	test("leaves nothing of đ once marks are dropped", () => {
		const folded = withStrokes("Đảng ủy xã Đông Đô đã họp").normalize("NFD").replace(/\p{M}/gu, "");
		expect(folded).toBe("Dang uy xa Dong Do da hop");
	});

	test("is undone by withoutStrokes", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				fc.pre(!text.includes("\u0335"));
				expect(withoutStrokes(withStrokes(text))).toBe(text.normalize("NFC"));
			}),
		);
	});

	test("reads letters that were typed decomposed", () => {
		expect(withStrokes("Đảng".normalize("NFD"))).toBe("D\u0335ảng");
	});
});
