/** Imports that are killed, repeated, or given hostile input. */
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readPortal } from "../src/content/index.ts";
import { importArticles, openReportPages, openSource } from "../src/import/index.ts";
import { asIsoDateTime } from "../src/model/ids.ts";
import { silentProgress } from "../src/model/progress.ts";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "import-resume-"));
});
afterEach(() => rm(directory, { recursive: true }));

const articles = Array.from({ length: 600 }, (_, index) => ({
	id: `bai-${index}`,
	title: `Tin số ${index} của xã Tân Lập`,
	body: `Đoạn mở đầu của bài số ${index}.\n\n${`Câu thứ ${index} nói về đường làng. `.repeat(8)}`,
	date: `20${String(10 + (index % 15)).padStart(2, "0")}-03-04T05:06:07+07:00`,
	author: `Tác giả ${index % 40}`,
	url: `https://cu.example/tin/${index}.html`,
}));

async function contentOf(content: string): Promise<Map<string, string>> {
	const names = await readdir(content, { recursive: true, withFileTypes: true });
	const files = names.filter((entry) => entry.isFile() && !entry.parentPath.includes(".import"));
	const entries = files.map(async ({ parentPath, name }) => {
		const path = join(parentPath, name);
		return [path.slice(content.length), await readFile(path, "utf8")] as const;
	});
	return new Map((await Promise.all(entries)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function count(folder: string): Promise<number> {
	const names = await readdir(folder, { recursive: true }).catch(() => []);
	return names.filter((name) => name.endsWith(".md")).length;
}

/** Starts `npm run import` as a process and kills it once `files` articles are written. */
async function killAfter(files: number, source: string, content: string): Promise<boolean> {
	const report = join(directory, "report.html");
	const command = ["scripts/tintinh.js", "import", source, "--content", content, "--report", report];
	const child = spawn(process.execPath, command, { stdio: "ignore" });
	const ended = new Promise<NodeJS.Signals | null>((done) => {
		child.on("exit", (_, signal) => done(signal));
	});
	let isOver = false;
	void ended.then(() => {
		isOver = true;
	});
	while (!isOver && (await count(join(content, "articles"))) < files)
		await new Promise((done) => setTimeout(done, 40));
	child.kill("SIGKILL");
	return (await ended) === "SIGKILL";
}

const take = async (source: string, content: string) =>
	importArticles([await openSource(source, {})], { directory: content, progress: silentProgress });

describe("an import", () => {
	test("continues after kill -9, twice, and ends with the result of an uninterrupted run", async () => {
		const source = join(directory, "bai.jsonl");
		await writeFile(source, articles.map((article) => JSON.stringify(article)).join("\n"));
		const [killed, whole] = [join(directory, "killed"), join(directory, "whole")];
		expect(await killAfter(150, source, killed)).toBe(true);
		expect(await killAfter(300, source, killed)).toBe(true);
		const partial = await count(killed);
		expect(partial).toBeLessThan(articles.length);
		const resumed = await take(source, killed);
		expect(resumed.unchanged).toBeGreaterThanOrEqual(partial - 16);
		expect(resumed.count("leftAlone") + resumed.count("edited") + resumed.count("renamed")).toBe(0);
		await take(source, whole);
		const [left, right] = [await contentOf(killed), await contentOf(whole)];
		expect([...left.keys()].filter((name) => !name.endsWith(".part"))).toEqual([...right.keys()]);
		for (const [name, text] of right) expect(left.get(name), name).toBe(text);
		const again = await take(source, killed);
		expect(again).toMatchObject({ written: 0, updated: 0, unchanged: articles.length });
		// A journal takes a few hundred bytes per article.
		const { size } = await stat(join(whole, ".import/journal.jsonl"));
		expect(size / articles.length).toBeLessThan(250);
	}, 120_000);

	test("reports unreadable items and imports the rest", async () => {
		const good = (number: number) => ({
			id: `tot-${number}`,
			title: `Bài tốt số ${number}`,
			body: "Một đoạn.",
		});
		const lines = [
			JSON.stringify(good(1)),
			`{"title":"Dòng mười MB","body":"${"x".repeat(10_000_000)}"}`,
			JSON.stringify({ title: "T".repeat(5_000_000), body: "Tiêu đề dài năm MB" }),
			JSON.stringify({
				...good(2),
				id: "../../../../etc/passwd",
				tags: Array.from({ length: 50_000 }, (_, each) => `từ ${each}`),
			}),
			"[".repeat(1_000_000),
			JSON.stringify({ title: "../../../thoát ra ngoài", body: "<script>alert(1)</script>" }),
			JSON.stringify({ title: { a: 1 }, body: 7, date: [], author: { x: 1 } }),
			"\u0000\u0001\uFFFD",
			JSON.stringify({ ...good(3), author: "A;".repeat(100_000), url: `http://${"a".repeat(100_000)}` }),
			JSON.stringify(good(4)),
		];
		const source = join(directory, "la.jsonl.gz");
		await writeFile(
			source,
			gzipSync(Buffer.concat([Buffer.from(`${lines.join("\n")}\n`), Buffer.from([0xff, 0xfe, 0x0a])])),
		);
		const content = join(directory, "content");
		const path = join(directory, "report.html");
		const sink = await openReportPages(path, content);
		const report = await importArticles([await openSource(source, {})], {
			directory: content,
			progress: silentProgress,
			sink,
		});
		await sink.finish(report, ["la"]);
		await sink.close();
		expect(report.count("refused")).toBe(6);
		const { portal, problems } = await readPortal({
			directory: content,
			now: asIsoDateTime("2026-11-22T00:00:00+07:00"),
		});
		expect(problems).toEqual([]);
		expect(portal?.articles).toHaveLength(report.written);
		expect(portal?.articles.filter(({ title }) => title.startsWith("Bài tốt"))).toHaveLength(4);
		expect((await readdir(directory)).sort()).toEqual(["content", "la.jsonl.gz", "report.html"]);
		const html = await readFile(path, "utf8");
		expect(html).not.toContain("<script>alert(1)");
		expect(html).toContain("quá giới hạn của một bài");
	}, 60_000);
});
