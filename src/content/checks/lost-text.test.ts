import { describe, expect, test } from "vitest";
import { articleText, soundFolder, writeContentFolder } from "../../../test/support/content-folder.ts";
import { asIsoDateTime } from "../../model/ids.ts";
import { formatProblems, formatWarnings, readPortal } from "../index.ts";

const now = asIsoDateTime("2026-11-22T08:00:00+07:00");
const file = "articles/2026/11/20-hoi-nghi.md";

async function read(body: string, lines: readonly string[] = []) {
	const directory = writeContentFolder({ ...soundFolder, [file]: articleText(lines, body) });
	const { problems, warnings } = await readPortal({ directory, now });
	return { problems, told: formatProblems(problems), warned: formatWarnings(warnings) };
}

describe("text that readers would not see as it was meant", () => {
	test.each([
		{
			name: "a picture whose name has a space",
			body: 'A\n\n![Ảnh](22-x/ảnh 1.jpg "Chú thích")',
			line: 8,
			told: '![Ảnh](<22-x/ảnh 1.jpg> "Chú thích")',
		},
		{
			name: "quotation marks in a title",
			body: '![Ảnh](22-x/a.jpg "Ông "An" nói")',
			line: 6,
			told: '![Ảnh](22-x/a.jpg "Ông \\"An\\" nói")',
		},
		{ name: "an open parenthesis", body: "![Ảnh](anh(1.jpg)", line: 6, told: "![Ảnh](<anh(1.jpg>)" },
		{ name: "a link with a space", body: "Xem [bài](/tin cu.html).", line: 6, told: "[bài](</tin cu.html>)" },
		{
			name: "a link that does not end",
			body: "Xem [bài](/tin",
			line: 6,
			told: "nguyên dấu Markdown: [bài](/tin",
		},
		{ name: "a link in a cell", body: "| a |\n|---|\n| [b](c d) |", line: 8, told: "[b](<c d>)" },
		{ name: "a definition that nobody uses", body: "A\n\n[Nguồn]: TTXVN", line: 8, told: "**Nguồn:** …" },
		{ name: "a footnote that nobody calls", body: "A\n\n[^1]: B", line: 8, told: "[^1] không hiện ra" },
		{
			name: "a second footnote of a name",
			body: "A[^1]\n\n[^1]: B\n\n[^1]: C",
			line: 10,
			told: "hai chú thích [^1]",
		},
		{ name: "a footnote that is not there", body: "A[^2]\n", line: 6, told: "không có chú thích ấy" },
		{
			name: "a cell too many",
			body: "| a | b |\n|---|---|\n| c | d | e |",
			line: 8,
			told: "3 ô mà bảng chỉ có 2 cột",
		},
		{
			name: "a heading that is not there",
			body: "## Một\n\n[a](#muc-hai)",
			line: 8,
			told: "không có mục #muc-hai",
		},
	])("names $name", async ({ body, line, told }) => {
		const { problems, told: text } = await read(body);
		expect(problems.map((problem) => problem.line)).toContain(line);
		expect(text).toContain(told);
	});

	test.each([
		["Xem [bài][1].\n\n[1]: /2026/11/20/hoi-nghi.html"],
		["A[^1]\n\n[^1]: B"],
		["| a \\| b | c |\n|---|---|\n| d | e \\| f |"],
		["## Một\n\n## Một\n\n[a](#muc-mot) [b](#muc-mot-2) [c](#)"],
		["Viết \\](a b) và `](c d)`\n\n```\n[Nguồn]: x\n[a](b c)\n```"],
		["**Một** hai **“ba”** bốn (**) và 2 ** 3"],
	])("finds nothing in %j", async (body) => {
		const { told, warned } = await read(body);
		expect({ told, warned }).toEqual({ told: "Không có vấn đề nào.\n", warned: "" });
	});

	test.each([
		["**Ghi chú:**Nội dung", "**Ghi chú:** "],
		["Ông **“abc”**đã nói", "**“abc”** "],
	])("warns of the stars in %s", async (body, corrected) => {
		const { problems, warned } = await read(body);
		expect(problems).toEqual([]);
		expect(warned).toContain(`content/${file}:6 · body: bạn đọc sẽ thấy dấu sao`);
		expect(warned).toContain(corrected);
	});

	test.each([
		{ name: "in a body", text: articleText([], "A\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> nhanh"), line: 7 },
		{ name: "in front matter", text: articleText(["<<<<<<< HEAD", "tags: [a]"]), line: 5 },
	])("names marks of a conflict $name", async ({ text, line }) => {
		const directory = writeContentFolder({ ...soundFolder, [file]: text });
		const { problems } = await readPortal({ directory, now });
		expect(problems).toEqual([
			expect.objectContaining({ file, line, message: expect.stringContaining("xung đột") }),
		]);
	});

	test("names text that YAML takes for a comment", async () => {
		const { problems } = await read("A", [
			"title: Kết luận #30 của Ban",
			"tags:",
			"  - Đợt #2",
			"draft: false # chưa",
		]);
		expect(problems).toMatchObject([
			{ line: 4, field: "title", remedy: expect.stringContaining('"Kết luận #30 của Ban"') },
			{ line: 6, field: "tags[0]" },
		]);
	});
});
