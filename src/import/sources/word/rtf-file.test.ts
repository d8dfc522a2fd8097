import { describe, expect, test } from "vitest";
import { repairBlocks } from "./repair-document.ts";
import { readRtfFile } from "./rtf-file.ts";
import { plainText } from "./word-document.ts";

const fonts =
	"{\\fonttbl{\\f0\\fnil\\fcharset0 .VnTime;}{\\f1\\fnil .VnTimeH;}{\\f2\\fcharset163 Arial;}{\\f3 VNI-Times;}}";
const read = (rtf: string) => readRtfFile(Buffer.from(`{\\rtf1\\ansi\\deff0${fonts}${rtf}}`, "latin1"));
const text = (rtf: string) => plainText(repairBlocks(read(rtf).blocks).blocks).normalize("NFC");

describe("readRtfFile", () => {
	test("reads TCVN3 by its fonts, including capitals", () => {
		expect(text("\\pard\\f1 b\\'e9 tµi chÝnh\\par\\f0 Hµ N\\'e9i, ngµy 22 th¸ng 11\\par")).toBe(
			"BỘ TÀI CHÍNH\nHà Nội, ngày 22 tháng 11",
		);
	});

	test("reads a document that mixes TCVN3, VNI, windows-1258 and Unicode", () => {
		const rtf =
			"\\f0 C«ng t¸c d©n vËn ë c¬ së\\par\\f3 Coâng taùc daân vaän ôû cô sôû\\par" +
			"\\f2 \\'d0a\\u777?ng\\par T\\u7881?nh \\u273?o\\u224?n\\par";
		expect(text(rtf)).toBe("Công tác dân vận ở cơ sở\nCông tác dân vận ở cơ sở\nĐảng\nTỉnh đoàn");
	});

	test("keeps tables, headings, lists, emphasis and links", () => {
		const rtf =
			"{\\stylesheet{\\s1 heading 1;}{\\s2 Title;}{\\*\\cs3 x;}}\\pard\\s2 Ten\\par\\pard\\s1 Muc\\par" +
			'\\pard{\\b dam}{\\i nghieng}{\\field{\\*\\fldinst{HYPERLINK "https://example.vn/"}}{\\fldrslt noi}} sau\\par' +
			"{\\listtext 1.}muc mot\\par\\pard\\intbl A\\cell B\\par B2\\cell\\row\\pard cuoi";
		expect(read(rtf).blocks).toMatchObject([
			{ level: 0, runs: [{ text: "Ten" }] },
			{ level: 1, runs: [{ text: "Muc" }] },
			{
				runs: [
					{ text: "dam", bold: true },
					{ text: "nghieng", italic: true },
					{ text: "noi", link: "https://example.vn/" },
					{ text: " sau" },
				],
			},
			{ isListItem: true, runs: [{ text: "muc mot" }] },
			{ rows: [[[{ runs: [{ text: "A" }] }], [{ runs: [{ text: "B" }] }, { runs: [{ text: "B2" }] }]]] },
			{ runs: [{ text: "cuoi" }] },
		]);
	});

	test("reads properties, and keeps headers separate", () => {
		const document = read(
			"{\\info{\\title Tin}{\\author Lan}{\\creatim\\yr2007\\mo3\\dy9\\hr8\\min5}}{\\header Trang}Than\\par",
		);
		expect(document.properties).toEqual({ title: "Tin", author: "Lan", created: "2007-03-09T08:05:00" });
		expect(plainText(document.aside)).toBe("Trang");
		expect(plainText(document.blocks)).toBe("Than");
	});

	test("reads pictures in hexadecimal and in binary form", async () => {
		const { pictures } = read(
			"{\\pict\\pngblip 8950\n4e47}{\\*\\shppict{\\pict\\jpegblip\\bin3 \u00FF\u00D8\u007D}}",
		);
		const bytes = await Promise.all([...pictures.values()].map((picture) => picture()));
		expect(bytes.map((each) => Buffer.from(each).toString("hex"))).toEqual(["89504e47", "ffd87d"]);
		expect([...pictures.keys()]).toEqual(["word/1.png", "word/2.jpg"]);
	});

	test("leaves out text that is hidden, deleted or only for Word", () => {
		expect(text("a{\\v an}{\\deleted bo}{\\*\\la x}{\\nonshppict{\\pict 00}}b")).toBe("ab");
	});

	test("rejects files that are not RTF, and endless nesting", () => {
		expect(() => readRtfFile(Buffer.from("abc"))).toThrow("không phải tệp Word");
		expect(() => read("{".repeat(10_000))).toThrow("bị hỏng");
	});

	test("reads the rest of a truncated file", () => {
		expect(plainText(readRtfFile(Buffer.from("{\\rtf1 abc\\par d{\\b e")).blocks)).toBe("abc\nde");
	});
});
