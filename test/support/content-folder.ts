import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Files by their paths below the content folder. */
export type ContentFolder = Readonly<Record<string, string | Buffer>>;

/** A valid content folder: settings, one author, one committee, no article. */
export const soundFolder: ContentFolder = {
	"site.yml": [
		"name: Trang thử",
		"description: Trang dùng để thử",
		"url: https://thu.example.vn",
		"organisation: Ban Dân vận",
		"",
	].join("\n"),
	"authors/nguyen-van-an.yml": "name: Nguyễn Văn An\n",
	"committees/ban-dan-van.yml": "name: Ban Dân vận\nkind: mass-mobilisation\nlevel: province\n",
};

/** The text of an article: valid front matter, further lines of it, and a body. */
export function articleText(lines: readonly string[] = [], body = "Nội dung bài viết."): string {
	const title = lines.some((line) => line.startsWith("title:")) ? [] : ["title: Hội nghị sơ kết"];
	const date = lines.some((line) => line.startsWith("date:")) ? [] : ["date: 2026-11-20T08:00:00+07:00"];
	const author = lines.some((line) => line.startsWith("author:")) ? [] : ["author: nguyen-van-an"];
	return ["---", ...title, ...date, ...author, ...lines, "---", body, ""].join("\n");
}

/** Writes files into a new temporary folder, which is removed after the test. */
export function writeContentFolder(files: ContentFolder): string {
	const directory = mkdtempSync(join(tmpdir(), "content-"));
	onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
	for (const [path, content] of Object.entries(files)) {
		const target = join(directory, path);
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, content);
	}
	return directory;
}
