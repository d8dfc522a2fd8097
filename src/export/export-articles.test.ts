import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { articleText, soundFolder, writeContentFolder } from "../../test/support/content-folder.ts";
import { temporaryFolder } from "../../test/support/fixture.ts";
import { silentProgress } from "../model/progress.ts";
import { exportArticles, filesFolderOf } from "./export-articles.ts";

function contentFolder(): string {
	return writeContentFolder({
		...soundFolder,
		"articles/2026/11/20-mot.md": articleText(["image: { src: 20-mot/a.jpg, alt: A }"], "![B](/media/b.png)"),
		"articles/2026/11/20-mot/a.jpg": "picture a",
		"articles/2026/11/21-hai.md": articleText([], "![B](/media/b.png) ![C](21-hai/c.jpg)"),
		"articles/2026/11/22-ba.md": "---\ntitle: [\n---\n",
		"events/mua-lu.yml": "name: Mùa lũ\n",
		"questions/tiep-dan.yml": "question: Tiếp dân ngày nào?\n",
		"questions/ghi-chu.txt": "no record",
		"media/b.png": "picture b",
	});
}

describe.each([
	["jsonl", "bai.jsonl"],
	["wxr", "bai.xml"],
] as const)("exportArticles as %s", (form, name) => {
	test("writes articles and files, each file once, and reports what it could not write", async () => {
		const output = join(temporaryFolder(), name);
		const result = await exportArticles({
			directory: contentFolder(),
			form,
			output,
			progress: silentProgress,
		});
		expect(result).toMatchObject({ articles: 2, files: 2, records: 2 });
		expect(result.problems).toHaveLength(2);
		const missing = result.problems.find((problem) => problem.includes("21-hai/c.jpg"));
		expect(missing).toContain("articles/2026/11/21-hai.md");
		expect(result.problems.some((problem) => problem.includes("22-ba.md"))).toBe(true);
		const files = filesFolderOf(output);
		expect(readFileSync(join(files, "articles/2026/11/20-mot/a.jpg"), "utf8")).toBe("picture a");
		expect(readFileSync(join(files, "media/b.png"), "utf8")).toBe("picture b");
		expect(readdirSync(dirname(output)).sort()).toEqual([name, "bai-files"].sort());
		const text = readFileSync(output, "utf8");
		if (form === "jsonl") expect(text.trim().split("\n")).toHaveLength(4);
		else {
			expect(text.startsWith("<?xml")).toBe(true);
			expect(text.endsWith("</rss>\n")).toBe(true);
			// The second post's number follows those of the first and its two files.
			expect([...text.matchAll(/<wp:post_id><!\[CDATA\[(\d+)/g)].map(([, id]) => id)).toEqual([
				"1",
				"2",
				"3",
				"4",
				"5",
				"6",
				"7",
				"8",
			]);
		}
	});

	test("leaves an earlier export unchanged until the new one is complete", async () => {
		const output = join(temporaryFolder(), name);
		writeFileSync(output, "before");
		const options = { form, output, progress: silentProgress };
		const broken = contentFolder();
		mkdirSync(join(broken, "articles/2026/11/21-hai/c.jpg"), { recursive: true });
		await expect(exportArticles({ ...options, directory: broken })).rejects.toThrow();
		expect(readFileSync(output, "utf8")).toBe("before");
		expect(readdirSync(dirname(output)).sort()).toEqual([name, "bai-files"].sort());
		await exportArticles({ ...options, directory: temporaryFolder() });
		expect(readFileSync(output, "utf8")).not.toBe("before");
	});
});

test("creates the output's folder, and writes the site's name and absolute addresses of pages", async () => {
	const directory = writeContentFolder({
		"site.yml": "name: Tin Thử\ndescription: Mô tả thử\nurl: https://a.example//\n",
		"articles/2026/11/20-mot.md": articleText(),
	});
	const output = join(temporaryFolder(), "ra/bai.xml");
	await exportArticles({ directory, form: "wxr", output, progress: silentProgress });
	const text = readFileSync(output, "utf8");
	for (const part of [
		"<title>Tin Thử</title>",
		"<description>Mô tả thử</description>",
		"<link>https://a.example</link>",
		"https://a.example/2026/11/20/mot.html",
	])
		expect(text).toContain(part);
	const nameless = join(temporaryFolder(), "bai.xml");
	const empty = writeContentFolder({ "articles/2026/11/20-mot.md": articleText() });
	await exportArticles({ directory: empty, form: "wxr", output: nameless, progress: silentProgress });
	expect(readFileSync(nameless, "utf8")).toContain("<title></title>");
});

test("the folder of files is beside the output and has its name without the extension", () => {
	expect(filesFolderOf("ra/bai.2026.jsonl")).toBe("ra/bai.2026-files");
	expect(filesFolderOf("ra.cu/bai")).toBe("ra.cu/bai-files");
});

describe("content that cannot be read is not taken for none:", () => {
	const output = () => join(temporaryFolder(), "bai.jsonl");
	const whole = {
		...soundFolder,
		"articles/2026/11/20-mot.md": articleText(["author: an"]),
		"authors/an.yml": "name: An\n",
		"events/mua-lu.yml": "name: Mùa lũ\n",
	};

	test("a content folder that is missing", async () => {
		const directory = join(temporaryFolder(), "none");
		const to = output();
		await expect(
			exportArticles({ directory, form: "jsonl", output: to, progress: silentProgress }),
		).rejects.toMatchObject({ code: "ENOENT", path: directory });
		expect(readdirSync(dirname(to))).toEqual([]);
	});

	// Root may read everything, so permissions would stop nobody in a test.
	test.each([
		["articles", "ENOTDIR", writeFileSync],
		["articles", "ELOOP", (path: string) => symlinkSync("articles", path)],
		["articles", "ENOENT", (path: string) => symlinkSync("nowhere", path)],
		["events", "ENOTDIR", writeFileSync],
		["events", "ELOOP", (path: string) => symlinkSync("events", path)],
		["authors/an.yml", "ELOOP", (path: string) => symlinkSync("an.yml", path)],
		["site.yml", "ELOOP", (path: string) => symlinkSync("site.yml", path)],
	] as const)("%s with %s", async (path, code, spoil) => {
		const directory = writeContentFolder(whole);
		rmSync(join(directory, path), { recursive: true, force: true });
		spoil(join(directory, path), "");
		const to = output();
		const options = { directory, form: "jsonl", output: to, progress: silentProgress } as const;
		await expect(exportArticles(options)).rejects.toMatchObject({ code, path: join(directory, path) });
		expect(existsSync(to)).toBe(false);
	});
});
