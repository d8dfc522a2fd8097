import { describe, expect, test } from "vitest";
import {
	articleText,
	type ContentFolder,
	soundFolder,
	writeContentFolder,
} from "../../test/support/content-folder.ts";
import { articleSchema } from "../model/article.ts";
import { authorSchema } from "../model/author.ts";
import { asIsoDateTime } from "../model/ids.ts";
import { pageSchema } from "../model/page.ts";
import { siteSchema } from "../model/site.ts";
import { formatProblems, formatWarnings, readPortal } from "./index.ts";
import { type DocumentKind, readEntryText } from "./read-entry.ts";

const now = asIsoDateTime("2026-11-22T08:00:00+07:00");
const folder = "articles/2026/11";
const file = `${folder}/22-bai.md`;

async function told(files: ContentFolder): Promise<string> {
	const directory = writeContentFolder({ ...soundFolder, ...files });
	const { problems } = await readPortal({ directory, now });
	for (const { file: named, remedy } of problems)
		expect([named, remedy].every((text) => text.length > 0)).toBe(true);
	return formatProblems(problems);
}

test("a wrong item of a list hides none of the others", async () => {
	const text = await told({
		[file]: articleText([
			"author:",
			"  - Không Phải Mã",
			"  - khong-ai-ca",
			"related:",
			"  - khong-phai-ma",
			"  - 2026/11/01-khong-co-bai",
			"attachments:",
			"  - title: Thiếu tệp",
			"  - file: khong-co.pdf",
			"    title: Tệp",
			"formerAddresses:",
			"  - khong-co-gach",
			"  - /tim-kiem/",
		]),
	});
	for (const place of ["author[0]", "author[1]", "related[0]", "related[1]", "attachments[0].file"])
		expect(text).toContain(place);
	for (const place of ["attachments[1]", "formerAddresses[0]", "formerAddresses[1]"])
		expect(text).toContain(place);
});

describe("the remedy of", () => {
	test.each([
		["an author by name", ["author: Nguyễn Văn An"], "author[0]", "viết `nguyen-van-an`"],
		[
			"an author by the file's name",
			["author: authors/nguyen-van-an.yml"],
			"author[0]",
			"viết `nguyen-van-an`",
		],
		["an author by address", ["author: /tac-gia/nguyen-van-an/"], "author[0]", "viết `nguyen-van-an`"],
		["a field by its label", ["Tác giả: nguyen-van-an"], "Tác giả", "có phải bạn muốn viết `author`?"],
		["a field as Hugo calls it", ["lastmod: 2026-11-21"], "lastmod", "có phải bạn muốn viết `updated`?"],
		["a field as Jekyll calls it", ["excerpt: Tóm tắt"], "excerpt", "có phải bạn muốn viết `summary`?"],
		["an address of its own", ["permalink: /tin/"], "permalink", "đổi tên tệp"],
		["a hidden article", ["published: false"], "published", "đổi thành `draft: true`"],
		["a published article", ["published: true"], "published", "bỏ trường này"],
		["an attachment as a text", ["attachments: a.pdf"], "attachments", "thụt vào hai ô, `- file: a.pdf`"],
		["a switch in Vietnamese", ["draft: có"], "draft", "viết `true`"],
		["a switch in English", ["draft: no"], "draft", "viết `false`"],
		["tags in one line", ["tags: bão, lũ; hạn"], "tags", "viết `tags: [bão, lũ, hạn]`"],
		["a source by name", ["source: Báo Tân Lập"], "source", "thụt vào hai ô, `name: Báo Tân Lập`"],
		["a source by address", ["source: https://bao.example/1"], "source", "`link: https://bao.example/1`"],
		["a picture as a text", ["image: 22-bai/a.jpg"], "image", "`src: 22-bai/a.jpg`"],
		[
			"an old address in one line",
			["formerAddresses: /tin.html"],
			"formerAddresses",
			"viết `formerAddresses: [/tin.html]`",
		],
		["a moment in UTC", ["date: 2026-11-22T01:30:00Z"], "date", "viết `2026-11-22T08:30:00+07:00`"],
		[
			"a moment of another zone",
			["date: 2026-11-21T20:30:00-05:00"],
			"date",
			"viết `2026-11-22T08:30:00+07:00`",
		],
		[
			"a moment of a machine",
			["date: 2026-11-22T01:30:00.123456Z"],
			"date",
			"viết `2026-11-22T08:30:00+07:00`",
		],
		["a day of a week", ["date: Chủ nhật, 22/11/2026"], "date", "viết `2026-11-22`"],
		["a day in words", ["date: ngày 22 tháng 11 năm 2026"], "date", "viết `2026-11-22`"],
		["an hour before its day", ["date: 8h30 ngày 22/11/2026"], "date", "viết `2026-11-22T08:30:00+07:00`"],
		["a day without signs", ["date: 20261122"], "date", "viết `2026-11-22`"],
		[
			"two authors in one text",
			["author: Nguyễn Văn An, Nguyễn Văn An"],
			"author[0]",
			"viết `[nguyen-van-an, nguyen-van-an]`",
		],
		[
			"two authors of whom one is new",
			["author: Trần Bình và Nguyễn Văn An"],
			"author[0]",
			"viết `[tran-binh, nguyen-van-an]`",
		],
		["a group of fields as a switch", ["withdrawn: true"], "withdrawn", "thụt vào hai ô, `date: …`"],
		["an author by name in a list", ["author:", "  - Nguyễn Văn An"], "author[0]", "viết `nguyen-van-an`"],
		[
			"an author who has another id",
			["author: nguyen-van-ba"],
			"author[0]",
			"có phải bạn muốn viết `nguyen-van-an`?",
		],
		["an author whom nobody knows", ["author: Trần Thị Bình"], "author[0]", "`tran-thi-binh`"],
		["a province by name", ["province: Bắc Ninh"], "province", "viết `bac-ninh`"],
		["a province that no longer exists", ["province: Hà Tây"], "province", "vào ngày ấy viết `ha-noi`"],
		[
			"a province that does not exist yet",
			["date: 1990-05-01", "province: Bắc Giang"],
			"province",
			"`ha-bac`",
		],
		["a province with its rank", ["province: Tỉnh Đồng Nai"], "province", "viết `dong-nai`"],
		["a committee by name", ["committee: Ban Dân vận"], "committee", "viết `ban-dan-van`"],
		[
			"a path from its folder",
			["image:", "  src: ./22-bai/anh.jpg", "  alt: A"],
			"image.src",
			"viết `22-bai/anh.jpg`",
		],
		[
			"a path by way of others",
			["image:", "  src: ../11/22-bai/anh.jpg", "  alt: A"],
			"image.src",
			"viết `22-bai/anh.jpg`",
		],
		[
			"a path of Windows",
			["image:", "  src: 22-bai\\anh.jpg", "  alt: A"],
			"image.src",
			"viết `22-bai/anh.jpg`",
		],
	])("%s", async (_, lines, field, remedy) => {
		const text = await told({ [file]: articleText(lines), [`${folder}/22-bai/anh.jpg`]: "a" });
		expect(text).toContain(` · ${field}: `);
		expect(text).toContain(remedy);
		expect(text).not.toContain("thiếu trường bắt buộc");
	});

	test.each([
		"./22-bai/anh.jpg",
		"../11/22-bai/anh.jpg",
		"22-bai\\anh.jpg",
		"/content/articles/2026/11/22-bai/anh.jpg",
	])("the picture %s in a body", async (written) => {
		const text = await told({
			[file]: articleText([], `![a](<${written}>)`),
			[`${folder}/22-bai/anh.jpg`]: "a",
		});
		expect(text).toContain(`content/${file}:6 · body`);
		expect(text).toContain("viết `22-bai/anh.jpg`");
	});

	test("a picture of an iPhone", async () => {
		const text = await told({
			[file]: articleText([], "![a](22-bai/a.HEIC)"),
			[`${folder}/22-bai/a.HEIC`]: "a",
		});
		expect(text).toContain("HEIC");
		expect(text).toContain("Tương thích nhất");
	});

	test.each([
		["22-bài.md", "tệp 22-bai.md đã có"],
		["22-bai.sync-conflict-20261122-080000-ABCDEFG.md", "bản sao của 22-bai.md"],
		["22-bai (An's conflicted copy 2026-11-22).md", "bản sao của 22-bai.md"],
		["22-bai-DESKTOP-4F7K2.md", "bản sao của 22-bai.md"],
		["22-bai - Copy.md", "bản sao của 22-bai.md"],
		["22-bai - Copy (2).md", "bản sao của 22-bai.md"],
		["22-bai - Bản sao.md", "bản sao của 22-bai.md"],
		["22-bai (1).md", "bản sao của 22-bai.md"],
		["Copy of 22-bai.md", "bản sao của 22-bai.md"],
		["22-bai 2.md", "bản sao của 22-bai.md"],
		["22-bai.MD", "bản sao của 22-bai.md"],
		["22-bai.markdown", "bản sao của 22-bai.md"],
		["22-bai.md.txt", "bản sao của 22-bai.md"],
		["22-khác.md", "đổi tên thành 22-khac.md"],
		["22-khac.MD", "đổi tên thành 22-khac.md"],
		["22-word.md.txt", "đổi tên thành 22-word.md"],
		["22-khac (1).md", "đổi tên thành 22-khac.md"],
		["Bản sao của 22-bai (2).md", "bản sao của 22-bai.md"],
		["22-bai (another copy).md", "bản sao của 22-bai.md"],
		["22-bai (Bản sao bị xung đột của An 2026-11-22).md", "bản sao của 22-bai.md"],
		["22-bai_conflict-20261122-080000.md", "bản sao của 22-bai.md"],
		["22-bai_REMOTE_1234.md", "bản sao của 22-bai.md"],
		["22-bai.LOCAL.1234.md", "bản sao của 22-bai.md"],
		["22-bai – Copy.md", "bản sao của 22-bai.md"],
		["22-bai-PC của An.md", "tệp 22-bai.md đã có"],
		["22-bai-An's MacBook.md", "tệp 22-bai.md đã có"],
		["22_bai.md", "tệp 22-bai.md đã có"],
		[" 22-bai.md", "tệp 22-bai.md đã có"],
		["~$22-bai.md", "xóa tệp này"],
		["1-khac.md", "đổi tên thành 01-khac.md"],
		["22.khac.md", "đổi tên thành 22-khac.md"],
		["khac.md", "như 22-khac.md"],
		["2026-11-21-Khác.md", "chuyển thành articles/2026/11/21-khac.md"],
		["22/khac.md", "chuyển thành articles/2026/11/22-khac.md"],
		["22-khac/index.md", "chuyển thành articles/2026/11/22-khac.md"],
		["22-khac.md.md", "đổi tên thành 22-khac.md"],
		["22-bai.md.md", "tệp 22-bai.md đã có"],
		["22-bai~HEAD.md", "bản sao của 22-bai.md"],
		["22-bai.conflict.md", "bản sao của 22-bai.md"],
		["22-bai_conflicts_2026.md", "bản sao của 22-bai.md"],
		["2026.11.21-khac.md", "chuyển thành articles/2026/11/21-khac.md"],
		["20261121-khac.md", "chuyển thành articles/2026/11/21-khac.md"],
	])("a file called %s", async (name, remedy) => {
		const text = await told({ [file]: articleText(), [`${folder}/${name}`]: articleText() });
		expect(text).toContain(`content/${folder}/${name}: `);
		expect(text).toContain(remedy);
		if (!remedy.startsWith("đổi tên")) expect(text).not.toContain("đổi tên thành 22-bai.md");
	});

	test.each([
		["articles/2026/1/22-khac.md", "chuyển thành articles/2026/01/22-khac.md"],
		["Articles/2026/11/22-khac.md", "chuyển thành articles/2026/11/22-khac.md"],
		["Articles/2026/11/22-bai.md", "tệp articles/2026/11/22-bai.md đã có"],
		["_posts/2025-01-02-khac.md", "chuyển thành articles/2025/01/02-khac.md"],
		["articles/2025-13-02-khac.md", "articles/<năm>/<tháng>/<ngày>-<tên>.md"],
		["articles/2026/Tháng 11/22-khac.md", "chuyển thành articles/2026/11/22-khac.md"],
		["2026/11/22-khac.md", "chuyển thành articles/2026/11/22-khac.md"],
		["pages/lien-he/index.md", "chuyển thành pages/lien-he.md"],
		["van-ban/a.yml", "chuyển thành official-documents/a.yml"],
		["hoi-dap/a.yml", "chuyển thành questions/a.yml"],
		["author/le-thi-chi.yml", "chuyển thành authors/le-thi-chi.yml"],
		["committees/tinh/ban-dan-van.yml", "tệp committees/ban-dan-van.yml đã có"],
		["site (1).yml", "bản sao của site.yml"],
	])("the file %s", async (name, remedy) => {
		expect(await told({ [file]: articleText(), [name]: articleText() })).toContain(remedy);
	});

	test.each([
		["articles/2026/11/22-khac", "tệp có đuôi .md"],
		["articles/2026/11/22-khac.pages", "tệp có đuôi .md"],
		["authors/tran-binh", "tệp có đuôi .yml"],
		["authors/an.json", "tệp có đuôi .yml"],
	])("the unread file %s", async (name, remedy) => {
		const directory = writeContentFolder({ ...soundFolder, [file]: articleText(), [name]: "A" });
		const { problems, warnings } = await readPortal({ directory, now });
		expect(problems).toEqual([]);
		expect(formatWarnings(warnings)).toContain(`content/${name}: `);
		expect(formatWarnings(warnings)).toContain(remedy);
	});

	test.each(["22-khac.pdf", "22-khac.jpg", "Thumbs.db"])("nothing for the unused file %s", async (name) => {
		const files = { ...soundFolder, [file]: articleText(), [`${folder}/${name}`]: "A" };
		const { warnings } = await readPortal({ directory: writeContentFolder(files), now });
		expect(warnings).toEqual([]);
	});

	test.each([
		["22/11/2026 8:30", "2026-11-22T08:30:00+07:00"],
		["22-11-2026, 8h05", "2026-11-22T08:05:00+07:00"],
		["2026-11-22 08:30", "2026-11-22T08:30:00+07:00"],
		["2026-11-22T08:30", "2026-11-22T08:30:00+07:00"],
		["22/11/2026", "2026-11-22"],
	])("a date such as %s", async (date, right) => {
		expect(await told({ [file]: articleText([`date: ${date}`]) })).toContain(`viết \`${right}\``);
	});

	test.each(["22/11/2026 8:30 -05:00", "31/02/2026", "hôm qua", "2026"])(
		"an ambiguous date such as %s",
		async (date) => {
			expect(await told({ [file]: articleText([`date: ${date}`]) })).toContain("sửa lại giá trị");
		},
	);

	test.each([
		["an article by its address", "related: [/2026/11/20/khac.html]", "viết `2026/11/20-khac`"],
		["an article by its title", "related: [Bài khác hẳn]", "viết `2026/11/20-khac`"],
		["a committee with its office", "committee: Ban Dân vận Tỉnh ủy", "viết `ban-dan-van`"],
		["a person who is like another", "author: Nguyễn Văn Ba", "có thể là `nguyen-van-ba`"],
		["a tag with a colon", "tags: ['a', b: c]", "để trong dấu ngoặc kép"],
	])("%s", async (_, line, remedy) => {
		const other = { [`${folder}/20-khac.md`]: articleText(["title: Bài khác hẳn"]) };
		expect(await told({ [file]: articleText([line]), ...other })).toContain(remedy);
	});

	test.each([
		["[a](/tin-moi)", "`/tin-moi/`"],
		["[a](/Gioi-Thieu)", "`/gioi-thieu.html`"],
		["[a](gioi-thieu.html)", "viết `/gioi-thieu.html`"],
		["[a](../11/20-khac.md)", "viết `/2026/11/20/khac.html`"],
		["[a](/content/articles/2026/11/20-khac.md)", "`/2026/11/20/khac.html`"],
		["[a](www.example.vn/x)", "viết `https://www.example.vn/x`"],
		["[a](http//example.vn/x)", "viết `http://example.vn/x`"],
		["[a](“https://example.vn”)", "viết `https://example.vn`"],
		["[a](toa-soan@example.vn)", "viết `mailto:toa-soan@example.vn`"],
		["[a](0251.3822.822)", "viết `tel:02513822822`"],
		["[a](http://THU.example.vn/khong-co.html)", "sửa lại địa chỉ"],
		["[a](/assets/khong-co.css)", "sửa lại địa chỉ"],
		["[a](/2026/11/20/khac.html?x=1#muc-hai)", "#muc-mot"],
	])("the link %s", async (body, remedy) => {
		const text = await told({
			[file]: articleText([], body),
			[`${folder}/20-khac.md`]: articleText([], "## Một\n\nA"),
			"pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\nA\n",
		});
		expect(text).toContain(`content/${file}:6 · body: `);
		expect(text).toContain(remedy);
	});

	test("a link to a page that exists only on some portals", async () => {
		const links = { [file]: articleText([], "[a](/en/) [b](/gui-thu/)") };
		const without = await told(links);
		expect(without).toContain("/en/");
		expect(without).toContain("/gui-thu/");
		const site = `${soundFolder["site.yml"]}contact:\n  email: thu@example.vn\nvoice:\n  letters: true\n`;
		const english = "---\ntitle: About us\ntranslationOf: gioi-thieu\n---\nA\n";
		const vietnamese = "---\ntitle: Giới thiệu\n---\nA\n";
		const pages = { "pages/about.md": english, "pages/gioi-thieu.md": vietnamese };
		expect(await told({ ...links, ...pages, "site.yml": site })).toContain("Không có vấn đề nào");
	});

	test.each([
		["https://tin..example.vn", "tên miền"],
		["https://tin.example.vn//", "tên miền"],
		["https://tỉnh.example.vn", "https://xn--tnh-dlz.example.vn"],
		["https://tin.example.vn/tin", "thư mục"],
	])("the address %s of a site", async (url, message) => {
		const site = String(soundFolder["site.yml"]).replace("https://thu.example.vn", url);
		expect(await told({ "site.yml": site })).toContain(message);
	});

	test.each(["https://TIN.example.vn/", "http://10.1.2.3:8080", "http://localhost", "https://[::1]"])(
		"nothing for the address %s of a site",
		async (url) => {
			const site = String(soundFolder["site.yml"]).replace("https://thu.example.vn", `"${url}"`);
			expect(await told({ "site.yml": site })).toContain("Không có vấn đề nào");
		},
	);

	test.each([
		["—\ntitle: a\n—\nA", "Word hay tự đổi"],
		["\n---\ntitle: a\n---\nA", "dòng đầu tiên của tệp"],
		["+++\ntitle = 'a'\n+++\nA", "“TOML”"],
		["---yaml\ntitle: a\n---\nA", "còn chữ “yaml”"],
		["---\ntitle: a\ntitle: b\n---\nA", "chỉ giữ một trong hai dòng"],
	])("front matter such as %j", async (written, remedy) => {
		expect(await told({ [file]: written })).toContain(remedy);
	});

	test.each([
		["site.yaml", "đổi tên thành site.yml", true],
		["authors/tran-thi-binh.yaml", "đổi tên thành tran-thi-binh.yml", false],
		["pages/lien-he.markdown", "đổi tên thành lien-he.md", false],
	])("a file called %s in its folder", async (name, remedy, replacesSite) => {
		const { "site.yml": site, ...others } = soundFolder;
		const directory = writeContentFolder({
			...(replacesSite ? others : soundFolder),
			[name]: replacesSite ? (site ?? "") : "name: A\n",
		});
		const { problems } = await readPortal({ directory, now });
		expect(formatProblems(problems)).toContain(remedy);
	});

	test.each([
		["an article", file],
		["an author", "authors/tran-thi-binh.yml"],
	])("a pointer of Git LFS in place of %s", async (_, path) => {
		const text = await told({ [path]: "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n" });
		expect(text).toContain("git lfs pull");
	});

	test.each([
		['title: "a\nb: c'],
		["title: a: b"],
		["title: [a, b"],
		["title: @a"],
		["title: `a`"],
		["title: %a"],
		["title: *a"],
		["title: !x a"],
		["\ttitle: a"],
		['title: "\\q"'],
		["title:a"],
		["title: 'a' b"],
		["title: a\n b: c"],
		["- a\n- b"],
		["title: |9x\n a"],
		["title: a\ntitle: b"],
		["title: {a"],
		["? a"],
		["title: a\nb"],
		["tags:\n- a\n-b"],
		["title: a\n\0"],
		["title: &a b"],
	])("YAML such as %j, in Vietnamese", async (yaml) => {
		const text = await told({ [file]: `---\n${yaml}\n---\nA\n` });
		expect(text).toContain(`content/${file}`);
		expect(text).not.toMatch(/\b(?:the|expected|unexpected|mapping|scalar|document|indentation|key)\b/i);
	});

	test("values of another kind in any field, in Vietnamese", () => {
		const kinds = { article: articleSchema, author: authorSchema, page: pageSchema, site: siteSchema };
		const values = ["x", "[x]", "{x: y}", "[[x]]", "[{x: y}]", "{src: [x]}"];
		let told = 0;
		for (const [kind, schema] of Object.entries(kinds)) {
			const isText = kind === "article" || kind === "page";
			for (const name of Object.keys(schema.shape)) {
				for (const value of values) {
					const yaml = `${name}: ${value}\n`;
					const bytes = Buffer.from(isText ? `---\n${yaml}---\nA\n` : yaml);
					const path = isText ? "a.md" : "a.yml";
					for (const problem of readEntryText(path, kind as DocumentKind, bytes).problems) {
						told += 1;
						expect(problem.message).not.toMatch(/\b(?:invalid|expected|received|string|input|email)\b/i);
					}
				}
			}
		}
		expect(told).toBeGreaterThan(500);
	});
});

describe("warnings of", () => {
	test.each([
		["a text beside the articles", { [`${folder}/22-khac.txt`]: "A" }, "22-khac.txt: không phải bài viết"],
		["what an editor keeps", { [`${folder}/22-cu.md.bak`]: "A" }, "22-cu.md.bak: không phải bài viết"],
		["what an editor keeps beside the text", { [`${folder}/22-bai.md.bak`]: "A" }, "so với 22-bai.md"],
		["a text of another program beside the text", { [`${folder}/22-bai.docx`]: "A" }, "so với 22-bai.md"],
		["a record of another program", { "events/hoi.json": "{}" }, "events/hoi.json: không phải bài viết"],
		[
			"an end before the beginning",
			{ [file]: articleText(["expires: 2026-11-01T08:00:00+07:00"]) },
			"· expires: bài hết",
		],
		[
			"an author named twice",
			{ [file]: articleText(["author: [nguyen-van-an, nguyen-van-an]"]) },
			"· author[1]: tác giả này",
		],
		[
			"an entity in a title",
			{ [file]: articleText(["title: Lúa &amp; rừng"]) },
			"· title: bạn đọc sẽ thấy nguyên mã: &amp;",
		],
		["stars in a lead", { [file]: articleText(["summary: Lúa **trúng mùa**"]) }, "nguyên mã: **trúng mùa**"],
		[
			"a copy that was changed",
			{ [`${folder}/22-bai-2.md`]: articleText(["tags: [Bão]"]) },
			"22-bai-2.md: cùng tiêu đề với",
		],
		[
			"tags of one address",
			{ [`${folder}/20-khac.md`]: articleText(["tags: [Bão, C]"]), [file]: articleText(["tags: [Báo, C]"]) },
			"“Báo” và “Bão” có chung địa chỉ /tu-khoa/bao/",
		],
		[
			"names that differ by case alone",
			{ "authors/nguyen-van-an-2.yml": "name: NGUYỄN Văn An\n" },
			"trùng tên “",
		],
	])("%s", async (_, others, warning) => {
		const directory = writeContentFolder({ ...soundFolder, [file]: articleText(), ...others });
		const { problems, warnings } = await readPortal({ directory, now });
		expect(problems).toEqual([]);
		expect(formatWarnings(warnings)).toContain(warning);
	});

	test("nothing if a file settles which of two tags gets an address", async () => {
		const directory = writeContentFolder({
			...soundFolder,
			[file]: articleText(["tags: [Bão, Báo, bão]"]),
			"tags/bao.yml": "name: Bão\n",
		});
		expect(await readPortal({ directory, now })).toMatchObject({ problems: [], warnings: [] });
	});

	test("nothing if a text is attached", async () => {
		const directory = writeContentFolder({
			...soundFolder,
			[file]: articleText(["attachments:", "  - title: Văn bản", "    file: khac.txt"]),
			[`${folder}/khac.txt`]: "A",
		});
		expect(await readPortal({ directory, now })).toMatchObject({ problems: [], warnings: [] });
	});
});
