import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readPortal } from "../content/index.ts";
import { asIsoDateTime } from "../model/ids.ts";
import { silentProgress } from "../model/progress.ts";
import { importArticles } from "./import-articles.ts";
import type { ImportedArticle, Source, UnreadableItem } from "./source.ts";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "import-"));
});
afterEach(() => rm(directory, { recursive: true }));

const plain: ImportedArticle = {
	position: 1,
	id: "a",
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
				yield "unreadable" in item ? item : { ...plain, position: index + 1, ...item };
			}
		},
	};
}

const take = (source: Source) => importArticles(source, { directory, progress: silentProgress });

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
	test("writes articles, their authors and the settings that a portal needs", async () => {
		const report = await take(sourceOf({ source: "Báo A", link: "https://example.vn/1", lead: "Sapo." }));
		const written = await files();
		expect(Object.keys(written)).toEqual([
			"articles/2021/05/06-hoi-nghi-so-ket-o-xa-tan-lap.md",
			"authors/le-thi-hanh.yml",
			"site.yml",
		]);
		// Whether the writer quotes a date is its own affair.
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
		expect(report.summary()).toContain("Đọc 1 bài: nhận 1 (mới 1, có sẵn 0)");
	});

	test("makes content without a problem, whatever the articles hold", async () => {
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
			"khuyet-danh",
			"le-thi-hanh",
			"le-thi-hanh-2",
			"tac-gia",
		]);
	});

	test("gives articles of one day and title names of their own", async () => {
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

	test("goes on where a run was cut short", async () => {
		const items = [{}, { title: "Bài thứ hai" }, { title: "Bài thứ ba", authors: ["Mai Lan"] }];
		const failing: Source = {
			name: "nguồn hỏng",
			async *articles() {
				yield* sourceOf(...items.slice(0, 2)).articles();
				throw new Error("cut");
			},
		};
		await expect(take(failing)).rejects.toThrow("cut");
		await take(sourceOf(...items));
		const resumed = await files();
		await rm(directory, { recursive: true });
		await take(sourceOf(...items));
		expect(resumed).toEqual(await files());
	});

	test("never overwrites what an editor has changed", async () => {
		await take(sourceOf({}));
		const article = join(directory, "articles/2021/05/06-hoi-nghi-so-ket-o-xa-tan-lap.md");
		const edited = (await readFile(article, "utf8")).replace("Đoạn hai.", "Đoạn hai đã sửa.");
		await writeFile(article, edited);
		await writeFile(join(directory, "site.yml"), "name: Trang của huyện\n");
		await writeFile(join(directory, "authors/le-thi-hanh.yml"), "name: Lê Thị Hạnh\npenName: Mỹ Hạnh\n");
		const before = await files();
		const report = await take(sourceOf({}));
		expect(await files()).toEqual(before);
		expect(report.count("leftAlone")).toBe(1);
		expect(report.text("nguồn")).toContain("06-hoi-nghi-so-ket-o-xa-tan-lap.md");
	});

	test("adds no author for an article that it leaves alone", async () => {
		await take(sourceOf({}));
		const article = join(directory, "articles/2021/05/06-hoi-nghi-so-ket-o-xa-tan-lap.md");
		await writeFile(article, (await readFile(article, "utf8")).replace("le-thi-hanh", "my-hanh"));
		await rm(join(directory, "authors/le-thi-hanh.yml"));
		await writeFile(join(directory, "authors/my-hanh.yml"), "name: Mỹ Hạnh\n");
		await take(sourceOf({}));
		expect(Object.keys(await files())).not.toContain("authors/le-thi-hanh.yml");
	});

	test("reports what it could not take and goes on", async () => {
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
		const text = report.text("nguồn thử");
		expect(text).toContain("- dòng 1: không phải JSON hợp lệ");
		expect(text).toContain("- dòng 2 (a): không có tiêu đề");
		expect(text).toContain("- views: 1");
	});

	test("tells its progress", async () => {
		const told: string[] = [];
		await importArticles(sourceOf({}, {}), {
			directory,
			progress: {
				start: (label, total) => told.push(`${label} ${total}`),
				advance: () => told.push("+"),
				done: () => told.push("."),
			},
		});
		expect(told).toEqual(["Nhập bài 0", "+", "+", "."]);
	});
});
