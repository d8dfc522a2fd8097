import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "./read-document.ts";
import { type WritableFields, writeData, writeDocument } from "./write-document.ts";
import type { YamlFields } from "./yaml.ts";

/** A field's value after writing and reading it again; undefined if nothing is left. */
function asRead(value: unknown): unknown {
	if (Array.isArray(value)) {
		const items = value.map(asRead).filter((item) => item !== undefined);
		return items.length === 0 ? undefined : items;
	}
	if (typeof value === "object" && value !== null) {
		const entries = Object.entries(value).flatMap(([name, child]) => {
			const kept = asRead(child);
			return kept === undefined ? [] : [[name, kept]];
		});
		return entries.length === 0 ? undefined : Object.fromEntries(entries);
	}
	const text = String(value).replace(/\r\n?/g, "\n");
	return text.trim() === "" ? undefined : text;
}

const scalar = fc.oneof(
	fc.string({ unit: "grapheme" }),
	fc.string({ unit: "binary" }),
	fc.constantFrom(
		"0987",
		"2026-11-22",
		"yes",
		"no",
		"null",
		"~",
		"true",
		"1e3",
		"0x1F",
		"12:30",
		"- a",
		"a: b",
	),
	fc.constantFrom(
		"# a",
		" a",
		"a ",
		"'",
		'"',
		"a\nb",
		"a\n\n",
		"\n a",
		"---",
		"...",
		"@a",
		"%a",
		"&a",
		"*a",
		"<<",
	),
	fc.boolean(),
	fc.integer(),
);
const fields = fc.dictionary(
	fc.constantFrom("title", "date", "tags", "source", "summary", "phone", "khác"),
	fc.oneof(
		scalar,
		fc.array(scalar),
		fc.dictionary(fc.constantFrom("name", "link"), scalar),
		fc.array(fc.dictionary(fc.constantFrom("file", "title"), scalar)),
	),
);

describe("writeDocument", () => {
	test("orders fields as in the schema and quotes texts that YAML would read as another type", () => {
		const text = writeDocument(
			{
				tags: ["Dân vận", "2026"],
				title: "Hội nghị: kết quả",
				date: "2026-11-22T08:30:00+07:00",
				draft: true,
				summary: "Một\nhai",
				source: { name: "0987", link: "" },
				related: [],
				author: "nguyen-van-an",
			},
			"\r\n\r\nMột.\r\n\r\nHai.\r\n\r\n",
		);
		expect(text).toBe(
			[
				"---",
				"title: 'Hội nghị: kết quả'",
				"date: '2026-11-22T08:30:00+07:00'",
				"author: nguyen-van-an",
				"tags:",
				"  - Dân vận",
				"  - '2026'",
				"summary: |-",
				"  Một",
				"  hai",
				"source:",
				"  name: '0987'",
				"draft: true",
				"---",
				"",
				"Một.",
				"",
				"Hai.",
				"",
			].join("\n"),
		);
	});

	test("writes the same text whatever the order of the fields", () => {
		expect(writeDocument({ title: "A", tags: ["b"] }, "x")).toBe(
			writeDocument({ tags: ["b"], title: "A" }, "x"),
		);
	});

	test("whatever is written is read back unchanged", () => {
		const lines = fc.array(fc.string({ unit: "grapheme" })).map((all) => all.join("\n"));
		fc.assert(
			fc.property(fields, lines, (written, body) => {
				const result = readDocument("a.md", Buffer.from(writeDocument(written as WritableFields, body)));
				expect(result.problem).toBeUndefined();
				expect(result.document?.fields).toEqual((asRead(written) ?? {}) as YamlFields);
				const text = body.replace(/\r\n?/g, "\n").replace(/^\n+|\s+$/g, "");
				expect(result.document?.body).toBe(text === "" ? "" : `\n${text}\n`);
			}),
		);
	});
});

describe("writeData", () => {
	test("writes a YAML file in the order of its schema", () => {
		expect(writeData({ synonyms: ["B"], name: "A" }, "tag")).toBe("name: A\nsynonyms:\n  - B\n");
	});
});
