import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutStrokes, withStrokes } from "./stroke.ts";

const syllables = fc.string({ unit: fc.constantFrom(..."kqumđĐYyỹỴýi ú_\u0303") });

describe("withStrokes", () => {
	test("leaves nothing of đ once combining marks are dropped", () => {
		const folded = withStrokes("Đảng ủy xã Đông Đô đã họp").normalize("NFD").replace(/\p{M}/gu, "");
		expect(folded).toBe("Dang uy xa Dong Do da hop");
	});

	test("is undone by withoutStrokes", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: "grapheme" }), syllables), (text) => {
				fc.pre(!text.includes("\u0335"));
				expect(withoutStrokes(withStrokes(text))).toBe(text.normalize("NFC"));
			}),
		);
	});

	test.each([
		["kỹ thuật", "ki thuat"],
		["Mỹ, Lý", "Mi, Li"],
		["quý, qúy, QUÝ", "qui, qui, QUI"],
		["y tế", "y te"],
		["thúy, tay, kyoto, yêu", "thuy, tay, kyoto, yeu"],
	])("turns %s into letters that fold to %s", (text, folded) => {
		expect(withStrokes(text).normalize("NFD").replace(/\p{M}/gu, "")).toBe(folded);
	});

	test("reads letters that were typed decomposed", () => {
		expect(withStrokes("Đảng".normalize("NFD"))).toBe("D\u0335ảng");
	});
});
