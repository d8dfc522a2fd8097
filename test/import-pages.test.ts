/** Pages of plain text become the articles that a careful person would type from them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toTcvn3 } from "../src/import/encodings/tcvn3.ts";
import { type Expectation, expectArticle, expectedBody, importPage, linesOf } from "./support/text-page.ts";

const fixtures = "test/fixtures/import/text";
const own: Readonly<Record<string, Expectation>> = {
	"ban-dan-van.txt": {
		title: 3,
		date: "2018-07-12",
		lead: 5,
		body: [{ p: 7, without: 5 }, { caption: [9] }, { p: 11 }, { caption: [13] }, { p: 15 }],
		author: 17,
		leftOut: [19],
	},
	"bao-tinh.txt": {
		title: 1,
		date: "2020-07-14T14:01:00+07:00",
		lead: 8,
		mark: "(BĐVA)- ",
		body: [
			{ caption: [12] },
			{ p: 14 },
			{ p: 16 },
			{ caption: [20] },
			{ p: 22 },
			{
				list: [
					[24, 25],
					[27, 28],
					[30, 31],
				],
			},
		],
		author: 34,
		keywords: 10,
		leftOut: [38, 39],
		province: "bac-giang",
	},
	"cong-huyen.txt": {
		title: 5,
		date: "2021-09-11",
		body: [{ p: 8 }, { p: 12 }, { p: 14 }],
		author: 16,
		parted: [" (", ")"],
		leftOut: [1, 3, 17, 18, 19, 20, 21],
	},
	"dai-tinh.txt": {
		title: 1,
		date: "2020-06-30T16:45:14+07:00",
		views: 1328,
		lead: 6,
		body: [
			{ p: 8 },
			{ p: 10 },
			{ caption: [12], until: "Phát biểu kết luận," },
			{ p: 12, from: "Phát biểu kết luận," },
			{ p: 14 },
		],
		author: 16,
		parted: [" (", ")"],
		leftOut: [18, 20, 22, 23],
	},
	"cong-tinh.txt": {
		title: 2,
		date: "2024-04-14",
		body: [
			{ caption: [4] },
			{ p: 6 },
			{ p: 8 },
			{ p: 10, repaired: [";v", "; v"] },
			{ caption: [13, 14] },
			{ p: 16 },
			{ caption: [19, 20] },
			{ p: 22 },
		],
		author: 24,
		parted: [", ", ""],
		leftOut: [30, 32, 34],
		province: "binh-phuoc",
	},
};

describe("a page of text", () => {
	test.each(Object.entries(own))(
		"becomes the article that a careful person would type: %s",
		async (name, expected) => {
			const text = readFileSync(join(fixtures, name), "utf8");
			expectArticle(await importPage(text), expected, linesOf(text));
		},
	);

	test.each(Object.entries(own))(
		"becomes the same article with other line ends and in another Unicode form: %s",
		async (name, expected) => {
			const text = readFileSync(join(fixtures, name), "utf8");
			expectArticle(
				await importPage(text.normalize("NFD").replaceAll("\n", "\r\n")),
				expected,
				linesOf(text),
			);
		},
	);

	test("becomes the same article from TCVN3, except for capitals that TCVN3 does not have", async () => {
		const text = readFileSync(join(fixtures, "cong-huyen.txt"), "utf8");
		const { body, author } = await importPage(Buffer.from(toTcvn3(text), "latin1"));
		const expected = expectedBody(own["cong-huyen.txt"] as Expectation, linesOf(text));
		expect(body.toLowerCase()).toBe(expected.toLowerCase());
		expect(author?.name).toBe("Tô Văn Chèo");
	});

	const layout = readFileSync(join(fixtures, "cong-tinh.txt"), "utf8");
	const dateOf = async (line: string) =>
		(await importPage(layout.replace("Chủ Nhật, 14/4/2024", line))).article.date;

	test.each([
		["Thứ 5 Ngày 12/07/2018", "2018-07-12"],
		["Cập nhật: 14:01 | 14/07/2020", "2020-07-14T14:01:00+07:00"],
		["Ngày cập nhật 11/09/2021", "2021-09-11"],
		["Thứ 3, 30.06.2020 | 16:45:14", "2020-06-30T16:45:14+07:00"],
		["Đăng lúc 7 giờ 05, ngày 2 tháng 3 năm 2022", "2022-03-02T07:05:00+07:00"],
	])("is dated by “%s”", async (line, moment) => {
		expect(await dateOf(line)).toBe(moment);
	});

	test("whose weekday contradicts its date is reported with a doubt", async () => {
		const { notes } = await importPage(layout.replace("Chủ Nhật", "Thứ Hai"));
		expect(notes).toContainEqual(expect.objectContaining({ kind: "wrongWeekday" }));
	});

	test("without an author gets none, and loses nothing else", async () => {
		const text = layout.replace(/^Hà Thị Nắng.*$/m, "");
		const { author, body } = await importPage(text);
		expect(author?.name).toBe("Không ghi tác giả");
		expect(body).toBe(expectedBody(own["cong-tinh.txt"] as Expectation, linesOf(layout)));
	});

	test("without a lead gets none, and with three captions keeps all of them", async () => {
		const text = readFileSync(join(fixtures, "ban-dan-van.txt"), "utf8").replace(
			/^Sáng ngày 11[^\n]*\n\n/m,
			"",
		);
		const { article, body } = await importPage(
			text.replace("Văn phòng –", "Các đại biểu xem sổ việc dân\n\nVăn phòng –"),
		);
		expect(article.summary).toBeUndefined();
		expect(body.match(/^\*.+\*$/gm)).toHaveLength(3);
	});
});
