import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readPortal } from "../content/index.ts";
import { asIsoDateTime } from "../model/ids.ts";
import { type Progress, silentProgress } from "../model/progress.ts";
import { importArticles } from "./import-articles.ts";
import type { NoteKind, ReportEntry } from "./report.ts";
import type { ImportedArticle, Source, UnreadableItem } from "./source.ts";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "import-"));
});
afterEach(() => rm(directory, { recursive: true }));

const plain: ImportedArticle = {
	position: 1,
	title: "Hội nghị sơ kết ở xã Tân Lập",
	body: { text: "Đoạn một.\n\nĐoạn hai." },
	date: "2021-05-06T07:08:00+07:00",
	authors: ["Lê Thị Hạnh"],
	tags: ["Dân vận khéo"],
	unused: ["views"],
};

function sourceOf(...items: (Partial<ImportedArticle> | UnreadableItem)[]): Source {
	return {
		name: "nguồn thử",
		async *articles() {
			for (const [index, item] of items.entries()) {
				const id = `a${index + 1}`;
				yield "unreadable" in item ? item : { ...plain, id, position: index + 1, ...item };
			}
		},
	};
}

let entries: ReportEntry[] = [];
const sink = { add: async (entry: ReportEntry) => void entries.push(entry) };

function take(...sources: Source[]) {
	entries = [];
	return importArticles(sources, { directory, progress: silentProgress, sink });
}

const notesOf = (kind: NoteKind) =>
	entries.flatMap(({ notes }) => notes.filter((note) => note.kind === kind).map(({ detail }) => detail));

async function article(slug: string): Promise<string> {
	return readFile(join(directory, `articles/2021/05/06-${slug}.md`), "utf8");
}

async function files(): Promise<Record<string, string>> {
	const names = await readdir(directory, { recursive: true, withFileTypes: true });
	const entries = names
		.filter((entry) => entry.isFile())
		.map(async (entry): Promise<[string, string]> => {
			const path = join(entry.parentPath, entry.name);
			return [path.slice(directory.length + 1).replaceAll("\\", "/"), await readFile(path, "utf8")];
		});
	return Object.fromEntries((await Promise.all(entries)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe("importArticles", () => {
	test("rejects a title with too few characters, however many code units they have", async () => {
		const report = await take(sourceOf({ title: "👍👍👍👍" }, { title: "👍👍👍👍👍" }));
		const { problems } = await readPortal({ directory, now: asIsoDateTime("2026-11-22T08:00:00+07:00") });
		expect({ taken: report.taken, problems }).toEqual({ taken: 1, problems: [] });
	});

	test("leaves out invalid characters, however a page wrote them", async () => {
		await take(sourceOf({ body: { html: "<p>Một &#xFFFF;hai&#1; &#xFFFE;ba</p>" } }));
		const { problems } = await readPortal({ directory, now: asIsoDateTime("2026-11-22T08:00:00+07:00") });
		expect(problems).toEqual([]);
		expect(await article("hoi-nghi-so-ket-o-xa-tan-lap")).toContain("Một hai ba");
	});

	test("writes articles, their authors and the required settings", async () => {
		const report = await take(sourceOf({ source: "Báo A", link: "https://example.vn/1", lead: "Sapo." }));
		const written = await files();
		expect(Object.keys(written)).toEqual([
			".import/journal.jsonl",
			"articles/2021/05/06-hoi-nghi-so-ket-o-xa-tan-lap.md",
			"authors/le-thi-hanh.yml",
			"site.yml",
		]);
		// It does not matter whether the writer quotes a date.
		const article = written["articles/2021/05/06-hoi-nghi-so-ket-o-xa-tan-lap.md"]?.replaceAll("'", "");
		expect(article).toBe(`---
title: Hội nghị sơ kết ở xã Tân Lập
date: 2021-05-06T07:08:00+07:00
author: le-thi-hanh
tags:
  - Dân vận khéo
summary: Sapo.
source:
  name: Báo A
  link: https://example.vn/1
---

Đoạn một.

Đoạn hai.
`);
		expect(report.summary()).toContain("Đọc 1 bài: nhận 1 (mới 1, nguồn đã đổi 0, có sẵn 0)");
	});

	test("makes valid content, whatever the articles contain", async () => {
		const { date: _, ...undated } = plain;
		await take(
			sourceOf(
				{},
				{ ...undated, title: "  Ðại\u00A0hội #1: \"a\" 'b' {c} ", authors: [] },
				{
					title: `Dài ${"chữ ".repeat(90)}`,
					lead: "s ".repeat(700),
					captions: ["Ảnh: *"],
					categories: ["07"],
				},
				{ title: "新华社消息", authors: ["新华"], tags: ["true", "null", "12", "# x", "- y"] },
				{
					body: { text: "Xem [bài](/2020/01/01/x.html) ![a](b.jpg) <b>x</b>\n# y" },
					authors: ["LÊ THỊ HẠNH", "Lê Thị Hành"],
				},
				{
					body: { text: "mô\u0323t\u0007\uD800" },
					lead: "---\na: b",
					source: "x: y",
					link: "https://example.vn/á",
				},
			),
		);
		const { portal, problems } = await readPortal({
			directory,
			now: asIsoDateTime("2026-11-22T00:00:00+07:00"),
		});
		expect(problems).toEqual([]);
		expect(portal?.articles).toHaveLength(6);
		expect([...(portal?.authors.keys() ?? [])].sort()).toEqual([
			"khong-ghi-tac-gia",
			"le-thi-hanh",
			"le-thi-hanh-2",
			"tac-gia",
		]);
	});

	test("gives articles with the same day and title different names", async () => {
		const report = await take(sourceOf({}, {}, { title: "Hội nghị sơ kết ở xã Tân Lập 2" }, {}));
		const names = Object.keys(await files()).filter((name) => name.startsWith("articles/"));
		expect(
			names.map((name) => name.slice("articles/2021/05/06-hoi-nghi-so-ket-o-xa-tan-lap".length)),
		).toEqual(["-2-2.md", "-2.md", "-3.md", ".md"]);
		expect(report.count("renamed")).toBe(3);
	});

	test("changes nothing when it runs again", async () => {
		const source = sourceOf({}, {}, { title: "Một bài khác", authors: ["LÊ THỊ HÀNH"] });
		await take(source);
		const before = await files();
		const report = await take(source);
		expect(await files()).toEqual(before);
		expect(report).toMatchObject({ read: 3, written: 0, unchanged: 3, authorsWritten: 0 });
	});

	test("continues where an interrupted run stopped", async () => {
		const items = [{}, { title: "Bài thứ hai" }, { title: "Bài thứ ba", authors: ["Mai Lan"] }];
		const failing: Source = {
			name: "nguồn thử",
			async *articles() {
				yield* sourceOf(...items.slice(0, 2)).articles();
				throw new Error("cut");
			},
		};
		await expect(take(failing)).rejects.toThrow("cut");
		await take(sourceOf(...items));
		// The journal has its lines in the order in which files were written.
		const state = async () => {
			const { ".import/journal.jsonl": lines = "", ...others } = await files();
			return { lines: lines.split("\n").sort(), others };
		};
		const resumed = await state();
		await rm(directory, { recursive: true });
		await take(sourceOf(...items));
		expect(resumed).toEqual(await state());
	});

	test("never overwrites an editor's changes", async () => {
		await take(sourceOf({}));
		const article = join(directory, "articles/2021/05/06-hoi-nghi-so-ket-o-xa-tan-lap.md");
		const edited = (await readFile(article, "utf8")).replace("Đoạn hai.", "Đoạn hai đã sửa.");
		await writeFile(article, edited);
		await writeFile(join(directory, "site.yml"), "name: Trang của huyện\n");
		await writeFile(join(directory, "authors/le-thi-hanh.yml"), "name: Lê Thị Hạnh\npenName: Mỹ Hạnh\n");
		const before = await files();
		const report = await take(sourceOf({}));
		expect(await files()).toEqual(before);
		expect(report.count("edited")).toBe(1);
		expect(notesOf("edited")).toEqual(["articles/2021/05/06-hoi-nghi-so-ket-o-xa-tan-lap.md"]);
	});

	test("adds no author for an article that it does not write", async () => {
		await take(sourceOf({}));
		const article = join(directory, "articles/2021/05/06-hoi-nghi-so-ket-o-xa-tan-lap.md");
		await writeFile(article, (await readFile(article, "utf8")).replace("le-thi-hanh", "my-hanh"));
		await rm(join(directory, "authors/le-thi-hanh.yml"));
		await writeFile(join(directory, "authors/my-hanh.yml"), "name: Mỹ Hạnh\n");
		await take(sourceOf({}));
		expect(Object.keys(await files())).not.toContain("authors/le-thi-hanh.yml");
	});

	test("reports items that it could not import and continues", async () => {
		const report = await take(
			sourceOf(
				{ position: 1, unreadable: "không phải JSON hợp lệ" },
				{ title: "Tin" },
				{ body: { text: "x".repeat(2_000_001) } },
				{},
			),
		);
		expect(report).toMatchObject({ read: 4, written: 1 });
		expect(report.count("refused")).toBe(3);
		expect(entries.map(({ label, notes }) => `${label}: ${notes[0]?.detail}`)).toEqual([
			"mục 1: không phải JSON hợp lệ",
			expect.stringContaining("mục 2 (a2): không có tiêu đề"),
			expect.stringContaining("mục 3 (a3): dài"),
			expect.stringContaining("mục 4 (a4)"),
		]);
		expect([...report.unusedFields]).toEqual([["views", 1]]);
	});

	test("reports each article, and how much of the source is read", async () => {
		const told: string[] = [];
		const source = sourceOf({}, {});
		let read = 0;
		const counted: Source = {
			...source,
			readSoFar: () => read / 2,
			async *articles() {
				for await (const item of source.articles()) {
					read += 1;
					yield item;
				}
			},
		};
		const progress: Progress = {
			start: (label, total) => told.push(`${label} ${total}`),
			advance: (steps, share) => told.push(`+${steps} ${share}`),
			done: () => told.push("."),
			beside: () => progress,
		};
		await importArticles([counted, sourceOf({})], { directory, progress });
		expect(told).toEqual(["Nhập bài 0", "+1 0.25", "+1 0.5", "+1 undefined", "."]);
	});

	test.each([
		["TCVN3", "<p>S¸ng nay, nh©n d©n x· T©n LËp ®ang thu ho¹ch lóa.</p>"],
		["VNI", "<p>Saùng nay, nhaân daân xaõ Taân Laäp ñang thu hoaïch luùa.</p>"],
		["windows-1258", "<p>Saìng nay, nhân dân xaÞ Tân Lâòp ðang thu hoaòch luìa.</p>"],
	])("converts HTML in %s, whatever the source", async (encoding, html) => {
		await take(sourceOf({ body: { html } }));
		expect(await article("hoi-nghi-so-ket-o-xa-tan-lap")).toContain(
			"Sáng nay, nhân dân xã Tân Lập đang thu hoạch lúa.",
		);
		expect(notesOf("converted").join()).toMatch(new RegExp(encoding, "i"));
	});

	test("rewrites articles that have changed in the source", async () => {
		await take(sourceOf({}));
		const report = await take(sourceOf({ body: { text: "Đoạn mới." } }));
		expect(report).toMatchObject({ written: 0, updated: 1 });
		expect(await article("hoi-nghi-so-ket-o-xa-tan-lap")).toContain("Đoạn mới.");
	});

	test("takes over the source's numbers of views, and rewrites nothing because they have grown", async () => {
		await take(sourceOf({ views: 1204 }));
		expect(await article("hoi-nghi-so-ket-o-xa-tan-lap")).toMatch(/^views: 1204$/m);
		const before = await files();
		expect(await take(sourceOf({ views: 1310 }))).toMatchObject({ unchanged: 1, updated: 0 });
		expect(await files()).toEqual(before);
		const changed = sourceOf({ views: 1310, body: { text: "Đoạn mới." } });
		expect(await take(changed)).toMatchObject({ unchanged: 0, updated: 1 });
		expect(await article("hoi-nghi-so-ket-o-xa-tan-lap")).toMatch(/^views: 1310$/m);
	});

	test.each([0, -3, 1.5, 1e12])("leaves out %s views, which the field does not allow", async (views) => {
		await take(sourceOf({ views }));
		expect(await article("hoi-nghi-so-ket-o-xa-tan-lap")).not.toContain("views");
	});

	test("writes no content in a dry run, but makes the same report", async () => {
		await take(sourceOf({ leftOut: ["Tìm kiếm"] }));
		const told = entries;
		await rm(directory, { recursive: true });
		entries = [];
		await importArticles([sourceOf({ leftOut: ["Tìm kiếm"] })], {
			directory: join(directory, "content"),
			progress: silentProgress,
			isDryRun: true,
			sink,
		});
		expect(entries).toEqual(told);
		await mkdir(directory);
		expect(await files()).toEqual({});
	});

	test("rewrites links between articles to their new addresses, in whichever order they come", async () => {
		const source = sourceOf(
			{
				title: "Bài thứ nhất",
				formerAddresses: ["http://cu.example/tin/1.htm"],
				body: {
					html: '<p>Xem <a href="2.htm">bài hai</a>, <a href="http://www.cu.example/tin/9.htm">bài chín</a>, <a href="https://bao.example/x">báo</a>.</p>',
				},
			},
			{
				title: "Bài thứ hai",
				formerAddresses: [
					"http://cu.example/tin/2.htm?xem=1",
					"http://cu.example/tin/2.htm",
					"http://cu.example/?p=2",
				],
				body: { html: '<p>Xem <a href="/tin/1.htm">bài một</a>.</p>' },
			},
		);
		await take(source);
		expect(await article("bai-thu-nhat")).toContain(
			"Xem [bài hai](/2021/05/06/bai-thu-hai.html), [bài chín](http://www.cu.example/tin/9.htm), [báo](https://bao.example/x).",
		);
		expect(await article("bai-thu-hai")).toContain("Xem [bài một](/2021/05/06/bai-thu-nhat.html).");
		expect(await article("bai-thu-hai")).toContain(
			"formerAddresses:\n  - /tin/2.htm?xem=1\n  - /tin/2.htm\n  - /?p=2",
		);
		expect(notesOf("deadLink")).toEqual(["http://www.cu.example/tin/9.htm"]);
		const before = await files();
		expect(await take(source)).toMatchObject({ unchanged: 2, updated: 0 });
		expect(await files()).toEqual(before);
		expect(notesOf("deadLink")).toEqual(["http://www.cu.example/tin/9.htm"]);
	});

	test("keeps only the text of links that lead nowhere and have no host", async () => {
		const source = sourceOf({
			formerAddresses: ["/tin/1.htm"],
			body: { html: '<p>Xem <a href="9.htm">bài chín</a> và <a href="#x">dưới</a>.</p>' },
		});
		await take(source);
		const before = await files();
		expect(await article("hoi-nghi-so-ket-o-xa-tan-lap")).toContain("Xem bài chín và dưới.");
		expect(notesOf("deadLink")).toEqual(["/tin/9.htm"]);
		expect(await take(source)).toMatchObject({ unchanged: 1 });
		expect(await files()).toEqual(before);
	});

	const jpeg = (text: string) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text)]);
	const read = (bytes: Uint8Array) => async () => bytes;

	test("imports pictures and attachments, each once, with their captions", async () => {
		const source = sourceOf(
			{
				title: "Bài thứ nhất",
				body: {
					html: '<p>Một.</p><figure><img src="../../a.jpg"><figcaption>Họp thôn. Ảnh: Lan</figcaption></figure><img src="mat.jpg">',
				},
				files: [
					{ reference: "../../a.jpg", read: read(jpeg("a")) },
					{ reference: "b.php?id=7", read: read(jpeg("b")), caption: "Toàn cảnh", isLead: true },
					{ reference: "KH 12.pdf", read: read(Buffer.from("%PDF-1.4")), title: "Kế hoạch số 12" },
					{ reference: "x.exe", read: read(Buffer.from("MZ")) },
				],
			},
			{ title: "Bài thứ hai", files: [{ reference: "khac.jpg", read: read(jpeg("a")) }] },
		);
		await take(source);
		const first = await article("bai-thu-nhat");
		expect(first).toContain('![Họp thôn.](06-bai-thu-nhat/a.jpg "Họp thôn. | Lan")');
		expect(first).toContain("src: 06-bai-thu-nhat/b.jpg");
		expect(first).toContain("caption: Toàn cảnh");
		expect(first).toContain("file: 06-bai-thu-nhat/kh-12.pdf\n    title: Kế hoạch số 12");
		expect(await article("bai-thu-hai")).toContain("src: 06-bai-thu-nhat/a.jpg");
		expect(Object.keys(await files()).filter((name) => /jpg|pdf|exe/.test(name))).toEqual([
			"articles/2021/05/06-bai-thu-nhat/a.jpg",
			"articles/2021/05/06-bai-thu-nhat/b.jpg",
			"articles/2021/05/06-bai-thu-nhat/kh-12.pdf",
		]);
		expect(notesOf("pictures")[0]).toMatch(/x\.exe .*mat\.jpg/);
		const before = await files();
		expect(await take(source)).toMatchObject({ unchanged: 2 });
		expect(await files()).toEqual(before);
	});

	test("keeps the captions of missing pictures in place", async () => {
		await take(
			sourceOf({
				body: { html: "<p>Một.</p><figure><img src=a.jpg><figcaption>Họp</figcaption></figure><p>Hai.</p>" },
			}),
		);
		expect(await article("hoi-nghi-so-ket-o-xa-tan-lap")).toContain("Một.\n\n*Họp*\n\nHai.");
	});

	test("maps old sections by a table", async () => {
		const meanings = new Map([
			["Tin xã", { tags: ["Cơ sở"], isLeftOut: false }],
			["Quảng cáo", { tags: [], isLeftOut: true }],
		]);
		const report = await importArticles(
			[sourceOf({ categories: ["Tin xã", "Khác"] }, { title: "Bán hàng", categories: ["Quảng cáo"] })],
			{
				directory,
				progress: silentProgress,
				categories: { meaningOf: (category) => meanings.get(category) },
			},
		);
		expect(report.count("refused")).toBe(1);
		expect(await article("hoi-nghi-so-ket-o-xa-tan-lap")).toContain("- Cơ sở\n  - Khác\n  - Dân vận khéo");
	});

	test("reports a story that came from two sources", async () => {
		const story = Array.from({ length: 60 }, (_, index) => `từ${index}`).join(" ");
		const other: Source = {
			...sourceOf({ title: "Tin về hội nghị", body: { text: `${story} thêm vài chữ` } }),
			name: "nguồn hai",
		};
		await take(sourceOf({ body: { text: story } }), other);
		expect(notesOf("nearDuplicate")).toEqual([
			expect.stringContaining("articles/2021/05/06-hoi-nghi-so-ket-o-xa-tan-lap.md (giống khoảng"),
		]);
	});

	test("proposes a province that only the portal's own list has, by the article's day", async () => {
		const change = [
			"changes:",
			"  - day: 2026-10-01",
			"    act: Nghị quyết thử",
			"    from: [Đồng Nai]",
			"    to:",
			"      - name: Sông Măng",
			"        rank: city",
		];
		await writeFile(join(directory, "provinces.yml"), `${change.join("\n")}\n`);
		await take(
			sourceOf(
				{ title: "Sông Măng: Làm đường ở xã Tân Lập", date: "2026-10-06" },
				{ title: "Sông Măng: Nạo vét mương", date: "2026-09-06" },
			),
		);
		const read = (path: string) => readFile(join(directory, `articles/2026/${path}.md`), "utf8");
		expect(await read("10/06-song-mang-lam-duong-o-xa-tan-lap")).toContain("province: song-mang");
		expect(await read("09/06-song-mang-nao-vet-muong")).not.toContain("province");
	});

	test("gives a former address to only one article, and never one that the site itself uses", async () => {
		await take(
			sourceOf(
				{
					title: "Mùa măng ở bản",
					formerAddresses: ["https://cu.example/tin/bai.html", "/2021/05/06/mua-mang-o-ban.html"],
				},
				{
					title: "Mùa ong ở bản",
					formerAddresses: ["https://cu.example/tin/bai.html", "/tim-kiem/", "/admin/x.html"],
				},
			),
		);
		expect(await article("mua-mang-o-ban")).toContain("formerAddresses:\n  - /tin/bai.html\n---");
		expect(await article("mua-ong-o-ban")).not.toContain("/tin/bai.html");
		expect(notesOf("linkLeftOut")).toContain("/tin/bai.html");
		const { problems } = await readPortal({ directory, now: asIsoDateTime("2026-11-22T00:00:00+07:00") });
		expect(problems).toEqual([]);
	});

	test("reports links that lead nowhere, and keeps their text", async () => {
		await take(sourceOf({ body: { html: '<p>Xem <a href="ttps://cu.example/a">kế hoạch</a> ở đây.</p>' } }));
		expect(await article("hoi-nghi-so-ket-o-xa-tan-lap")).toContain("Xem kế hoạch ở đây.");
		expect(notesOf("linkLeftOut")).toEqual(["ttps://cu.example/a"]);
	});

	test("proposes a province by evidence, and only reports uncertain ones", async () => {
		await take(
			sourceOf(
				{ title: "Bình Phước: Làm đường ở xã Tân Lập", authors: ["Ban Dân vận Tỉnh ủy Bình Phước"] },
				{ title: "Bà con kể chuyện đi Hà Nam", body: { text: "Chuyến xe Hà Nam." } },
			),
		);
		expect(await article("binh-phuoc-lam-duong-o-xa-tan-lap")).toContain("province: binh-phuoc");
		expect(await article("ba-con-ke-chuyen-di-ha-nam")).not.toContain("province");
		expect(notesOf("proposed")[0]).toContain("Bình Phước");
		expect(notesOf("proposal")[0]).toContain("Hà Nam");
	});

	test("writes no file outside the content folder, whatever its name", async () => {
		const jpg = jpeg("x");
		await take(
			sourceOf({
				files: [
					{ reference: "../../../../thoat.jpg", read: read(jpg) },
					{ reference: "b.jpg", place: "../../thoat.jpg", read: read(jpeg("y")) },
				],
			}),
		);
		expect(Object.keys(await files()).filter((name) => name.endsWith(".jpg"))).toEqual([
			"articles/2021/05/06-hoi-nghi-so-ket-o-xa-tan-lap/b.jpg",
			"articles/2021/05/06-hoi-nghi-so-ket-o-xa-tan-lap/thoat.jpg",
		]);
	});

	test("distinguishes items with the same id", async () => {
		expect(await take(sourceOf({ id: "x" }, { id: "x" }))).toMatchObject({ written: 2 });
		expect(await take(sourceOf({ id: "x" }, { id: "x" }))).toMatchObject({ unchanged: 2 });
	});
});
