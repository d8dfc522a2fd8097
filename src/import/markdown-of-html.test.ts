import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDocument, renderMarkdown } from "../content/index.ts";
import { markdownOfHtml } from "./markdown-of-html.ts";
import { SourceError } from "./source.ts";

describe("markdownOfHtml", () => {
	test.each([
		{ name: "paragraphs without <p>", html: "Một<br><br>hai<br>ba", markdown: "Một\n\nhai\\\nba" },
		{ name: "emphasis", html: "<p>a<b> b </b>c <i>d</i>.</p>", markdown: "a **b** c *d*." },
		{ name: "emphasis that CommonMark would not read", html: "<b>Gạo:</b>nhiều", markdown: "Gạo:nhiều" },
		{
			name: "marks of Markdown as text",
			html: "<p>1. *x* [y] # &lt;b&gt;",
			markdown: "1\\. \\*x\\* \\[y\\] # \\<b>",
		},
		{ name: "headings from level 2", html: "<h1>Một</h1><h5>Hai</h5>", markdown: "## Một\n\n#### Hai" },
		{ name: "lists", html: "<ol><li>a<li>b<ul><li>c</ul></ol>", markdown: "1. a\n2. b\n   - c" },
		{ name: "quotations", html: "<blockquote><p>a<p>b</blockquote>", markdown: "> a\n>\n> b" },
		{
			name: "tables",
			html: "<table><tr><th>A<th align=right>B<tr><td>1|2<td>x</table>",
			markdown: "| A | B |\n| --- | ---: |\n| 1\\|2 | x |",
		},
		{
			name: "a picture with its caption in a table of layout",
			html: "<table><tr><td><img src=a.jpg><tr><td>Trước giờ họp</table>",
			markdown: '![Trước giờ họp](a.jpg "Trước giờ họp")',
		},
		{
			name: "a figure with its photographer",
			html: '<figure><img data-src="a b.jpg" src="data:x" alt="x"><figcaption>Họp. Ảnh: Lan Anh</figcaption></figure>',
			markdown: '![x](<a b.jpg> "Họp. | Lan Anh")',
		},
		{ name: "blocks within inline elements", html: "<font><p>a<p>b</font>", markdown: "a\n\nb" },
		{
			name: "scripts, styles and forms not at all",
			html: "<script>a</script><p>b<form>c</form>",
			markdown: "b",
		},
		{ name: "links that run code as text", html: '<a href="javascript:x()">a</a>', markdown: "a" },
		{
			name: "players as links",
			html: '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ"></iframe>',
			markdown:
				"[https\\:\\//www.youtube.com/watch?v=aqz-KE-bpKQ](https://www.youtube.com/watch?v=aqz-KE-bpKQ)",
		},
	])("writes $name", ({ html, markdown }) => {
		expect(markdownOfHtml(html)).toBe(markdown);
	});

	test("asks where pictures and links lead now", () => {
		const html =
			'<p><a href="/cu.htm">a</a> <a href="/mat.htm">b</a></p><img src=1.gif><img src=2.gif><em>Hai</em>';
		const markdown = markdownOfHtml(html, {
			link: (href) => (href === "/cu.htm" ? "/moi.html" : undefined),
			picture: (src) => (src === "1.gif" ? { path: "x/1.gif", caption: "Một" } : undefined),
		});
		expect(markdown).toBe('[a](/moi.html) b\n\n![Một](x/1.gif "Một")*Hai*');
	});

	test("takes nesting as deep as browsers do, and refuses what is deeper", () => {
		expect(markdownOfHtml(`${"<div>".repeat(500)}chữ`)).toBe("chữ");
		expect(() => markdownOfHtml(`${"<div>".repeat(50_000)}chữ`)).toThrow(SourceError);
	});

	test("keeps what looks like a character reference", () => {
		expect(markdownOfHtml("<p>&amp;amp; và &amp;lt;</p>")).toBe("\\&amp; và \\&lt;");
	});

	const sample = readdirSync("content/articles", { recursive: true, encoding: "utf8" });
	test.each(sample.filter((name) => name.endsWith(".md")))("takes back the page of %s", (name) => {
		const body = readDocument(name, readFileSync(`content/articles/${name}`)).document?.body ?? "";
		const page = renderMarkdown(body);
		expect(renderMarkdown(markdownOfHtml(page))).toBe(page);
	});
});
