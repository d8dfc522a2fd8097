import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromLegacy, type LegacyEncoding } from "./legacy-encoding.ts";
import { toTcvn3 } from "./tcvn3.ts";
import { toTwiceEncoded } from "./twice-encoded.ts";
import { toViqr } from "./viqr.ts";
import { toVni } from "./vni.ts";
import { toWindows1258 } from "./windows-1258.ts";

const letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
const plain = '0123456789,;:!-()/" ';

const smallText = fc.string({ unit: fc.constantFrom(...letters, ...plain), maxLength: 60 });
const anyCase = fc.string({
	unit: fc.constantFrom(...letters, ...letters.toUpperCase(), ...plain, ".", "?", "'"),
	maxLength: 60,
});

describe("a text survives conversion to and from", () => {
	test("TCVN3, which has only small letters, and ì, ã and ữ only within words", () => {
		fc.assert(
			fc.property(smallText, (letters) => {
				const text = letters.replace(/[ìãữ]/g, "l$&");
				expect(fromLegacy(toTcvn3(text), "tcvn3")).toBe(text);
			}),
		);
	});

	test.each([
		{ encoding: "vni", encode: toVni },
		{ encoding: "windows-1258", encode: toWindows1258 },
		{ encoding: "twice-encoded", encode: toTwiceEncoded },
	] satisfies { encoding: LegacyEncoding; encode: (text: string) => string }[])(
		"$encoding",
		({ encoding, encode }) => {
			fc.assert(
				fc.property(anyCase, (text) => {
					expect(fromLegacy(encode(text), encoding)).toBe(text);
				}),
			);
		},
	);

	test("VIQR, if no sentence ends with a character that means a tone", () => {
		fc.assert(
			fc.property(smallText, (text) => {
				expect(fromLegacy(`${toViqr(text)} a`, "viqr")).toBe(`${text} a`);
			}),
			{ examples: [["ạ)   b"], ["ả   b"]] },
		);
	});
});

describe("TCVN3", () => {
	test.each([
		{ name: "the soft hyphen as ư", shown: "tr\u00ADêng", meant: "trường" },
		{ name: "what PDF files make of ư and ã", shown: "nhµ n−íc x∙ héi", meant: "nhà nước xã hội" },
		{ name: "words in capitals", shown: "CéNG HOµ, N§-CP", meant: "CỘNG HOÀ, NĐ-CP" },
		{ name: "capitals among small letters", shown: "ch¦¥ng tr×nh", meant: "chương trình" },
		{ name: "a capital in front", shown: "Sè Tê Tr×nh §¶ng", meant: "Số Tờ Trình Đảng" },
		{ name: "signs that stand alone", shown: "3 × 4; ÷; · môc", meant: "3 × 4; ÷; · mục" },
	])("reads $name", ({ shown, meant }) => {
		expect(fromLegacy(shown, "tcvn3")).toBe(meant);
	});
});

describe("VNI", () => {
	test.each([
		{ shown: "COÄNG HOØA XAÕ HOÄI", meant: "CỘNG HÒA XÃ HỘI" },
		{ shown: "Aân caàn, ÔÛ ñaây, Yù kieán", meant: "Ân cần, Ở đây, Ý kiến" },
		{ shown: "vieâïc aêùn", meant: "việc ắn" },
		{ shown: "ngöôøi höôùng daãn kyõ thuaät", meant: "người hướng dẫn kỹ thuật" },
	])("reads $meant", ({ shown, meant }) => {
		expect(fromLegacy(shown, "vni")).toBe(meant);
	});
});

describe("VIQR", () => {
	test.each([
		{ shown: "DDa^y la` mo^.t vi' du. ve^` DDa('c", meant: "Đây là một ví dụ về Đắc" },
		{ shown: "Anh o+? dda^u? Em ddi ra.", meant: "Anh ở đâu? Em đi ra." },
		{ shown: "nu*o*'c (co` n)", meant: "nước (cò n)" },
		{ shown: "ra\\. ro\\'", meant: "ra. ro'" },
	])("reads $meant", ({ shown, meant }) => {
		expect(fromLegacy(shown, "viqr")).toBe(meant);
	});
});
