import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typesetHtml } from "./typeset-html.ts";

/** Makes the result visible: `_` is a no-break space, brackets enclose text that is kept whole. */
function seen(html: string): string {
	return typesetHtml(html)
		.replaceAll("\u00a0", "_")
		.replace(/<span class="whole(?: long)?">(.*?)<\/span>/g, "[$1]");
}

describe("kept on one line by no-break spaces", () => {
	test.each([
		["number and unit", "Rộng 15 ha, dài 3,5 km; 1.200 người", "Rộng 15_ha, dài 3,5_km; 1.200_người"],
		[
			"number, magnitude and currency",
			"Hết 12 tỷ đồng và 300 triệu USD.",
			"Hết 12_tỷ_đồng và 300_triệu_USD.",
		],
		["a unit with its measure", "Giá 7.000 đồng/kg, 6 tấn/ha", "Giá 7.000_[đồng/kg], 6_[tấn/ha]"],
		["per cent", "Tăng 15 % so với năm 2024", "Tăng 15_% so với năm_2024"],
		["a day written out", "Sáng ngày 15 tháng 9 năm 2025, tại", "Sáng ngày_15_tháng_9_năm_2025, tại"],
		["a day with signs", "Ngày 15 - 9 - 2025 họp", "Ngày_15_[- 9]_[- 2025] họp"],
		["a range", "Phạt từ 40 - 150 triệu đồng", "Phạt từ 40_[- 150]_triệu_đồng"],
		["hours and minutes", "Lúc 22 giờ 40, phút 35", "Lúc_22_giờ_40, phút_35"],
		[
			"a range of years or of large numbers",
			"(2016 - 2020) 1,5 - 2,5 tấn",
			"(2016_[- 2020)] 1,5_[- 2,5]_tấn",
		],
		["a code that drifted apart", "Tên lửa S -400", "Tên lửa S_[-400]"],
		["quotation marks that drifted off", 'Bị " rớt ", " ".', "Bị “_rớt_”, “_”."],
		["what is numbered", "Nghị quyết số 18 và Điều 5, khóa XIII", "Nghị quyết số_18 và Điều_5, khóa_XIII"],
		["a quarter of a year", "Trong quý I 2023 và quý IV năm", "Trong quý_I_2023 và quý_IV năm"],
		[
			"two numbers and their unit",
			"Từ 100-200 USD, 36,25-36,33 triệu",
			"Từ [100-200]_USD, [36,25-36,33]_triệu",
		],
		[
			"hours, days of Tết, years of birth",
			"2 tiếng, 28 Tết (SN 1969), câu 4",
			"2_tiếng, 28_Tết (SN_1969), câu_4",
		],
		["weekdays", "Sáng thứ Năm, thứ 6", "Sáng thứ_Năm, thứ_6"],
		["months with names", "Đầu tháng Chín, đi hai tháng ba lần", "Đầu tháng_Chín, đi hai tháng ba lần"],
		["a range of per cent", "Giảm 8-10% trong vụ tới", "Giảm [8-10%] trong vụ tới"],
		[
			"short forms and names",
			"Tại TP. Huế, TP Đồng Nai, Q. 5, ThS. Lan",
			"Tại TP._Huế, TP_Đồng Nai, Q._5, ThS._Lan",
		],
		["what stands before a dash", "Huế – Đà Nẵng — Vinh - Hà Nội", "Huế_– Đà Nẵng_— Vinh_- Hà Nội"],
		[
			"a telephone number",
			"Gọi 0251 3822 501 hoặc (0251) 3822 501",
			"Gọi 0251_3822_501 hoặc (0251)_3822_501",
		],
		["another", "Gọi +84 251 382 250 1", "Gọi +84_251_382_250 1"],
		["grouped digits", "Có 4 045 920 người", "Có 4_045_920_người"],
		["punctuation that drifted off", "Hội nghị , tổng kết .", "Hội nghị_, tổng kết_."],
		["and to which the next sentence is glued", "chờ ngóng .Thế rồi", "chờ ngóng_.Thế rồi"],
		["across marks of a line", "ngày <strong>15</strong> tháng 9", "ngày_<strong>15</strong>_tháng_9"],
		["across line breaks of the source", "ngày\n15", "ngày_15"],
	])("%s", (_, html, expected) => {
		expect(seen(html)).toBe(expected);
	});

	test.each([
		["years and what follows", "Năm 2020 100 hộ", "Năm_2020 100_hộ"],
		["the end of a sentence", "Đến năm 2025. Người dân vui", "Đến năm_2025. Người dân vui"],
		["a comma", "ngày 15, 20 người", "ngày_15, 20_người"],
		["elements side by side", "<a>xem ngày</a> <span>15</span>", "<a>xem ngày</a> <span>15</span>"],
		["the end of a paragraph", "<p>ngày</p><p>15</p>", "<p>ngày</p><p>15</p>"],
		["a line break", "ngày<br/>15", "ngày<br/>15"],
		["plain words", "Ông Năm bà Bảy đi chợ", "Ông Năm bà Bảy đi chợ"],
	])("but not %s", (_, html, expected) => {
		expect(seen(html)).toBe(expected);
	});

	test("never more than fits on a phone's line", () => {
		const longest = Math.max(
			...seen("1 2 3 4 5 6 7 8 9 ".repeat(20).replace(/ /g, " km "))
				.split(" ")
				.map((run) => run.length),
		);
		expect(longest).toBeLessThanOrEqual(30);
	});
});

describe("never broken within", () => {
	test.each([
		["document numbers", "Nghị định 15/2020/NĐ-CP, (05-NQ/TW).", "Nghị định [15/2020/NĐ-CP], ([05-NQ/TW])."],
		["numbers of offices", "Số 1234/QĐ-UBND và 202/2025/QH15", "Số_[1234/QĐ-UBND] và [202/2025/QH15]"],
		["scores and spans of years", "Thắng 3-0, giai đoạn 2020-2025", "Thắng [3-0], giai đoạn [2020-2025]"],
		["units over units", "80 km/h", "80_[km/h]"],
		["short forms with a hyphen", "Sở GD-ĐT, LĐ-TB&amp;XH", "Sở [GD-ĐT], [LĐ-TB&amp;XH]"],
	])("%s", (_, html, expected) => {
		expect(seen(html)).toBe(expected);
	});

	test.each([
		["14 characters", "02/2020/NĐ-UBND", "202/2020/NĐ-CP"],
		["which an ampersand is one of", "LĐTBXH&amp;XH-UBNDT", "LĐTBXH&amp;XH-UBND"],
	])("and never moved to a line of its own, up to %s", (_, long, short) => {
		expect(typesetHtml(long)).toBe(`<span class="whole long">${long}</span>`);
		expect(typesetHtml(short)).toBe(`<span class="whole">${short}</span>`);
	});

	test.each(["Ê-đê", "pa-nô áp-phích", "Lê-nin", "15/9/2025"])("but not %s", (text) => {
		expect(typesetHtml(text)).toBe(text);
	});
});

describe("quotation marks", () => {
	test.each([
		[
			"are paired",
			'Phong trào &quot;Dân vận khéo&quot; và "nhà sạch".',
			"Phong trào “Dân vận khéo” và “nhà sạch”.",
		],
		["are paired across marks of a line", '"Dân <em>vận"</em>', "“Dân <em>vận”</em>"],
		["after an opening bracket or a dash", '("một") –"hai"', "(“một”) –“hai”"],
		["of which one is curved", '“một" và "hai”', "“một” và “hai”"],
		["stay straight alone", 'Tivi 27" và chữ "', 'Tivi 27" và chữ "'],
		["of another paragraph are no partner", '<p>"một</p><p>hai"</p>', '<p>"một</p><p>hai"</p>'],
	])("%s", (_, html, expected) => {
		expect(typesetHtml(html)).toBe(expected);
	});
});

test.each([
	["Tuần 30/11/2026", '<span class="whole long">Tuần 30/11/2026</span>'],
	["Họp 15 ngày", "Họp 15\u00a0ngày"],
	["Từ ngày <em>5</em> tháng 11/2026", "Từ ngày\u00a0<em>5</em>\u00a0tháng\u00a011/2026"],
	['Vở “Tháng 11/2026"', "Vở “Tháng\u00a011/2026”"],
	["Thu 40 - 150 triệu đồng", 'Thu <span class="whole long">40 - 150 triệu đồng</span>'],
	["Sáng 27-11: Bão", 'Sáng <span class="whole">27-11:</span> Bão'],
])("a heading may break where its line is too short: %s", (text, expected) => {
	expect(typesetHtml(`<h2>${text}</h2>`)).toBe(`<h2>${expected}</h2>`);
	expect(typesetHtml(`<h2>Một</h2><p>${text}</p>`)).not.toContain("long");
});

describe("left unchanged", () => {
	test.each([
		'<pre>ngày 15 "một" 15/2020/NĐ-CP</pre>',
		"<p><code>ngày 15</code></p>",
		'<a href="/a" title="ngày 15 &quot;một&quot; 1/NĐ-CP">xem</a>',
		'https://a.vn/15/2020/NĐ-CP?q="a"',
		"ten@co-quan.gov.vn www.a-b.vn/C-D",
		'<script>let a = "ngày 15";</script>',
		'<svg viewBox="0 0 24 24"><path d="M3 6 15 km"></path></svg>',
	])("%s", (html) => {
		expect(typesetHtml(html)).toBe(html);
	});
});

const anyPiece = fc.oneof(
	fc.constantFrom(
		...[
			"ngày",
			"15",
			"TP.",
			"Huế",
			"–",
			"-",
			'"',
			"&quot;",
			"0251",
			"3822",
			"15/2020/NĐ-CP",
			"km",
			" ",
			"\n",
			"“",
			"”",
		],
		...[
			"<p>",
			"</p>",
			"<h2>",
			"</h2>",
			"<em>",
			"</em>",
			"<code>",
			"</code>",
			"<br/>",
			"&amp;",
			"(",
			")",
			",",
			"tỷ",
			"đồng",
			"\u00a0",
		],
	),
	fc.string({ maxLength: 5 }).map((text) => text.replace(/[<>]/g, "")),
);
const anyHtml = fc.array(anyPiece, { maxLength: 60 }).map((pieces) => pieces.join(""));

/** The text without anything that typesetting may change. */
function essence(html: string): string {
	return html
		.replace(/<span class="whole(?: long)?">([\s\S]*?)<\/span>/g, "$1")
		.replace(/&quot;|&#34;|[“”"]/g, '"')
		.replace(/[\s\u00a0]+/g, " ");
}

test("no letter and no tag is lost, added or moved", () => {
	fc.assert(
		fc.property(anyHtml, (html) => {
			expect(essence(typesetHtml(html))).toBe(essence(html));
		}),
		{ numRuns: 2000 },
	);
});

test.each(['"', "&quot;", "a-", "1/", "<em>", "<code>", "(", " -", "\u00a0", "“"])(
	"a hundred thousand of %s come to an end",
	(sign) => {
		expect(essence(typesetHtml(sign.repeat(100_000))).length).toBeGreaterThan(0);
	},
);
