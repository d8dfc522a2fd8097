import fc from "fast-check";
import { expect, test } from "vitest";
import { sentenceCase } from "./sentence-case.ts";

const body =
	"Sáng 15/9, tại thành phố Bắc Giang, Ban Dân vận Tỉnh ủy họp. Dự có đồng chí Lê Văn Hòa, đại diện UBND tỉnh Bắc Giang. Công tác dân vận của Ban Dân vận được đánh giá cao.";

test.each([
	["HỘI NGHỊ SƠ KẾT CÔNG TÁC DÂN VẬN TỈNH BẮC GIANG", "Hội nghị sơ kết công tác dân vận tỉnh Bắc Giang"],
	["UBND TỈNH HỌP VỚI BAN DÂN VẬN TỈNH ỦY", "UBND tỉnh họp với Ban Dân vận Tỉnh ủy"],
	[
		"NGHỊ QUYẾT 18-NQ/TW, KHÓA XII: “LÊ VĂN HÒA NÓI GÌ?”",
		"Nghị quyết 18-NQ/TW, khóa XII: “Lê Văn Hòa nói gì?”",
	],
	["TỔNG KẾT NĂM HỌC. BÀN VIỆC HÈ", "Tổng kết năm học. Bàn việc hè"],
])("%s", (title, expected) => {
	expect(sentenceCase(title, body)).toBe(expected);
});

test.each(["Hội nghị sơ kết công tác dân vận", "TIN VẮN", "UBND tỉnh Bắc Giang họp", "15/9/2025", ""])(
	"text that is not in capitals stays unchanged: %s",
	(title) => {
		expect(sentenceCase(title, body)).toBeUndefined();
	},
);

test("only the case of letters changes", () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 200 }), (title, text) => {
			const capitals = title.normalize("NFC").toUpperCase();
			const shown = sentenceCase(capitals, text);
			if (shown !== undefined && /^[\p{Script=Latin}\s\d]*$/u.test(capitals))
				expect(shown.toUpperCase().length).toBe(capitals.length);
		}),
	);
	const made = sentenceCase("HỘI NGHỊ SƠ KẾT (LẦN 2) — BẮC GIANG!", body) ?? "";
	expect(made.toUpperCase()).toBe("HỘI NGHỊ SƠ KẾT (LẦN 2) — BẮC GIANG!");
});

test("a long body takes linear time", () => {
	expect(sentenceCase("HỘI NGHỊ SƠ KẾT", `${"hội nghị. ".repeat(100_000)}`)).toBe("Hội nghị sơ kết");
});
