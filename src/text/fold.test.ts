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

	test("is idempotent", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(fold(fold(text))).toBe(fold(text));
			}),
		);
	});

	test("does not depend on the Unicode form", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
			}),
		);
	});

	test("leaves no combining mark", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(fold(text)).not.toMatch(/\p{M}/u);
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
