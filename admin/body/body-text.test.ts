import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { createSlateEditor } from "platejs";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../src/content/markdown/render-markdown.ts";
import { BodyText } from "./body-text.ts";
import { bodyPlugins } from "./editor-plugins.ts";
import type { Block, Paragraph } from "./nodes.ts";
import { writeBlock } from "./write-block.ts";

const samples = readdirSync("content", { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith(".md"))
	.map((file): [string, string] => [
		file,
		readFileSync(`content/${file}`, "utf8").replace(/^---\n[\s\S]*?\n---\n/, ""),
	]);

/** The blocks after Plate has normalised them. */
function normalized(blocks: readonly Block[]): Block[] {
	const editor = createSlateEditor({ plugins: bodyPlugins, value: structuredClone(blocks) as never });
	editor.tf.normalize({ force: true });
	return structuredClone(editor.children) as unknown as Block[];
}

const forms: readonly [string, string][] = [
	["a figure", '![Bà con](22-x/a.jpg "Buổi gặp | Lan Anh")'],
	["a gallery", '![A](22-x/a.jpg "Một | An")\n![B](22-x/b.jpg)\n![C](<22-x/ảnh c.jpg>)'],
	["a table with alignment", "| a | b | c |\n|:--|:-:|--:|\n| 1 | **2** | 3 \\| 4 |"],
	["footnotes", "Một[^1] hai[^b].\n\n[^1]: Nghị *quyết*.\n[^b]: Xem [luật](/x.html)."],
	["nested lists", "- một\n  - hai\n    1. ba\n  - bốn\n- năm"],
	["a loose list", "1. một\n\n2. hai\n\n   - ba"],
	["a numbered list that goes on", "3. ba\n4. bốn"],
	["a quotation", "> Lời\n> của ông\n>\n> - một\n> - hai"],
	["code", "```js\nlet a = 1;\n```\n\nMột `hai` ba"],
	["definitions of links", 'Xem [luật][1].\n\n[1]: /x.html "Luật"'],
	["hard breaks", "một\\\nhai  \nba"],
	["a rule", "Một\n\n***\n\nHai"],
	["marks", "**đậm** *nghiêng* ***cả hai*** ~~bỏ~~ **“Một”** *hai*ba"],
	["a video", "[Phóng sự](https://youtu.be/abcDEF_-123)"],
	["bare addresses", "Xem https://thu.example/a và <https://thu.example/b>."],
	["a picture amid text", "Xem ![Ảnh](x/a.jpg) này"],
	["lists with paragraphs", "- một\n\n  hai\n- ba"],
	["lists that only their marks part", "- một\n- hai\n\n* ba\n* bốn\n\n+ năm"],
	["blank lines and line ends", "\n\n\nMột\n\n\n\nHai\n\n"],
	["a setext heading", "Một\n===\n\nHai\n---"],
	["escapes", "1\\. Một \\*hai\\* &amp; \\[^1] a\\_b"],
	["nothing", ""],
];

describe("BodyText", () => {
	test.each([...samples, ...forms])("%s: an unedited body keeps every byte", (_, body) => {
		const text = new BodyText(body);
		expect(text.write(text.blocks)).toBe(body);
		expect(text.write(normalized(text.blocks))).toBe(body);
	});

	test.each(forms)("%s: a block that is written again looks the same to readers", (_, body) => {
		const { blocks } = new BodyText(body);
		const anew = blocks.map(writeBlock).join("\n\n");
		const compact = (html: string) => html.replace(/\s+/g, " ");
		expect(compact(renderMarkdown(anew))).toBe(compact(renderMarkdown(body)));
	});

	test.each([...samples, ...forms.filter(([, body]) => body !== "")])(
		"%s: a paragraph added in front leaves the rest as it was",
		(_, body) => {
			const text = new BodyText(body);
			const added: Paragraph = { type: "p", children: [{ text: "Thêm." }] };
			const lead = /^\n*/.exec(body)?.[0] ?? "";
			expect(text.write([added, ...normalized(text.blocks)])).toBe(
				`${lead}Thêm.\n\n${body.slice(lead.length)}`,
			);
		},
	);

	test.each([
		["a figure", "figure"],
		["a gallery", "figure"],
		["a table with alignment", "table"],
		["footnotes", "p footnote footnote"],
		["nested lists", "ul"],
		["a loose list", "ol"],
		["a quotation", "blockquote"],
		["code", "source p"],
		["definitions of links", "p source"],
		["a picture amid text", "p"],
		["a setext heading", "h1 h2"],
	])("%s: is shown in editable forms: %s", (name, kinds) => {
		const body = forms.find(([form]) => form === name)?.[1] ?? "";
		expect(new BodyText(body).blocks.map(({ type }) => type).join(" ")).toBe(kinds);
	});

	test("writes only what was changed", () => {
		const body = "Một   hai\nba\n\n* bốn\n\n\nNăm __sáu__\n";
		const text = new BodyText(body);
		const [first, ...rest] = normalized(text.blocks) as [Paragraph, ...Block[]];
		const changed: Paragraph = { ...first, children: [{ text: "Khác" }] };
		expect(text.write([changed, ...rest])).toBe("Khác\n\n* bốn\n\n\nNăm __sáu__\n");
	});

	test("two equal blocks each keep their own source", () => {
		const body = "**a**\n\n__a__\n\n**a**\n";
		const text = new BodyText(body);
		expect(text.write(normalized(text.blocks))).toBe(body);
	});

	test("any text keeps its words and formatting", () => {
		const word = fc.oneof(
			fc.constantFrom(
				"Một",
				"1.",
				"-",
				"#",
				"*",
				"_a_",
				"[^1]",
				"[a](b)",
				"<b>",
				"&amp;",
				"|",
				"~~",
				"`",
				"“Hai”",
				"===",
				">",
				"\\",
				"!",
			),
			fc.string({ maxLength: 6 }).map((text) => text.replace(/[\p{Cc}:/\u2028\u2029]/gu, "")),
		);
		const leaf = fc.record({
			text: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" ")),
			bold: fc.boolean(),
			italic: fc.boolean(),
		});
		fc.assert(
			fc.property(
				fc.array(leaf, { minLength: 1, maxLength: 4 }),
				fc.constantFrom("p", "h2", "lic", "td"),
				(leaves, type) => {
					const children = leaves.map(({ text, bold, italic }) => ({
						text,
						...(bold && { bold }),
						...(italic && { italic }),
					}));
					const words = leaves.map(({ text }) => text).join("");
					const block = (
						type === "lic"
							? { type: "ul", children: [{ type: "li", children: [{ type, children }] }] }
							: type === "td"
								? {
										type: "table",
										alignments: ["none"],
										children: [{ type: "tr", children: [{ type, children }] }],
									}
								: { type, children }
					) as Block;
					const html = renderMarkdown(writeBlock(block));
					const shown = html
						.replace(/<[^>]+>/g, "")
						.replace(/&lt;/g, "<")
						.replace(/&gt;/g, ">")
						.replace(/&quot;/g, '"')
						.replace(/&amp;/g, "&");
					expect(shown.replace(/\s+/g, "")).toBe(words.replace(/\s+/g, ""));
				},
			),
			{ numRuns: 2000 },
		);
	});
});
