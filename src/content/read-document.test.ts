import { describe, expect, test } from "vitest";
import { maxDocumentBytes, readData, readDocument } from "./read-document.ts";

const read = (text: string) => readDocument("a.md", Buffer.from(text));
const documentOf = (text: string) => {
	const { document } = read(text);
	if (!document) throw new Error("expected a document");
	return document;
};

describe("readDocument", () => {
	test("keeps every scalar as it was typed", () => {
		const lines = ["phone: 0987", "day: 2026-11-22", "yes: yes", "hex: 0x1F", "version: 1.10", "on: true"];
		expect(documentOf(`---\n${lines.join("\n")}\n---\n`).fields).toEqual({
			phone: "0987",
			day: "2026-11-22",
			yes: "yes",
			hex: "0x1F",
			version: "1.10",
			on: "true",
		});
	});

	test("leaves out empty values, however deeply nested", () => {
		const lines = [
			"a:",
			'b: ""',
			"c: []",
			"d: {}",
			"e: null",
			"f: ~",
			"g: ['', x]",
			"h:",
			"  i:",
			'  k: ["  "]',
		];
		expect(documentOf(`---\n${lines.join("\n")}\n---\n`).fields).toEqual({ g: ["x"] });
	});

	test.for([
		["line feeds", "---\ntitle: A\n---\nMột\nHai\n"],
		["carriage returns", "---\r\ntitle: A\r\n---\r\nMột\r\nHai\r\n"],
		["a byte order mark", "\uFEFF---\ntitle: A\n---\nMột\nHai\n"],
		["spaces after the hyphens", "---  \ntitle: A\n---\nMột\nHai\n"],
	] as const)("reads a file with %s", ([, text]) => {
		const { fields, body, bodyLine } = documentOf(text);
		expect({ fields, body, bodyLine }).toEqual({ fields: { title: "A" }, body: "Một\nHai\n", bodyLine: 4 });
	});

	test("reads front matter that is empty or consists of comments", () => {
		expect(documentOf("---\n---\nA").fields).toEqual({});
		expect(documentOf("---\n# chú thích\n---\nA").fields).toEqual({});
	});

	test("treats keys such as __proto__ as ordinary keys", () => {
		const { fields } = documentOf("---\n__proto__:\n  draft: x\nconstructor: y\n---\nA");
		expect(Object.keys(fields)).toEqual(["__proto__", "constructor"]);
		expect(({} as Record<string, unknown>).draft).toBeUndefined();
	});

	test("finds the line of a field, of a list item and of values within it", () => {
		const { lineOf } = documentOf(
			"---\ntitle: A\ntags:\n  - một\n  - hai\nattachments:\n  - file: a.pdf\n    title: |\n      Văn bản\n  - {file: b.pdf, title: B}\n---\nA",
		);
		const lines = [
			["title"],
			["tags"],
			["tags", 1],
			["attachments", 0, "title"],
			["attachments", 1, "title"],
			["tags", 7],
			["missing"],
		].map((path) => lineOf(path));
		expect(lines).toEqual([2, 3, 5, 8, 10, 3, undefined]);
	});

	test.for([
		["JavaScript", "---js\n{ title: process.exit(1) }\n---\n", 1, "“js”"],
		["JavaScript by its long name", "---javascript\n({})\n---\n", 1, "“javascript”"],
		["JSON", '---json\n{"title": "A"}\n---\n', 1, "“json”"],
		["CoffeeScript", "---coffee\ntitle: 'A'\n---\n", 1, "“coffee”"],
		["a language named like an object's property", "---constructor\na: 1\n---\n", 1, "“constructor”"],
		["no front matter", "# Tiêu đề\n", 1, "thiếu phần đầu tệp"],
		["front matter that does not end", "---\ntitle: A\n\nNội dung\n", 1, "không được đóng"],
		["an ending that is none", "---\ntitle: A\n---x\nA\n", 1, "không được đóng"],
		["a duplicate key", "---\na: 1\nb: 2\na: 3\n---\n", 4, "hai lần"],
		["an alias", "---\na: &x 1\nb: *x\n---\n", 3, "dấu & và *"],
		["a tag", "---\na: !!js/function 'x'\n---\n", 2, "dấu !"],
		["a colon in a plain value", "---\na: 1\ntitle: Hội nghị: kết quả\n---\n", 3, "dấu hai chấm"],
		["an open quotation", '---\ntitle: "A\n---\n', 2, "ngoặc kép"],
		["a list instead of fields", "---\n- a\n---\n", 1, "`tên: giá trị`"],
		["two YAML documents", "---\na: 1\n...\nb: 2\n---\n", undefined, "đứng sai chỗ"],
		["deep nesting", `---\na: ${"[".repeat(50)}${"]".repeat(50)}\n---\n`, 2, "lồng nhau quá sâu"],
	] as const)("rejects %s", ([, text, line, message]) => {
		const { problem } = read(text);
		expect(problem?.line).toBe(line);
		expect(problem?.message).toContain(message);
	});

	test("rejects a file that is too large, and one that is not UTF-8", () => {
		expect(readDocument("a.md", Buffer.alloc(maxDocumentBytes + 1, "a")).problem?.message).toContain(
			"quá lớn",
		);
		expect(readDocument("a.md", Buffer.from([0x2d, 0xc3, 0x28])).problem?.message).toContain("UTF-8");
	});
});

describe("readData", () => {
	test("reads a YAML file and knows its lines", () => {
		const { document } = readData("a.yml", Buffer.from("\uFEFFname: A\r\nsynonyms:\r\n  - B\r\n"));
		expect(document?.fields).toEqual({ name: "A", synonyms: ["B"] });
		expect(document?.lineOf(["synonyms", 0])).toBe(3);
	});

	test.for([
		["", {}],
		["# nothing yet\n", {}],
	] as const)("reads %j as a file without fields", ([text, fields]) => {
		expect(readData("a.yml", Buffer.from(text)).document?.fields).toEqual(fields);
	});

	test("reports a line of YAML that cannot be read", () => {
		expect(readData("a.yml", Buffer.from("name: A\n\tb: 1\n")).problem).toMatchObject({
			file: "a.yml",
			line: 2,
		});
	});
});
