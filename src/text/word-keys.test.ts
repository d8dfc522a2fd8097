import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";
import { wordKeys } from "./word-keys.ts";

describe("wordKeys", () => {
	test.each([
		["hoà", "hòa"],
		["thuỷ", "thủy"],
		["khoẻ", "khỏe"],
		["qúy", "quý"],
		["hoàn", "hòan"],
		["kỹ", "kĩ"],
		["lý", "lí"],
		["Mỹ", "MĨ"],
		["quý", "quí"],
		["Ðông", "đông"],
		["ðường", "Đường"],
		["H’leo", "h'leo"],
		["vận".normalize("NFD"), "Vận"],
		["dân\u200B", "dân"],
		["ᴆảɴɢ", "đảng"],
		["Ｄâɴ", "dân"],
		["T.W", "tw"],
		["4.200", "4200"],
		["02", "2"],
	])("treats %s and %s as one word", (one, other) => {
		expect(wordKeys(one)).toEqual(wordKeys(other));
	});

	test.each([
		["thuý", "thúi"],
		["tay", "tai"],
		["nguy", "ngui"],
		["y", "i"],
		["duy", "dui"],
	])("distinguishes %s and %s even without accents", (one, other) => {
		expect(wordKeys(one).folded).not.toBe(wordKeys(other).folded);
	});

	test.each([
		["đường", "dương"],
		["ba", "bà"],
		["ban", "bạn"],
		["hoa", "hòa"],
		["cân", "căn"],
	])("distinguishes %s from %s only by accents", (one, other) => {
		expect(wordKeys(one).folded).toBe(wordKeys(other).folded);
		expect(wordKeys(one).exact).not.toBe(wordKeys(other).exact);
	});

	test("equals fold without accents, except for a final y", () => {
		const letters = fc.string({
			unit: fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxáảộ"),
			minLength: 1,
			maxLength: 8,
		});
		fc.assert(
			fc.property(letters, (word) => {
				expect(wordKeys(word).folded).toBe(fold(word));
			}),
		);
	});

	test("does not depend on case or Unicode form", () => {
		const letters = fc.string({
			unit: fc.constantFrom(..."aăâđeêghioôơquưyáảộỹỳ"),
			minLength: 1,
			maxLength: 8,
		});
		fc.assert(
			fc.property(letters, (word) => {
				expect(wordKeys(word.toUpperCase().normalize("NFD"))).toEqual(wordKeys(word));
			}),
		);
	});
});
