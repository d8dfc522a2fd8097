/** Text that is made to be slow to parse. If parsing is not linear in its length, these tests never end. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleSchema } from "../model/article.ts";
import { countWords } from "../text/index.ts";
import { checkFields } from "./checks/fields.ts";
import { plainText, wordCount } from "./markdown/plain-text.ts";
import { extractReferences } from "./markdown/references.ts";
import { renderMarkdown } from "./markdown/render-markdown.ts";
import { readDocument } from "./read-document.ts";

const many = 10_000;
const lines = (line: (at: number) => string) => Array.from({ length: many }, (_, at) => line(at)).join("\n");

describe("text that is made to be slow to parse", () => {
	test.each([
		{ name: "pictures that never end", body: `[x](/y) ${"![".repeat(many)}` },
		{ name: "links that never end", body: "](".repeat(many) },
		{ name: "nested parentheses", body: "](()".repeat(many) },
		{ name: "footnote marks that never end", body: "[^".repeat(many) },
		{ name: "many footnotes", body: `${lines((at) => `[^${at}]`)}\n\n${lines((at) => `[^${at}]: a`)}` },
		{ name: "headings of one name", body: "# a\n".repeat(many) },
		{ name: "empty headings", body: "#\n".repeat(many) },
		{ name: "tags that never end", body: "<a ".repeat(many) },
	])(
		"reads $name",
		({ body }) => {
			expect(extractReferences(body)).toBeDefined();
			expect(renderMarkdown(body)).toBeTypeOf("string");
			expect(plainText(body)).toBeDefined();
		},
		60_000,
	);

	test.each([`[x](/y) ${"![".repeat(500_000)}`, "](".repeat(500_000), "](()".repeat(500_000)])(
		"counts its words (%#)",
		(body) => {
			expect(wordCount(body)).toBeLessThan(3);
		},
		60_000,
	);

	test.each(["\n", " \n", "\u2028"])(
		"refuses a front matter of blank lines (%j)",
		(blank) => {
			const text = `---\ntitle: A\n${blank.repeat(100_000)}\n---\nA\n`;
			expect(readDocument("a.md", Buffer.from(text)).problem).toMatchObject({ line: 3 });
		},
		60_000,
	);

	test.each([
		{ name: "unknown fields", fields: lines((at) => `khoa${at}: a`) },
		{
			name: "unknown fields of a list's items",
			fields: `attachments:\n${lines((at) => `  - khac${at}: a`)}`,
		},
		{ name: "wrong items", fields: `author:\n${lines((at) => `  - Nguyễn ${at}`)}` },
		{ name: "a long name", fields: `${"x".repeat(many)}: 1` },
	])(
		"finds the lines of $name",
		({ fields }) => {
			const { document } = readDocument("a.md", Buffer.from(`---\n${fields}\n---\nA\n`));
			if (!document) throw new Error("it is a document");
			const { problems } = checkFields(document, articleSchema);
			expect(problems.length).toBeGreaterThan(0);
			expect(problems.some(({ line }) => line !== undefined && line > 1)).toBe(true);
		},
		60_000,
	);
});

/** The same count by simple patterns, which are slow on long text. */
function wordsByPattern(body: string): number {
	const target = /(?:!\[[^\]]*)?\]\((?:[^()]|\([^()]*\))*\)/g;
	const text = body.replace(target, (found) => (found.startsWith("!") ? "" : "]"));
	return countWords(text);
}

test("counts words without pictures and without the targets of links", () => {
	const piece = fc.constantFrom("![", "[", "](", "]", "(", ")", " ", "a", "b c", "!", "\n");
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
			const body = pieces.join("");
			expect(wordCount(body)).toBe(wordsByPattern(body));
		}),
		{ numRuns: 2000 },
	);
});
