import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
		"media/b.png": "picture b",
	});
}

describe.each([
	["jsonl", "bai.jsonl"],
	["wxr", "bai.xml"],
] as const)("exportArticles as %s", (form, name) => {
	test("writes articles and files, each file once, and tells what it could not", async () => {
		const output = join(temporaryFolder(), name);
		const result = await exportArticles({
			directory: contentFolder(),
			form,
			output,
			progress: silentProgress,
		});
		expect(result).toMatchObject({ articles: 2, files: 2 });
		expect(result.problems).toHaveLength(2);
		expect(result.problems.some((problem) => problem.includes("21-hai/c.jpg"))).toBe(true);
		expect(result.problems.some((problem) => problem.includes("22-ba.md"))).toBe(true);
		const files = filesFolderOf(output);
		expect(readFileSync(join(files, "articles/2026/11/20-mot/a.jpg"), "utf8")).toBe("picture a");
		expect(readFileSync(join(files, "media/b.png"), "utf8")).toBe("picture b");
		expect(readdirSync(dirname(output)).sort()).toEqual([name, "bai-files"].sort());
		const text = readFileSync(output, "utf8");
		if (form === "jsonl") expect(text.trim().split("\n")).toHaveLength(2);
		else {
			expect(text.startsWith("<?xml")).toBe(true);
			expect(text.endsWith("</rss>\n")).toBe(true);
			// The second post is numbered behind the first and its two files.
			expect([...text.matchAll(/<wp:post_id><!\[CDATA\[(\d+)/g)].map(([, id]) => id)).toEqual([
				"1",
				"2",
				"3",
				"4",
				"5",
				"6",
			]);
		}
	});

	test("leaves an earlier export as it was until the new one is whole", async () => {
		const output = join(temporaryFolder(), name);
		writeFileSync(output, "before");
		const missing = join(temporaryFolder(), "none");
		await exportArticles({ directory: missing, form, output, progress: silentProgress });
		expect(readFileSync(output, "utf8")).not.toBe("before");
		expect(existsSync(join(dirname(output), `.${name}.part`))).toBe(false);
	});
});

test("the folder of files stands beside the output, by its name without the ending", () => {
	expect(filesFolderOf("ra/bai.2026.jsonl")).toBe("ra/bai.2026-files");
	expect(filesFolderOf("ra.cu/bai")).toBe("ra.cu/bai-files");
});
