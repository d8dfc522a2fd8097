import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SourceError } from "../../source.ts";
import { learnProfile } from "./learn-profile.ts";
import { parseProfile } from "./profile.ts";
import { readPage } from "./read-page.ts";

const stories = [
	{ title: "Mùa măng ở Nà Hin", day: "01/02/2016", author: "Lò Mai" },
	{ title: "Cầu mới qua sông Đà Nhỏ", day: "15/03/2016", author: "Tô Lụa" },
	{ title: "Hai trăm hộ có nước sạch", day: "20/04/2016", author: "Văn Tám" },
	{ title: "Lớp học trên đỉnh dốc", day: "05/05/2016", author: "Lò Mai" },
];

const page = (
	{ title, day, author }: (typeof stories)[number],
	number: number,
) => `<html><head><title>${title} | Cổng cũ</title></head><body>
<div id="menu"><a href="/">Trang chủ</a> <a href="/tin">Tin tức</a></div><div class="khung"><p class="duong">Tin tức hoạt động</p>
<p class="tieude-bai">${title}</p><span class="ngay-dang">Ngày ${day}</span>
<div class="noi-dung" id="bai${number}${number}"><p><b>Sapo của bài “${title}”, dài vừa đủ để đọc một hơi rồi dừng.</b></p>
<p>Đoạn đầu của bài ${title}, kể việc đã xảy ra, ở đâu, khi nào, và ai có mặt hôm ấy.</p>
<p class="quang-cao">Đăng ký nhận tin của cổng mỗi sáng thứ Hai</p>
<p>Đoạn sau của bài ${title}, kể tiếp việc sẽ làm, với lời của người trong cuộc và vài con số.</p>
<p class="ky-ten" style="text-align:right">${author}</p></div></div><div class="chan">Bản quyền thuộc Cổng cũ</div></body></html>`;

const pages = stories.map(page);

describe("learnProfile", () => {
	test("proposes selectors for title, date, author and text, and for furniture within the text", () => {
		const yaml = learnProfile(pages);
		expect(parseProfile("p.yml", Buffer.from(yaml))).toEqual({
			title: [".tieude-bai"],
			date: [".ngay-dang"],
			author: [".ky-ten"],
			body: [".noi-dung"],
			remove: [".quang-cao"],
		});
		expect(yaml).toContain("title: .tieude-bai # đúng ở 4/4 trang");
		expect(yaml).toContain("# lead: không tìm thấy");
	});

	test("makes a profile that reads a page without its furniture", () => {
		const profile = parseProfile("p.yml", Buffer.from(learnProfile(pages)));
		const reading = readPage(page({ title: "Một bài khác hẳn", day: "06/06/2016", author: "Hà Vân" }, 9), {
			profile,
		});
		expect(reading).toMatchObject({
			article: {
				title: "Một bài khác hẳn",
				date: "Ngày 06/06/2016",
				authors: ["Hà Vân"],
				lead: expect.stringContaining("Sapo"),
				body: { html: expect.not.stringContaining("Đăng ký nhận tin") },
			},
		});
	});

	test("never proposes a numbered id", () => {
		expect(learnProfile(pages)).not.toMatch(/#bai/);
	});

	test("requires more than one page, and pages that are articles", () => {
		expect(() => learnProfile(pages.slice(0, 1))).toThrow(SourceError);
		expect(() => learnProfile(["<p></p>", "", "x"])).toThrow("trang mẫu");
	});

	test("learns only what pages of different portals have in common", () => {
		const mixed = ["wordpress", "broadcaster"].map((name) =>
			readFileSync(`test/fixtures/import/pages/${name}.html`, "utf8"),
		);
		expect(parseProfile("p.yml", Buffer.from(learnProfile(mixed)))).toMatchObject({ title: ["h1"] });
	});
});

describe("parseProfile", () => {
	test.each([
		{ yaml: "tieude: h1", message: "p.yml:1 · tieude: không có trường “tieude”" },
		{ yaml: "title: h1\nbody: 'div['", message: "p.yml:2 · body: “div[” không phải bộ chọn CSS hợp lệ" },
		{ yaml: "addresses: tin/", message: "bắt đầu bằng dấu /" },
		{ yaml: "encoding: '!'", message: "tên bảng mã không hợp lệ" },
		{ yaml: "title:\n  a: b", message: "p.yml:1 · title" },
		{ yaml: "title: [h1", message: "p.yml" },
	])("rejects $yaml with file, field and remedy", ({ yaml, message }) => {
		expect(() => parseProfile("p.yml", Buffer.from(yaml))).toThrow(message);
	});
});
