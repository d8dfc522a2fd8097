import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../content/index.ts";
import { escapeMarkdown, paragraphsOf } from "./escape-markdown.ts";

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

/** The paragraphs that a reader sees; anything else is returned as HTML. */
function seen(markdown: string): string[] {
	const html = renderMarkdown(markdown).replace(/<br>\n/g, "\n");
	const paragraphs = [...html.matchAll(/<p>([\s\S]*?)<\/p>\n/g)].map(([, text = ""]) =>
		text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity),
	);
	const rest = html.replace(/<p>[^<]*<\/p>\n/g, "");
	return rest === "" ? paragraphs : [html];
}

describe("escapeMarkdown", () => {
	test.each([
		{ name: "emphasis", text: "*Ghi bàn: a_b_c và __hết__ ~~bỏ~~" },
		{ name: "a heading", text: "# 1 Hà Nội" },
		{ name: "a heading's underline", text: "Tiêu đề\n===\nChữ\n---" },
		{ name: "a list", text: "- một\n+ hai\n* ba" },
		{ name: "a numbered list", text: "1. Một\n2) Hai\n2017. Năm" },
		{ name: "a quotation", text: "> Trích" },
		{ name: "code", text: "`x` và\n```\ny\n```\n~~~\nz" },
		{ name: "a link and a picture", text: "[chữ](/a.html) ![ảnh](a.jpg) [x]: /b [^1] ^[c]" },
		{ name: "HTML", text: "<b>đậm</b> <!-- x --> <https://example.vn>" },
		{ name: "entities", text: "R&D &amp; &lt; &#7897;" },
		{ name: "a table", text: "a | b\n--- | ---\n1 | 2" },
		{ name: "an address", text: "https://example.vn/a_b?c=*d* //example.vn mailto:a@example.vn" },
		{ name: "a backslash", text: "C:\\tin\\*\\" },
		{ name: "a line of asterisks", text: "***" },
	])("shows $name as it was typed", ({ text }) => {
		expect(seen(escapeMarkdown(text))).toEqual([text]);
	});

	test("keeps paragraphs apart and in order, without the spaces around their lines", () => {
		expect(escapeMarkdown("\n  Một.  \n\n\n\n    Hai\n  dòng.\t\n \t\nBa.\n")).toBe(
			"Một.\n\nHai\\\ndòng.\n\nBa.",
		);
	});

	test("leaves ordinary prose unchanged", () => {
		const prose =
			"Sáng 22-11, ông A (54 tuổi) nói: “Đạt 12,5% - cao nhất!” 3.500 hộ/xã; TP.HCM, R&D, 1.5 km.";
		expect(escapeMarkdown(prose)).toBe(prose);
	});

	test("shows any text word for word", () => {
		const pieces = [
			..."\\`*_[]<>|~^&!#+-=:.){}(/\"'$%@;\n\n  \t19aấĐ",
			...[
				"http://x.vn/a_b",
				"&amp;",
				"www.x.vn",
				"1. ",
				"- ",
				"https:",
				"---",
				"![",
				"](",
				"<b>",
				"[^1]:",
				":::",
			],
		];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
				const text = parts.join("");
				expect(seen(escapeMarkdown(text))).toEqual(paragraphsOf(text));
			}),
			{ numRuns: 2000 },
		);
	});
});
