import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/text/index.ts";
import { withOtherTonePlacement } from "./tone-placement.ts";

describe("withOtherTonePlacement", () => {
	test.each([
		["hòa giải", "hoà giải"],
		["hoà giải", "hòa giải"],
		["khỏe mạnh", "khoẻ mạnh"],
		["Thúy, LŨY", "Thuý, LUỸ"],
		["tỉnh ủy", "tỉnh uỷ"],
		["Hoàn toàn", "Hoàn toàn"],
		["quý, quỹ", "quý, quỹ"],
		["thuyết", "thuyết"],
	])("writes “%s” as “%s”", (text, other) => {
		expect(withOtherTonePlacement(text)).toBe(other);
	});

	test("changes only the place of the tone, and is its own inverse", () => {
		const syllable = fc.constantFrom("hòa", "hoà", "Khoẻ", "ỦY", "uỷ", "đảng", "quý", "hoàn", "loè", "và");
		fc.assert(
			fc.property(fc.array(syllable), (syllables) => {
				const text = syllables.join(" ");
				expect(fold(withOtherTonePlacement(text))).toBe(fold(text));
				expect(withOtherTonePlacement(withOtherTonePlacement(text))).toBe(text);
			}),
		);
	});
});
