import { describe, expect, test } from "vitest";
import { formatProblems } from "./problem.ts";

describe("formatProblems", () => {
	test("groups by file, sorts by line and counts", () => {
		const text = formatProblems([
			{ file: "pages/b.md", line: 10, field: "title", message: "sai", remedy: "sửa" },
			{ file: "pages/b.md", line: 9, message: "sai", remedy: "sửa" },
			{ file: "articles/a.md", line: 7, field: "tags[0]", message: "lỗi", remedy: "bỏ" },
			{ file: "", message: "không có", remedy: "tạo" },
		]);
		expect(text).toBe(
			[
				"content: không có. Cách sửa: tạo.",
				"",
				"content/articles/a.md:7 · tags[0]: lỗi. Cách sửa: bỏ.",
				"",
				"content/pages/b.md:9: sai. Cách sửa: sửa.",
				"content/pages/b.md:10 · title: sai. Cách sửa: sửa.",
				"",
				"4 vấn đề trong 3 tệp.",
				"",
			].join("\n"),
		);
	});

	test("says so if there is no problem", () => {
		expect(formatProblems([])).toBe("Không có vấn đề nào.\n");
	});

	test("names the folder as the user does", () => {
		expect(formatProblems([{ file: "site.yml", message: "m", remedy: "r" }], "/tmp/x")).toContain(
			"/tmp/x/site.yml: m.",
		);
	});

	test("puts no full stop after a question", () => {
		expect(formatProblems([{ file: "a.yml", message: "m – phải không?", remedy: "r" }])).toContain(
			"content/a.yml: m – phải không? Cách sửa: r.",
		);
	});
});
