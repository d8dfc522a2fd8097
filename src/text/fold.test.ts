import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";

const anyText = fc.oneof(
	fc.string({ unit: "binary", maxLength: 40 }),
	fc.string({
		unit: fc.constantFrom(..."đĐðÐ ơƠưỨộỗăặêỷÝ-–\u200B\u0301\u0323aoyZ👍ßŒﬁᴅ²Ｄ½"),
		maxLength: 40,
	}),
);

/** Every letter and digit of Unicode. */
const letters: readonly string[] = Array.from({ length: 0x110000 }, (_, codePoint) =>
	/[\p{L}\p{N}]/u.test(String.fromCodePoint(codePoint)) ? [String.fromCodePoint(codePoint)] : [],
).flat();

describe("fold", () => {
	test.each([
		[
			"every vowel and tone",
			"ẮẰẲẴẶ ấầẩẫậ éèẻẽẹ ếềểễệ ÍÌỈĨỊ óòỏõọ ốồổỗộ ớờởỡợ",
			"aaaaa aaaaa eeeee eeeee iiiii ooooo ooooo ooooo",
		],
		["u, ư and y", "ÚÙỦŨỤ ứừửữự ýỳỷỹỵ", "uuuuu uuuuu yyyyy"],
		["đ, which has no decomposition", "Đường đi", "duong di"],
		["eth and African D in place of đ", "Biển Ðông, ðường, Ɖà", "bien dong, duong, da"],
		["decomposed text", "Đà Nẵng".normalize("NFD"), "da nang"],
		["invisible characters", "dân\u200B v\u00ADận\uFEFF", "dan van"],
		["every dash", "Bà Rịa – Vũng Tàu — a‑b−c", "ba ria - vung tau - a-b-c"],
		["odd spaces", "10\u00A0%\u3000é", "10 % e"],
		["full-width letters and digits", "Ｄân ４２", "dan 42"],
		["ligatures", "ﬁ Œuvre Straße", "fi oeuvre strasse"],
		["small capitals", "ᴆảɴɢ ᴜỷ", "dang uy"],
		["letters of formulas, as pages in bold have them", "𝗗𝗮̂𝗻 𝘷𝘢̣̂𝘯", "dan van"],
		["raised small capitals and ligatures", "𐞲 ᴭ ꟹ", "y ae oe"],
		["ligatures with an accent", "Ǽ ǿ", "ae o"],
		["raised digits", "10 km²", "10 km2"],
		["ASCII", "15/2020/ND-CP", "15/2020/nd-cp"],
		["nothing", "", ""],
	])("folds %s", (_, text, expected) => {
		expect(fold(text)).toBe(expected);
	});

	test.each([
		["hoà", "hòa"],
		["thuỷ", "thủy"],
		["khoẻ", "khỏe"],
		["uý", "úy"],
		["Thanh Hoá", "thanh hóa"],
	])("folds both tone placements %s and %s to the same", (a, b) => {
		expect(fold(a)).toBe(fold(b));
	});

	// Texts fold by character, so each character tried stands for every text.
	test("is idempotent, for every letter and digit of Unicode", () => {
		expect(letters.filter((letter) => fold(fold(letter)) !== fold(letter))).toEqual([]);
	});

	test("does not depend on the Unicode form, for every letter and digit", () => {
		expect(
			letters.filter((letter) => fold(letter.normalize("NFD")) !== fold(letter.normalize("NFC"))),
		).toEqual([]);
	});

	test("leaves no combining mark, for every letter and digit", () => {
		expect(letters.filter((letter) => /\p{M}/u.test(fold(letter)))).toEqual([]);
	});

	test.each([
		["is idempotent", (text: string) => [fold(fold(text)), fold(text)]],
		[
			"does not depend on the Unicode form",
			(text: string) => [fold(text.normalize("NFD")), fold(text.normalize("NFC"))],
		],
	])("%s, for every text", (_, both) => {
		fc.assert(
			fc.property(anyText, (text) => {
				const [one, other] = both(text);
				expect(one).toBe(other);
			}),
		);
	});

	test("folds joined texts like each by itself", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
				expect(fold(a + b)).toBe(fold(a) + fold(b));
			}),
		);
	});
});
