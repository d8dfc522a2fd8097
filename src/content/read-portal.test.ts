import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
	articleText,
	type ContentFolder,
	soundFolder,
	writeContentFolder,
} from "../../test/support/content-folder.ts";
import { asIsoDateTime, asIsoDay, asSlug } from "../model/ids.ts";
import type { Portal } from "../model/portal.ts";
import type { Progress } from "../model/progress.ts";
import { spellingKey } from "../text/index.ts";
import { formatProblems, listContent, type ReadPortalResult, readPortal } from "./index.ts";

const now = asIsoDateTime("2026-11-22T08:00:00+07:00");
const article = "articles/2026/11/20-hoi-nghi.md";
const other = "articles/2026/11/21-toa-dam.md";
const decomposed = "Hội nghị".normalize("NFD");

async function problemsOf(files: ContentFolder): Promise<string[]> {
	const directory = writeContentFolder({ ...soundFolder, ...files });
	const { problems } = await readPortal({ directory, now });
	return formatProblems(problems)
		.split("\n")
		.filter((line) => line.includes("Cách sửa"));
}

async function portalOf(files: ContentFolder): Promise<Portal> {
	const directory = writeContentFolder({ ...soundFolder, ...files });
	const result = await readPortal({ directory, now });
	expect(result.problems).toEqual([]);
	return result.portal as Portal;
}

function officialDocument(number: string, date: string, lines: readonly string[] = []): string {
	const fields = [
		`number: ${number}`,
		"kind: plan",
		`date: ${date}`,
		"summary: Kế hoạch thử",
		"issuer: Tỉnh ủy",
	];
	return [...fields, ...lines, ""].join("\n");
}

/** A reorganisation to one city. */
function reorganisation(day: string, from: string, to: string): string {
	return `changes:\n  - day: ${day}\n    act: 1/2026/QH16\n    from: ${from}\n    to:\n      - name: ${to}\n        rank: city\n`;
}

interface Row {
	readonly name: string;
	readonly files: ContentFolder;
	/** For each problem, in order, texts that its line must contain. All problems are listed. */
	readonly expected: readonly (readonly string[])[];
}

const rows: Row[] = [
	{
		name: "an unknown field, with the one that was meant",
		files: { [article]: articleText(["sumary: Tóm tắt"]) },
		expected: [
			[`content/${article}:5 · sumary`, "không có trường `sumary`", "có phải bạn muốn viết `summary`?"],
		],
	},
	...[
		"https://thu.example.vn/tin",
		"https://thu.example.vn/?a=1",
		"https://thu.example.vn/#a",
		"https://a:b@thu.vn",
	].map((url) => ({
		name: `the site's address with more than a host (${url})`,
		files: { "site.yml": String(soundFolder["site.yml"]).replace(/url: .*/, `url: ${url}`) },
		expected: [["site.yml:3 · url", "phải chỉ gồm https:// và tên miền"]],
	})),
	...[
		"/1999/",
		"/2026/13/45/",
		"/2026/12/",
		"/tinh/dong-nai/",
		"/tu-khoa/dan-van/2.html",
		"/tin-moi/1.html",
		"/tac-gia/khong-co/",
		"/sitemap-2026-12.xml",
		"/api/2026/12.json",
		"/anh/khong-co.jpg",
		"/tep/khong-co.pdf",
	].map((address) => ({
		name: `a link to what the site does not have (${address})`,
		files: { [article]: articleText(["tags: [Dân vận]"], `A [a](${address})`) },
		expected: [[`${article}:7 · body`, `không có trang ${address}`]],
	})),
	...["/1999/", "/tinh/bac-ninh/999.html"].map((address) => ({
		name: `a menu link to what the site does not have (${address})`,
		files: { "site.yml": `${soundFolder["site.yml"]}menu:\n  - label: A\n    link: ${address}\n` },
		expected: [["site.yml:7 · menu[0].link", `không có trang ${address}`]],
	})),
	...[
		"/2026/11/22",
		"/2026/11/20/HOI-NGHI.html",
		"/ban/ban-dan-van",
		"/tac-gia/an",
		"/_headers",
		"/_redirects.nginx",
		"/robots.txt/",
		"/sitemap-2026-11.xml",
		"/manifest.json",
		"/Gioi-Thieu.html",
		"/gioi-thieu.html/x",
		"/gioi-thieu.html?a=1",
		"/API/x.php",
		"/tin-moi/7.html",
		"/index.html",
		"/",
		"/tim-kiem/?q=a",
	].map((address) => ({
		name: `a former address that is the site's own (${address})`,
		files: {
			"pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\nA\n",
			[article]: articleText(["formerAddresses:", `  - ${address}`]),
		},
		expected: [[`${article}:6 · formerAddresses[0]`, `địa chỉ ${address}`]],
	})),
	...(
		[
			["/tin/a.html", "/tin/A.html"],
			["/tin/a.html", "/tin/a.html/x"],
			["/tin/a.html/x/", "/tin/a.html"],
			["/tin", "/tin/"],
			["/tin/", "/Tin/index.html"],
			["/a.php?ID=1", "/a.php?id=1"],
		] as const
	).map(([one, two]) => ({
		name: `former addresses that are in each other's way (${one}, ${two})`,
		files: {
			[article]: articleText(["formerAddresses:", `  - ${one}`]),
			[other]: articleText(["formerAddresses:", `  - ${two}`]),
		},
		expected: [[`${other}:6 · formerAddresses[0]`, `địa chỉ ${two} cũng là của ${article}`]],
	})),
	{
		name: "an unknown field within another",
		files: { [article]: articleText(["source:", "  name: Báo A", "  lnk: https://a.vn"]) },
		expected: [[`${article}:7 · source.lnk`, "`link`"]],
	},
	{
		name: "an unknown field that is like none, with all there are",
		files: { "authors/x.yml": "name: Trần Thị Bình\nqwertyuiop: 1\n" },
		expected: [["authors/x.yml:2 · qwertyuiop", "name, kind, penName"]],
	},
	{
		name: "a missing required field",
		files: { [article]: "---\ntitle: Hội nghị\ndate: 2026-11-20T08:00:00+07:00\nauthor:\n---\nA\n" },
		expected: [[`${article}:4 · author`, "thiếu trường bắt buộc “Tác giả”", "thêm trường này"]],
	},
	{
		name: "a value of the wrong type",
		files: { [article]: articleText(["tags: Dân vận"]) },
		expected: [[`${article}:5 · tags`, "“Từ khóa” phải là danh sách"]],
	},
	{
		name: "a date that does not exist",
		files: { [article]: articleText(["date: 2026-02-30T08:00:00+07:00"]) },
		expected: [[`${article}:4 · date`, "phải là ngày giờ có thật"]],
	},
	{
		name: "a wrong item of a list, by its line",
		files: { [article]: articleText(["attachments:", "  - title: A", "    file: ../x.pdf"]) },
		expected: [[`${article}:7 · attachments[0].file`, "phải là tên tệp"]],
	},
	{
		name: "all problems of all files at once, sorted",
		files: {
			[other]: articleText(["author: nguyen-van-am"]),
			[article]: articleText(["committee: ban-dan-vam", "fetured: true"]),
		},
		expected: [
			[`${article}:5 · committee`, "`ban-dan-van`", "committees/ban-dan-vam.yml"],
			[`${article}:6 · fetured`, "`featured`"],
			[`${other}:4 · author[0]`, "`nguyen-van-an`", "authors/nguyen-van-am.yml"],
		],
	},
	{
		name: "an unknown author in a list",
		files: { [article]: articleText(["author:", "  - nguyen-van-an", "  - ai-do"]) },
		expected: [[`${article}:6 · author[1]`, "không có tác giả `ai-do`"]],
	},
	{
		name: "official documents that replace themselves, later ones and none, that end too early, and that stand twice",
		files: {
			"official-documents/a.yml": officialDocument("1-KH/TU", "2026-05-01", [
				"expires: 2026-04-01",
				"replaces: [a, b, d]",
			]),
			"official-documents/b.yml": officialDocument("2-KH/TU", "2026-06-01"),
			"official-documents/c.yml": officialDocument("2-kh/tu", "2026-06-01"),
		},
		expected: [
			["official-documents/a.yml:6 · expires", "đứng trước ngày có hiệu lực"],
			["official-documents/a.yml:7 · replaces[0]", "chính nó"],
			["official-documents/a.yml:7 · replaces[1]", "2-KH/TU ban hành ngày 01/06/2026"],
			["official-documents/a.yml:7 · replaces[2]", "không có tệp official-documents/d.yml"],
			["official-documents/c.yml:1 · number", "trùng số, ký hiệu, ngày", "official-documents/b.yml"],
		],
	},
	{
		name: "units that belong to each other, posts and events that end before they begin, and an unknown event",
		files: {
			"units/a.yml": "name: Ban A\nparent: b\n",
			"units/b.yml": "name: Ban B\nparent: a\n",
			"people/x.yml":
				"name: Ông X\nposts:\n  - title: Trưởng Ban\n    unit: c\n    from: 2026-02-01\n    until: 2026-01-01\n",
			"events/e.yml": "name: Sự kiện\nsince: 2026-02-01\nuntil: 2026-01-01\n",
			[article]: articleText(["event: su-kien"]),
		},
		expected: [
			[`${article}:5 · event`, "không có tệp events/su-kien.yml"],
			["events/e.yml:3 · until", "đứng trước ngày bắt đầu"],
			["people/x.yml:4 · posts[0].unit", "không có tệp units/c.yml"],
			["people/x.yml:6 · posts[0].until", "đứng trước ngày bắt đầu"],
			["units/b.yml:2 · parent", "a → b → a"],
		],
	},
	{
		name: "weeks of a schedule that are none or stand twice, and work outside its week or hours",
		files: {
			"schedules/2026-11-16.yml":
				'week: 2026-11-16\nitems:\n  - date: 2026-11-23\n    from: "7:30"\n    what: Họp\n  - date: 2026-11-16\n    from: "09:00"\n    until: "08:00"\n    what: Họp\n',
			"schedules/b.yml": "week: 2026-11-16\nitems:\n  - date: 2026-11-16\n    what: Họp\n",
			"schedules/c.yml": "week: 2026-11-17\nitems:\n  - date: 2026-11-17\n    what: Họp\n",
		},
		expected: [
			["schedules/2026-11-16.yml:4 · items[0].from", "như 07:30"],
			["schedules/2026-11-16.yml:8 · items[1].until", "giờ kết thúc"],
			["schedules/b.yml:1 · week", "schedules/2026-11-16.yml"],
			["schedules/c.yml:1 · week", "17/11/2026 không phải thứ Hai"],
		],
	},
	{
		name: "a question's answer with a picture, HTML or links that lead nowhere, and an article that is not there",
		files: {
			"questions/a.yml":
				"question: Hỏi gì?\nanswer: '[a](/mat.html) [b](#khong-co) <b>c</b> [d](/hoi-dap/#b)'\ndate: 2026-11-01\narticles:\n  - 2026/11/20-hoi-nghj\n",
			"questions/b.yml": "question: Hỏi nữa?\nanswer: '![ảnh](a.jpg)'\ndate: 2026-11-01\n",
		},
		expected: [
			["questions/a.yml:2 · answer", "<b>"],
			["questions/a.yml:2 · answer", "/mat.html"],
			["questions/a.yml:2 · answer", "#khong-co"],
			["questions/a.yml:5 · articles[0]", "2026/11/20-hoi-nghj"],
			["questions/b.yml:2 · answer", "không được có ảnh"],
		],
	},
	{
		name: "a banner that ends before it begins, leads nowhere, or has a picture that is not there",
		files: {
			"banners/a.yml":
				"name: Biểu ngữ\nimage: /media/x.png\nlink: /mat.html\nfrom: 2026-11-02T00:00:00+07:00\nuntil: 2026-11-02T00:00:00+07:00\n",
		},
		expected: [
			["banners/a.yml:2 · image", "x.png"],
			["banners/a.yml:3 · link", "/mat.html"],
			["banners/a.yml:5 · until", "hết trước khi hiện"],
		],
	},
	{
		name: "an official document's file that is not there, and links to documents that are not",
		files: {
			"official-documents/a.yml": officialDocument("1-KH/TU", "2026-05-01", [
				"files:",
				"  - file: /media/x.pdf",
			]),
			"pages/a.md": `---
title: Trang
---
[một](/van-ban/a.html) [hai](/van-ban/) [ba](/van-ban/2026/) [bốn](/van-ban/loai/ke-hoach/) [năm](/van-ban/b.html)
`,
		},
		expected: [
			["official-documents/a.yml:7 · files[0].file", "x.pdf"],
			["pages/a.md:4 · body", "/van-ban/b.html"],
		],
	},
	{
		name: "a fixed page in the place of a list of records, once there are some",
		files: {
			"official-documents/a.yml": officialDocument("1-KH/TU", "2026-05-01"),
			"pages/van-ban.md": "---\ntitle: Văn bản\n---\nChữ.\n",
		},
		expected: [["pages/van-ban.md", "“van-ban” đã được cổng tin dùng"]],
	},
	{
		name: "an unknown province",
		files: { [article]: articleText(["province: binh-phuco"]) },
		expected: [[`${article}:5 · province`, "có phải bạn muốn viết `binh-phuoc`?"]],
	},
	{
		name: "a province that had been merged by the article's day, with its successor",
		files: { [article]: articleText(["province: binh-phuoc"]) },
		expected: [[":5 · province", "Bình Phước không tồn tại vào ngày 20/11/2026", "viết `dong-nai`"]],
	},
	{
		name: "a reorganisation of a province that there was not, by its line",
		files: {
			"provinces.yml":
				"changes:\n  - day: 2027-01-01\n    act: 1/2026/QH16\n    from: [Đồng Thap]\n    to:\n      - name: Đồng Tháp\n        rank: city\n",
		},
		expected: [["provinces.yml:4 · changes[0].from", "“Đồng Thap”", "`Đồng Tháp`"]],
	},
	...(
		[
			["a name without letters", "[Cao Bằng]", '"🌾🌾"', "changes[0].to[0].name", "phải có chữ"],
			["a name with its rank", "[Cao Bằng]", "Thành phố Cao Bằng", "changes[0].to[0].name", "không kèm chữ"],
			["a former name with its rank", "[tỉnh Cao Bằng]", "Cao Bằng", "changes[0].from[0]", "không kèm chữ"],
			[
				"a name that reads like another's",
				"[Cao Bằng]",
				"Ha Noi",
				"changes[0].to",
				"hoặc một tên chỉ khác dấu",
			],
			["a former unit twice", "[Cao Bằng, Cao Bằng]", "Cao Bằng", "changes[0].from", "ghi hai lần"],
			["nothing that changes", "[Hà Nội]", "Hà Nội", "changes[0].to", "vẫn giữ tên và cấp"],
		] as const
	).map(([name, from, to, field, message]) => ({
		name: `a reorganisation with ${name}`,
		files: { "provinces.yml": reorganisation("2027-01-01", from, to) },
		expected: [[`provinces.yml:`, field, message]],
	})),
	{
		name: "a reorganisation that makes a built-in one impossible, by its own line",
		files: { "provinces.yml": reorganisation("1990-01-01", "[Hà Bắc]", "Kinh Bắc") },
		expected: [["provinces.yml:2 · changes[0].day", "lần sắp xếp “Hà Bắc” từ ngày 01/01/1997"]],
	},
	{
		name: "a reorganisation without new units",
		files: { "provinces.yml": "changes:\n  - day: 2027-01-01\n    act: a1\n    from: [Cao Bằng]\n" },
		expected: [["provinces.yml:2 · changes[0].to", "thiếu trường bắt buộc"]],
	},
	{
		name: "every wrong reorganisation of a file",
		files: {
			"provinces.yml": [
				reorganisation("2027-01-01", "[Cao Bằn]", "Cao Bằng"),
				reorganisation("2027-01-01", "[Lạng Sớn]", "Lạng Sơn").replace("changes:\n", ""),
			].join(""),
		},
		expected: [
			["provinces.yml:4 · changes[0].from", "`Cao Bằng`"],
			["provinces.yml:10 · changes[1].from", "`Lạng Sơn`"],
		],
	},
	{
		name: "a committee in an unknown province, with an unknown successor",
		files: {
			"committees/a.yml":
				"name: Ban Dân vận\nkind: front\nlevel: province\nprovince: khong-co\nsuccessor: ban-b\n",
		},
		expected: [
			["committees/a.yml:4 · province", "khong-co"],
			["committees/a.yml:5 · successor", "ban-b"],
		],
	},
	{
		name: "committees that succeed each other, once",
		files: {
			"committees/a.yml": "name: Ban A1\nkind: front\nlevel: province\nsuccessor: b\n",
			"committees/b.yml": "name: Ban B1\nkind: front\nlevel: province\nsuccessor: a\n",
			"committees/c.yml": "name: Ban C1\nkind: front\nlevel: province\nsuccessor: a\n",
		},
		expected: [["committees/b.yml:4 · successor", "a → b → a"]],
	},
	{
		name: "an unknown committee on the home page and a menu that leads nowhere",
		files: {
			"site.yml": `${soundFolder["site.yml"]}homeCommittees: [ban-x]\nmenu:\n  - label: Giới thiệu\n    link: /gioi-thieu.html\n`,
		},
		expected: [
			["site.yml:5 · homeCommittees[0]", "ban-x"],
			["site.yml:8 · menu[0].link", "không có trang /gioi-thieu.html"],
		],
	},
	{
		name: "a former address that two articles claim",
		files: {
			[article]: articleText(["formerAddresses:", "  - /tin/1.html"]),
			[other]: articleText(["formerAddresses:", "  - /tin/1.html"]),
		},
		expected: [[`${other}:6 · formerAddresses[0]`, `cũng là của ${article}`]],
	},
	{
		name: "a former address that is an article's or a page's own",
		files: {
			[article]: articleText(["formerAddresses:", "  - /2026/11/21/toa-dam.html", "  - /lien-he.html"]),
			[other]: articleText(),
			"pages/lien-he.md": "---\ntitle: Liên hệ\n---\nA\n",
		},
		expected: [
			[`${article}:6 · formerAddresses[0]`, `cũng là của ${other}`],
			[`${article}:7 · formerAddresses[1]`, "đang là một trang của chính cổng tin này"],
		],
	},
	{
		name: "a picture that does not exist, with the one of nearly that name",
		files: {
			[article]: articleText(["image:", "  src: 20-hoi-nghi/Anh-1.jpg", "  alt: Ảnh"]),
			"articles/2026/11/20-hoi-nghi/anh-1.jpg": "x",
		},
		expected: [
			[`${article}:6 · image.src`, "không có tệp `20-hoi-nghi/Anh-1.jpg`", "`20-hoi-nghi/anh-1.jpg`"],
		],
	},
	{
		name: "pictures of a body: missing, from elsewhere, none by name",
		files: {
			[article]: articleText(
				[],
				"Một đoạn.\n\n![a](b.jpg)\n![a](https://a.vn/b.jpg)\n\n![a](../../x.jpg)\n\n![b](/media/b.doc)",
			),
			"media/b.doc": "x",
		},
		expected: [
			[`${article}:8 · body`, "không có tệp `b.jpg`"],
			[`${article}:9 · body`, "ảnh nằm ngoài thư mục nội dung: https://a.vn/b.jpg"],
			[`${article}:11 · body`, "không phải đường dẫn tới tệp trong thư mục nội dung"],
			[`${article}:13 · body`, "không phải tệp ảnh", "jpg, jpeg"],
		],
	},
	{
		name: "an attachment, a photo and a logo that do not exist",
		files: {
			[article]: articleText(["attachments:", "  - file: 20-hoi-nghi/a.pdf", "    title: Văn bản"]),
			"authors/b.yml": "name: Trần Bình\nphoto: /media/b.jpg\n",
			"site.yml": `${soundFolder["site.yml"]}logo: /media/logo.svg\n`,
		},
		expected: [
			[`${article}:6 · attachments[0].file`, "20-hoi-nghi/a.pdf"],
			["authors/b.yml:2 · photo", "/media/b.jpg"],
			["site.yml:5 · logo", "/media/logo.svg"],
		],
	},
	{
		name: "links of a body that lead nowhere, with the article that was meant",
		files: {
			[article]: articleText(
				[],
				[
					"[a](/2026/11/22/toa-dam.html) và",
					"[b](/khong-co.html) [c](toa-dam.html) [d](javascript:x) [e](//a.vn)",
					"[f](https://thu.example.vn/ban/khong-co/) [g](/tu-khoa/khong-co/) [h](/tinh/khong-co/)",
				].join("\n"),
			),
			[other]: articleText(),
		},
		expected: [
			[`${article}:6 · body`, "không có trang /2026/11/22/toa-dam.html", "`/2026/11/21/toa-dam.html`"],
			[":7 · body", "không có trang /khong-co.html"],
			[":7 · body", "loại này không được dùng: //a.vn"],
			[":7 · body", "loại này không được dùng: javascript:x"],
			[":7 · body", "toa-dam.html không mở được"],
			[":8 · body", "không có trang /ban/khong-co/"],
			[":8 · body", "không có trang /tinh/khong-co/"],
			[":8 · body", "không có trang /tu-khoa/khong-co/"],
		],
	},
	{
		name: "a link from a published article to a draft, and from a scheduled one to a later one",
		files: {
			[article]: articleText([], "[a](/2026/11/21/toa-dam.html)"),
			[other]: articleText(["draft: true"], "[a](/2026/12/25/tet.html)"),
			"articles/2026/12/24-xuan.md": articleText(
				["date: 2026-12-24T08:00:00+07:00"],
				"[a](/2026/12/25/tet.html)",
			),
			"articles/2026/12/25-tet.md": articleText(
				["date: 2026-12-25T08:00:00+07:00"],
				"[a](/2026/12/24/xuan.html)",
			),
		},
		expected: [
			[`${article}:6 · body`, "/2026/11/21/toa-dam.html là bản nháp"],
			["24-xuan.md:6 · body", "/2026/12/25/tet.html là bản nháp hoặc chưa đến giờ"],
		],
	},
	{
		name: "a related article that does not exist, and an article related to itself",
		files: {
			[article]: articleText(["related:", "  - 2026/11/21-toa-dan", "  - 2026/11/20-hoi-nghi"]),
			[other]: articleText(),
		},
		expected: [
			[`${article}:6 · related[0]`, "`2026/11/21-toa-dam`"],
			[`${article}:7 · related[1]`, "chính nó"],
		],
	},
	{
		name: "text that is not NFC, once for each field",
		files: {
			[article]: articleText(
				[`title: ${decomposed} sơ kết`, "tags:", `  - ${decomposed}`],
				`Dòng một.\nDòng hai ${decomposed}.\n${decomposed}`,
			),
		},
		expected: [
			[`${article}:4 · title`, "NFC", `“${"Hội".normalize("NFD")}”`],
			[`${article}:6 · tags[0]`, "NFC"],
			[`${article}:9 · body`, "NFC"],
		],
	},
	{
		name: "a file's name that is not NFC, once",
		files: {
			[article]: articleText([], "![Ảnh](<20-hoi-nghi/Hội nghị.jpg>)"),
			[`articles/2026/11/20-hoi-nghi/${decomposed}.jpg`]: "x",
		},
		expected: [[`articles/2026/11/20-hoi-nghi/${decomposed}.jpg`, "NFC", "gõ lại tên: Hội nghị.jpg"]],
	},
	{
		name: "fields that are named like properties of objects",
		files: { [article]: articleText(["__proto__: x", "constructor: y"]) },
		expected: [
			[`${article}:5 · __proto__`, "không có trường"],
			[`${article}:6 · constructor`, "không có trường"],
		],
	},
	{
		name: "files in wrong places",
		files: {
			"articles/2026/hoi-nghi.md": articleText(),
			"articles/2026/11/31-hoi-nghi.md": articleText(),
			"articles/2026/11/20-Hội nghị.md": articleText(),
			"authors/b.yaml": "name: B\n",
			"pages/a/b.md": "---\ntitle: AB\n---\nA\n",
			"bai.md": articleText(),
		},
		expected: [
			["articles/2026/11/20-Hội nghị.md", "đổi tên thành 20-hoi-nghi.md"],
			["articles/2026/11/31-hoi-nghi.md", "không có thật"],
			["articles/2026/hoi-nghi.md", "nằm sai chỗ"],
			["authors/b.yaml", "đổi tên thành b.yml"],
			["bai.md", "nằm sai chỗ"],
			["pages/a/b.md", "nằm sai chỗ"],
		],
	},
	{
		name: "a page and an article that would take the place of a folder's page",
		files: {
			"pages/index.md": "---\ntitle: Trang\n---\nA\n",
			"articles/2026/11/22-index.md": articleText(["draft: true"]),
		},
		expected: [
			["articles/2026/11/22-index.md", "địa chỉ “index” đã được cổng tin dùng"],
			["pages/index.md", "địa chỉ “index” đã được cổng tin dùng"],
		],
	},
	{
		name: "records that would take the place of their list's page or calendar",
		files: {
			"official-documents/index.yml": officialDocument("1-KH/TU", "2026-05-01"),
			"schedules/index.yml": "week: 2026-11-16\nitems:\n  - date: 2026-11-16\n    what: Giao ban\n",
			"schedules/lich.yml": "week: 2026-11-23\nitems:\n  - date: 2026-11-23\n    what: Giao ban\n",
			"units/index.yml": "name: Phòng\n",
			"events/index.yml": "name: Sự kiện\n",
		},
		expected: [
			["official-documents/index.yml", "địa chỉ “index” đã được cổng tin dùng"],
			["schedules/index.yml", "địa chỉ “index” đã được cổng tin dùng"],
			["schedules/lich.yml", "địa chỉ “lich” đã được cổng tin dùng"],
			["units/index.yml", "địa chỉ “index” đã được cổng tin dùng"],
		],
	},
	{
		name: "a former address that a growing timeline will need",
		files: {
			"events/hoi.yml": "name: Ngày hội\n",
			[article]: articleText(["formerAddresses: [/su-kien/hoi/1.html, /su-kien/khac/1.html]"]),
		},
		expected: [["formerAddresses[0]", "/su-kien/hoi/1.html"]],
	},
	{
		name: "links to years that short lists of documents do not have, and to missing parts of pages",
		files: {
			"official-documents/a.yml": officialDocument("1-KH/TU", "2026-05-01"),
			"questions/a.yml": "question: Hỏi gì vậy?\nanswer: Trả lời.\ndate: 2026-11-01\n",
			"pages/lien-he.md": "---\ntitle: Liên hệ\n---\n## Tòa soạn\n\nA\n",
			[article]: articleText(
				[],
				[
					...["/van-ban/loai/ke-hoach/", "/van-ban/2026/", "/van-ban/loai/ke-hoach/2026/"],
					...["/hoi-dap/#a", "/hoi-dap/#b", "/lien-he.html#muc-toa-soan", "/lien-he.html#muc-khac"],
				]
					.map((address) => `[a](${address})`)
					.join("\n"),
			),
		},
		expected: [
			[":8 · body", "/van-ban/loai/ke-hoach/2026/"],
			[":10 · body", "#b", "#a"],
			[":12 · body", "#muc-khac", "#muc-toa-soan"],
		],
	},
	{
		name: "a tag without letters, once",
		files: { [article]: articleText(["tags: [😀]"]) },
		expected: [["tags[0]", "không có chữ cái"]],
	},
	{
		name: "a tag in letters that give no address",
		files: { [article]: articleText(["tags: [שלום]"]) },
		expected: [["tags[0]", "không có chữ cái Latinh"]],
	},
	{
		name: "a page that takes a name of the site's own",
		files: { "pages/tim-kiem.md": "---\ntitle: Tìm kiếm\n---\nA\n" },
		expected: [["pages/tim-kiem.md", "địa chỉ “tim-kiem” đã được cổng tin dùng"]],
	},
	{
		name: "an article updated before it appeared",
		files: { [article]: articleText(["updated: 2026-11-19T08:00:00+07:00"]) },
		expected: [[`${article}:5 · updated`, "sớm hơn lúc đăng"]],
	},
	{
		name: "an article updated on a day before it appeared",
		files: { [article]: articleText(["updated: 2026-11-19"]) },
		expected: [[`${article}:5 · updated`, "sớm hơn lúc đăng"]],
	},
	{
		name: "an article without text",
		files: { [article]: articleText([], "  \n") },
		expected: [[`${article}:6 · body`, "chưa có nội dung"]],
	},
	{
		name: "HTML that would be shown as text",
		files: { [article]: articleText([], "Một\n\nHai <b>đậm</b> và `<i>` và \\<u> và 1 < 2") },
		expected: [[`${article}:8 · body`, "HTML không được dùng trong bài", "<b>"]],
	},
	{
		name: "control characters",
		files: { [article]: articleText([], "Một\n\nHai\u0007") },
		expected: [[`${article}:8 · body`, "U+0007"]],
	},
	{
		name: "two tag files that claim one spelling, and one with another's name",
		files: {
			"tags/dan-van-kheo.yml": "name: Dân vận khéo\nsynonyms:\n  - DVK\n",
			"tags/khac.yml": "name: Dvk\n",
		},
		expected: [
			["tags/khac.yml:1 · name", "đổi tên tệp thành dvk.yml"],
			["tags/khac.yml:1 · name", "“Dvk” cũng là", "tags/dan-van-kheo.yml"],
		],
	},
	{
		name: "a tag without letters",
		files: { [article]: articleText(["tags:", '  - "***"']) },
		expected: [[`${article}:6 · tags[0]`, "không có chữ cái"]],
	},
	{
		name: "YAML that cannot be read, with the line",
		files: {
			[article]: articleText(["source: a: b"]),
			[other]: articleText(["title: Một bài", "title: Hai bài"]),
		},
		expected: [
			[`${article}:5:`, "không đọc được: giá trị có dấu hai chấm"],
			[`${other}:5:`, "một trường được viết hai lần"],
		],
	},
	{
		name: "a missing site.yml file beside other problems",
		files: { "site.yml": "", [article]: articleText(["x: 1"]) },
		expected: [
			[article, "`x`"],
			["site.yml · description", "thiếu"],
			["site.yml · name", "thiếu"],
			["site.yml · organisation", "thiếu"],
			["site.yml · url", "thiếu"],
		],
	},
];

describe("readPortal", () => {
	test.for(rows)("reports $name", async ({ files, expected }) => {
		const lines = await problemsOf(files);
		expect(lines).toHaveLength(expected.length);
		expected.forEach((parts, index) => {
			for (const part of parts) expect(lines[index]).toContain(part);
		});
	});

	test("reports a missing content folder", async () => {
		const directory = join(writeContentFolder({}), "khong-co");
		const { problems } = await readPortal({ directory, now });
		expect(problems).toMatchObject([{ file: "", message: `không có thư mục nội dung ${directory}` }]);
	});

	test("reports a folder without settings", async () => {
		const { problems } = await readPortal({ directory: writeContentFolder({ "media/a.txt": "" }), now });
		expect(problems).toMatchObject([{ file: "site.yml", message: "không có tệp cài đặt của cổng tin" }]);
	});

	test("rejects symbolic links that lead out of the folder, and follows those within it", async () => {
		const outside = writeContentFolder({ "secret.jpg": "x" });
		const directory = writeContentFolder({ ...soundFolder, "media/a.jpg": "x" });
		symlinkSync(join(directory, "media/a.jpg"), join(directory, "media/b.jpg"));
		symlinkSync(join(outside, "secret.jpg"), join(directory, "media/c.jpg"));
		symlinkSync(outside, join(directory, "media/d"));
		symlinkSync(join(outside, "khong-co"), join(directory, "media/e"));
		mkdirSync(join(directory, "authors"), { recursive: true });
		writeFileSync(join(directory, "authors/b.yml"), "name: Trần Bình\nphoto: /media/b.jpg\n");
		const { problems } = await readPortal({ directory, now });
		expect(problems.map(({ file }) => file)).toEqual(["media/c.jpg", "media/d", "media/e"]);
	});

	test("names files whose names are not UTF-8, which no program can open", async () => {
		const directory = writeContentFolder(soundFolder);
		const named = Buffer.concat([Buffer.from(`${directory}/media/anh-`), Buffer.from([0xe9])]);
		mkdirSync(join(directory, "media"));
		writeFileSync(Buffer.concat([named, Buffer.from(".jpg")]), "x");
		const { problems } = await readPortal({ directory, now });
		expect(problems.map(({ file, message }) => [file, message])).toEqual([
			["media/anh-\uFFFD.jpg", expect.stringContaining("UTF-8")],
		]);
	});

	test("contains the published articles, oldest first, whatever the files' names", async () => {
		const portal = await portalOf({
			"articles/2026/11/20-b.md": articleText(["date: 2026-11-20T09:00:00+07:00"]),
			"articles/2026/11/20-a.md": articleText(["date: 2026-11-20T09:00:00+07:00"]),
			"articles/2026/11/21-truoc.md": articleText(["date: 2026-11-19T09:00:00+07:00"]),
			"articles/2026/11/22-nhap.md": articleText(["draft: true"]),
			"articles/2026/11/23-hen-gio.md": articleText(["date: 2026-11-22T08:00:01+07:00"]),
			"articles/2026/11/22-den-gio.md": articleText(["date: 2026-11-22T08:00+07:00"]),
			"articles/2026/11/01-rut.md": articleText([
				"date: 2026-11-01T08:00:00+07:00",
				"withdrawn:",
				"  date: 2026-11-02T08:00:00+07:00",
				"  reason: Tin sai",
			]),
		});
		expect(portal.articles.map(({ id }) => id)).toEqual([
			"2026/11/01-rut",
			"2026/11/21-truoc",
			"2026/11/20-a",
			"2026/11/20-b",
			"2026/11/22-den-gio",
		]);
	});

	test("accepts days as dates of corrections and of a withdrawal, which begins with its day", async () => {
		const lines = [
			"corrections:",
			"  - date: 2026-11-21",
			"    text: Sửa số",
			"withdrawn:",
			"  date: 2026-11-23",
			"  reason: Sai",
		];
		const directory = writeContentFolder({ ...soundFolder, [article]: articleText(lines) });
		const { problems, portal, until } = (await readPortal({ directory, now })) as ReadPortalResult & {
			until?: string;
		};
		expect(problems).toEqual([]);
		expect(portal?.articles[0]).toMatchObject({
			corrections: [{ date: "2026-11-21" }],
			withdrawn: { date: "2026-11-23" },
		});
		expect(until).toBe("2026-11-23T00:00:00+07:00");
	});

	test("reads reorganisations of provinces from the content", async () => {
		const portal = await portalOf({
			"provinces.yml":
				"changes:\n  - day: 2026-11-01\n    act: 1/2026/QH16\n    from: [Tây Ninh]\n    to:\n      - name: Tây Ninh\n        rank: city\n",
			[article]: articleText(["province: tay-ninh"]),
		});
		expect(portal.provinces.at(asSlug("tay-ninh"), asIsoDay("2026-11-20"))?.rank).toBe("city");
		expect(portal.provinces.at(asSlug("tay-ninh"), asIsoDay("2026-10-31"))?.rank).toBe("province");
	});

	test("knows the place, the pictures and the length of each article", async () => {
		const body = 'Một hai ba.\n\n![Ảnh](<20-hoi-nghi/ảnh 1.jpg> "Chú thích")\n![Ảnh](/media/a.svg)\n\n';
		const portal = await portalOf({
			[article]: articleText(["phone:"], `${body}![Lại](/media/a.svg)`),
			"articles/2026/11/20-hoi-nghi/ảnh 1.jpg": "x",
			"media/a.svg": "x",
		});
		expect(portal.articles[0]).toMatchObject({
			id: "2026/11/20-hoi-nghi",
			address: "/2026/11/20/hoi-nghi.html",
			file: article,
			digest: expect.stringMatching(/^[0-9a-f]{64}$/),
			author: ["nguyen-van-an"],
			bodyImages: ["20-hoi-nghi/ảnh 1.jpg", "/media/a.svg"],
			words: 3,
			draft: false,
		});
		expect(portal.authors.get(asSlug("nguyen-van-an"))).toMatchObject({ name: "Nguyễn Văn An" });
	});

	test("accepts a day as a date, which sorts before that day's times, and an unknown date", async () => {
		const portal = await portalOf({
			"articles/2017/07/13-sang.md": articleText(["date: 2017-07-13T06:00:00+07:00"]),
			"articles/2017/07/13-ngay.md": articleText(["date: 2017-07-13"]),
			"articles/2008/01/01-cu.md": articleText(["date: 2008-01-01", "undated: true"]),
		});
		expect(portal.articles.map(({ id, date, undated }) => [id, date, undated])).toEqual([
			["2008/01/01-cu", "2008-01-01", true],
			["2017/07/13-ngay", "2017-07-13", undefined],
			["2017/07/13-sang", "2017-07-13T06:00:00+07:00", undefined],
		]);
	});

	test("reports its progress", async () => {
		const told: string[] = [];
		const progress: Progress = {
			start: (label: string, total: number) => told.push(`${label}: ${total}`),
			advance: (steps = 1) => told.push(`+${steps}`),
			done: () => told.push("done"),
			beside: () => progress,
		};
		await readPortal({ directory: writeContentFolder(soundFolder), now, progress });
		expect(told).toEqual(["Đọc nội dung: 3", "+3", "done"]);
	});

	test("keeps values as typed: a telephone number with its zero, a title of digits", async () => {
		const portal = await portalOf({
			"site.yml": `${soundFolder["site.yml"]}contact:\n  phone: 0987654321\n`,
			[article]: articleText(["title: 2026-11-22"]),
		});
		expect(portal.site.contact.phone).toBe("0987654321");
		expect(portal.articles[0]?.title).toBe("2026-11-22");
	});

	test("treats the spellings of a tag as one tag", async () => {
		const portal = await portalOf({
			"tags/chuyen-doi-so.yml": "name: Chuyển đổi số\nsynonyms:\n  - CĐS\n",
			[article]: articleText(["tags: [Dân vận khéo, DÂN VẬN KHÉO, CĐS]"]),
			[other]: articleText(["date: 2026-11-01T08:00:00+07:00", "tags: [dân vận  khéo, chuyển đổi số]"]),
		});
		expect([...portal.tags.values()].map(({ slug, name }) => [slug, name])).toEqual([
			["chuyen-doi-so", "Chuyển đổi số"],
			["dan-van-kheo", "dân vận  khéo"],
		]);
		expect(portal.tagBySpelling.get(spellingKey("CĐS"))).toBe("chuyen-doi-so");
	});

	test("allows drafts as related articles, and links to redirects, anchors and the site's own pages", async () => {
		const links = [
			"[a](/tin/1.html?x=1#y)",
			"[b](#muc-a)",
			"[c](/)",
			"[d](/2026/11/)",
			"[e](/ban/ban-dan-van/)",
			"[f](https://thu.example.vn/2026/11/21/toa-dam.html)",
			"[g](mailto:a@example.vn)",
			"[h](tel:0987654321)",
			"[i](/tu-khoa/dan-van/)",
			"[k](/tim-kiem/)",
			"[l](/sitemap-2026-11.xml) [m](/index.html) [n](/2026/11/index.html)",
		].join(" ");
		const portal = await portalOf({
			[article]: articleText(["related: [2026/11/22-nhap]", "tags: [Dân vận]"], `## A\n\n${links}`),
			[other]: articleText(["formerAddresses: [/tin/1.html]"]),
			"articles/2026/11/22-nhap.md": articleText(["draft: true"], "[a](/2026/11/20/hoi-nghi.html)"),
		});
		expect(portal.articles).toHaveLength(2);
	});
});

test("a file that is removed after the folder was listed counts as absent", async () => {
	const directory = writeContentFolder({
		...soundFolder,
		[article]: articleText([]),
		[other]: articleText([]),
		"comments/2026/11/20-hoi-nghi.yml": "comments: []\n",
	});
	const listing = listContent(directory);
	rmSync(join(directory, "comments"), { recursive: true });
	rmSync(join(directory, article));
	const { problems, portal } = await readPortal({ directory, now, ...(listing && { listing }) });
	expect(problems).toEqual([]);
	expect(portal?.articles.map(({ file }) => file)).toEqual([other]);
});

describe("a title in capitals", () => {
	const files = {
		[article]: articleText([], "Sáng nay, Hội Nông dân xã họp.").replace(
			/title: .*/,
			"title: HỌP HỘI NÔNG DÂN XÃ",
		),
	};
	const titleOf = ({ articles }: Portal) => articles.find(({ file }) => file === article)?.title;

	test("is shown as it was written", async () => {
		expect(titleOf(await portalOf(files))).toBe("HỌP HỘI NÔNG DÂN XÃ");
	});

	test("is shown in sentence case if the site asks for it", async () => {
		const site = `${soundFolder["site.yml"]}features:\n  sentenceCase: true\n`;
		expect(titleOf(await portalOf({ ...files, "site.yml": site }))).toBe("Họp Hội Nông dân xã");
	});
});

describe("banners", () => {
	const banner = (...lines: readonly string[]) => ["name: Biểu ngữ", ...lines, ""].join("\n");
	const files = {
		"banners/a.yml": banner(),
		"banners/dang-hien.yml": banner("from: 2026-11-22T08:00:00+07:00", "until: 2026-11-25T00:00:00+07:00"),
		"banners/het.yml": banner("until: 2026-11-22T08:00:00+07:00"),
		"banners/sap-hien.yml": banner("from: 2026-11-23T06:30:00+07:00"),
	};

	test("are there from their first moment up to their last, and the next change is known to the minute", async () => {
		const directory = writeContentFolder({ ...soundFolder, ...files });
		const seen = async (moment: string) => {
			const { portal, ...result } = await readPortal({ directory, now: asIsoDateTime(moment) });
			return [[...(portal?.records.banners.keys() ?? [])], "until" in result ? result.until : undefined];
		};
		expect(await seen("2026-11-22T08:00:00+07:00")).toEqual([
			["a", "dang-hien"],
			"2026-11-23T06:30:00+07:00",
		]);
		expect(await seen("2026-11-23T06:30:00+07:00")).toEqual([
			["a", "dang-hien", "sap-hien"],
			"2026-11-25T00:00:00+07:00",
		]);
		expect(await seen("2026-11-25T00:00:00+07:00")).toEqual([["a", "sap-hien"], undefined]);
	});
});

test("lists of photo stories and videos can be linked to once there are some", async () => {
	const links = "[a](/phong-su-anh/) [b](/video/) [c](/video/atom.xml)";
	const video = "https://youtu.be/aqz-KE-bpKQ";
	const fileProblems = await problemsOf({ [article]: articleText([], links) });
	expect(fileProblems).toHaveLength(3);
	const pictures = ["a", "b", "c"].map((name) => `![Ảnh](/media/${name}.png)`).join("\n");
	const portal = await portalOf({
		[article]: articleText([], links),
		[other]: articleText([], `${pictures}\n\n${video}`),
		...Object.fromEntries(["a", "b", "c"].map((name) => [`media/${name}.png`, Buffer.from([])])),
	});
	expect(portal.articles.map(({ isPhotoStory, video: shown }) => [isPhotoStory, shown])).toEqual([
		[undefined, undefined],
		[true, {}],
	]);
});
