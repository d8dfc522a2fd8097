import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
	articleText,
	type ContentFolder,
	soundFolder,
	writeContentFolder,
} from "../../test/support/content-folder.ts";
import { formatProblems } from "../content/index.ts";
import { asIsoDateTime } from "../model/ids.ts";
import { checkPortal } from "./check-portal.ts";

const now = asIsoDateTime("2026-11-22T08:00:00+07:00");
const article = "articles/2026/11/20-hoi-nghi";

async function check(files: ContentFolder) {
	const contentDirectory = writeContentFolder({ ...soundFolder, ...files });
	const result = await checkPortal({
		contentDirectory,
		cacheDirectory: join(contentDirectory, ".cache"),
		now,
	});
	return { ...result, lines: formatProblems(result.problems).split("\n").slice(0, -3) };
}

describe("checkPortal", () => {
	test.each([
		{
			name: "in the front matter",
			text: articleText(["image:", "  src: 20-hoi-nghi/a.jpg", "  alt: A"]),
			place: ":6 · image.src",
		},
		{ name: "in the body", text: articleText([], "A\n\n![a](20-hoi-nghi/a.jpg)"), place: ":8 · body" },
		{ name: "in a draft", text: articleText(["draft: true"], "![a](20-hoi-nghi/a.jpg)"), place: ":7 · body" },
		{
			name: "in a scheduled article",
			text: articleText(["date: 2026-12-20T08:00:00+07:00"], "![a](20-hoi-nghi/a.jpg)"),
			place: ":6 · body",
		},
	])("names the article and the line that use a bad picture $name", async ({ text, place }) => {
		const { portal, lines } = await check({ [`${article}.md`]: text, [`${article}/a.jpg`]: "" });
		expect(portal).toBeUndefined();
		expect(lines).toEqual([expect.stringContaining(`content/${article}.md${place}: tệp ảnh rỗng`)]);
	});

	test("reports bad pictures together with other problems", async () => {
		const { lines } = await check({
			[`${article}.md`]: articleText(["sumary: A"], "![a](20-hoi-nghi/a.jpg)"),
			[`${article}/a.jpg`]: "chữ",
		});
		expect(lines).toHaveLength(2);
	});

	test.each([
		{ name: "a page", file: "trang.html", bytes: "<script>alert(1)</script>", told: "không được đính kèm" },
		{
			name: "a page that calls itself a document",
			file: "trang.pdf",
			bytes: "<script>",
			told: "không phải PDF",
		},
	])("rejects $name as an attachment", async ({ file, bytes, told }) => {
		const { lines } = await check({
			[`${article}.md`]: articleText(["attachments:", "  - title: A", `    file: 20-hoi-nghi/${file}`]),
			[`${article}/${file}`]: bytes,
		});
		expect(lines).toEqual([expect.stringContaining(`:7 · attachments[0].file:`)]);
		expect(lines[0]).toContain(told);
	});

	test("rejects the text of another article as an attachment", async () => {
		const { lines } = await check({
			[`${article}.md`]: articleText(["attachments:", "  - title: A", "    file: 21-nhap.md"]),
			"articles/2026/11/21-nhap.md": articleText(["draft: true"]),
		});
		expect(lines).toEqual([expect.stringContaining("không được đính kèm")]);
	});

	test.each([
		{ name: "a year far ahead", text: articleText(["date: 2206-11-20T08:00:00+07:00"]), told: "năm 2206" },
		{
			name: "a date years from the path",
			text: articleText(["date: 2016-11-20T08:00:00+07:00"]),
			told: "thư mục năm 2026",
		},
	])("warns of $name, but allows the build", async ({ text, told }) => {
		const { portal, warnings } = await check({ [`${article}.md`]: text });
		expect(portal).toBeDefined();
		expect(warnings).toEqual([
			expect.objectContaining({ file: `${article}.md`, line: 4, message: expect.stringContaining(told) }),
		]);
	});

	test("warns of two committees with the same name, file names that differ only in case, and equal texts in two files", async () => {
		const { portal, warnings } = await check({
			"committees/ban-khac.yml": "name: Ban Dân vận\nkind: mass-mobilisation\nlevel: province\n",
			"media/Anh.jpg": "a",
			"media/anh.jpg": "b",
			[`${article}.md`]: articleText(),
			"articles/2026/11/21-hoi-nghi.md": articleText(),
		});
		expect(portal).toBeDefined();
		expect(warnings.map(({ file }) => file)).toEqual([
			"articles/2026/11/21-hoi-nghi.md",
			"committees/ban-khac.yml",
			"media/Anh.jpg",
		]);
	});
});
