import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { attentionOf, ImportReport, type ReportEntry } from "./report.ts";
import { openReportPages } from "./report-pages.ts";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "report-"));
});
afterEach(() => rm(directory, { recursive: true }));

const plain: ReportEntry = {
	source: "nguồn",
	position: 1,
	label: "mục 1",
	title: "Bài",
	file: "articles/2021/05/06-bài.md",
	notes: [],
	before: "trước",
	after: "sau",
};

async function pagesOf(...entries: ReportEntry[]): Promise<string[]> {
	const path = join(directory, "report.html");
	const pages = await openReportPages(path, join(directory, "content"));
	const report = new ImportReport(pages);
	for (const entry of entries) await report.add(entry);
	await pages.finish(report, ["nguồn"]);
	await pages.close();
	const names = (await readdir(directory)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
	return Promise.all(names.map((name) => readFile(join(directory, name), "utf8")));
}

describe("openReportPages", () => {
	test("shows articles that need attention first", async () => {
		const [page = ""] = await pagesOf(
			{ ...plain, title: "Ổn" },
			{ ...plain, title: "Ngờ", notes: [{ kind: "doubt", detail: "có thể", confidence: 0.2 }] },
			{ ...plain, title: "Hỏng", notes: [{ kind: "refused", detail: "không có nội dung" }] },
		);
		expect([...page.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title)).toEqual(["Hỏng", "Ngờ", "Ổn"]);
		expect(page).toContain("chắc 20 %");
		expect(page).toContain('href="content/articles/2021/05/06-b%C3%A0i.md"');
	});

	test("keeps the source's order among articles that need the same attention", async () => {
		const doubt = (confidence: number) => [{ kind: "doubt", detail: "có thể", confidence } as const];
		const [page = ""] = await pagesOf(
			...["một", "hai", "ba"].map((title) => ({ ...plain, title, notes: doubt(0.5) })),
			{ ...plain, title: "bốn", notes: doubt(0.1) },
		);
		expect([...page.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title)).toEqual([
			"bốn",
			"một",
			"hai",
			"ba",
		]);
	});

	test("shows the whole text of articles that a person should compare, and the beginning of others", async () => {
		const long = `${"a".repeat(700)}b`;
		const notes: ReportEntry["notes"] = [{ kind: "tagLeftOut", detail: "x" }];
		expect(attentionOf(notes)).toBe(10);
		const [compared = ""] = await pagesOf({ ...plain, before: long, notes });
		expect(compared).toContain(long);
		const [glanced = ""] = await pagesOf({ ...plain, before: long });
		expect(glanced).not.toContain(long);
		expect(glanced).toContain(`${"a".repeat(700)}…`);
		const [short = ""] = await pagesOf({ ...plain, before: "a".repeat(700) });
		expect(short).not.toContain("…</");
	});

	test.each([
		[100, 1],
		[101, 2],
	])("splits %i articles into %i pages", async (count, pages) => {
		const entries = Array.from({ length: count }, (_, at) => ({ ...plain, title: `Bài ${at}` }));
		expect(await pagesOf(...entries)).toHaveLength(pages);
	});

	test("loads nothing from the network", async () => {
		const [page = ""] = await pagesOf(plain);
		expect(page).not.toMatch(/<(?:link|img|script src|iframe)/);
		expect(page.match(/https?:\/\/(?!localhost)/g)).toBeNull();
	});

	test("escapes the source's markup", async () => {
		const [page = ""] = await pagesOf({
			...plain,
			title: "<b>x</b>",
			before: "</pre><script>alert(1)</script>",
		});
		expect(page).toContain("&lt;b&gt;x&lt;/b&gt;");
		expect(page.match(/<script>/g)).toHaveLength(1);
	});

	test("links its pages to each other", async () => {
		const entries = Array.from({ length: 250 }, (_, index) => ({ ...plain, title: `Bài ${index}` }));
		const pages = await pagesOf(...entries);
		expect(pages).toHaveLength(3);
		expect(pages[0]).toContain('href="report-3.html"');
		expect(pages.map((page) => page.match(/<h3>/g)?.length)).toEqual([100, 100, 50]);
	});
});
