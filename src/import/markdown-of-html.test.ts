import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractReferences, readDocument, renderMarkdown } from "../content/index.ts";
import { markdownOfHtml } from "./markdown-of-html.ts";
import { SourceError } from "./source.ts";

/** Text with a meaning in Markdown, and tags around it. */
const piece = fc.constantFrom(
	"chữ ",
	"một &lt;b&gt; hai",
	"&lt;html&gt;",
	"&lt;!-- a --&gt;",
	"**“a”**đ",
	"*",
	"[a](b",
	"](c d)",
	"[Nguồn]: x",
	"[^1]",
	"[^1]: y",
	"|",
	"a | b",
	"# a",
	"- a",
	"1. a",
	"`",
	"```",
	"\n",
	"&amp;lt;i&amp;gt;",
	"\\",
	"~~",
	"    bốn",
	"http://a.vn/x",
	"&lt;a@b.vn&gt;",
	"“a”",
	"(",
	")",
);
const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
const wrap = (tag: string) => (inner: string) => `<${tag}>${inner}</${tag}>`;
const html = fc.letrec((tie) => ({
	node: fc.oneof(
		{ depthSize: "small" },
		text,
		fc
			.tuple(
				fc.constantFrom(
					"p",
					"div",
					"b",
					"strong",
					"i",
					"em",
					"code",
					"pre",
					"li",
					"ul",
					"ol",
					"blockquote",
					"h2",
					"h5",
					"td",
					"tr",
					"table",
					"span",
					"a",
					"figure",
					"figcaption",
					"sup",
				),
				tie("nodes"),
			)
			.map(([tag, inner]) => wrap(tag as string)(inner as string)),
		tie("nodes").map((inner) => `<a href="/a b">${inner}</a>`),
		tie("nodes").map(
			(inner) => `<figure><img src="x y.jpg" alt="[a](b"><figcaption>${inner}</figcaption></figure>`,
		),
		fc.constant("<br>"),
		fc.constant('<img src="a(1).jpg" alt="x">'),
	),
	nodes: fc.array(tie("node"), { maxLength: 4 }).map((nodes) => nodes.join("")),
}));

describe("markdownOfHtml", () => {
	test("writes nothing that the content check would report", () => {
		fc.assert(
			fc.property(html.nodes as fc.Arbitrary<string>, (given) => {
				const { html: tags, lost } = extractReferences(markdownOfHtml(given));
				expect({ tags, lost }).toEqual({ tags: [], lost: [] });
			}),
			{ numRuns: 500 },
		);
	});

	test.each([
		{ name: "paragraphs without <p>", html: "Một<br><br>hai<br>ba", markdown: "Một\n\nhai\\\nba" },
		{ name: "emphasis", html: "<p>a<b> b </b>c <i>d</i>.</p>", markdown: "a **b** c *d*." },
		{
			name: "numbers above and below the line",
			html: "10<sup>3</sup> m<sup>2</sup>, H<sub>2</sub>O, 30<sup>o</sup>C, x<sup>(1)</sup>, a<sup>b</sup>",
			markdown: "10³ m², H₂O, 30°C, x(1), ab",
		},
		{ name: "emphasis that CommonMark would not read", html: "<b>Gạo:</b>nhiều", markdown: "Gạo:nhiều" },
		{
			name: "marks of Markdown as text",
			html: "<p>1. *x* [y] # &lt;b&gt;",
			markdown: "1\\. \\*x\\* \\[y\\] # \\<b>",
		},
		{
			name: "a picture whose caption stands after a text",
			html: '<a href="/b"><img src="a.jpg" alt="x">Trước <figcaption>Chú thích</figcaption></a>',
			markdown: '![x](a.jpg "Chú thích")\n\nTrước',
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
			name: "merged cells of tables, so that figures stay in their columns",
			html: "<table><tr><th rowspan=2>TT<th colspan=2>Số hộ<tr><th>2024<th>2025<tr><td rowspan=2>1<td>5<td>6<tr><td>7<td>8</table>",
			markdown: "| TT | Số hộ |  |\n| --- | --- | --- |\n|  | 2024 | 2025 |\n| 1 | 5 | 6 |\n|  | 7 | 8 |",
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
		{
			name: "code between fences that are longer than its own",
			html: "<ul><li>a</ul><pre>&lt;b&gt;\n``` x</pre>",
			markdown: "- a\n\n````\n<b>\n``` x\n````",
		},
		{
			name: "code in a cell as text",
			html: "<table><tr><td>1<td><pre>&lt;i&gt; |</pre></table>",
			markdown: "| 1 | \\<i> \\| |\n| --- | --- |",
		},
		{
			name: "a link around another as the inner one",
			html: '<a href="/a"><a href="/b">c</a></a>',
			markdown: "[c](/b)",
		},
		{ name: "a link around nothing as nothing", html: 'x<a href="/a b"><br></a>y', markdown: "x\\\ny" },
		{ name: "links that run code as text", html: '<a href="javascript:x()">a</a>', markdown: "a" },
		{
			name: "players as links",
			html: '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ"></iframe>',
			markdown:
				"[https\\:\\//www.youtube.com/watch?v=aqz-KE-bpKQ](https://www.youtube.com/watch?v=aqz-KE-bpKQ)",
		},
		{
			name: "other players as links",
			html: '<iframe title="Phim" src="//player.vimeo.com/video/12"></iframe>',
			markdown: "[Phim](https://player.vimeo.com/video/12)",
		},
		{
			name: "old players as links",
			html: '<object title="Phim"><param name="movie" value="http://www.youtube.com/v/aqz-KE-bpKQ"><embed src="http://www.youtube.com/v/aqz-KE-bpKQ"></object>',
			markdown: "[Phim](https://www.youtube.com/watch?v=aqz-KE-bpKQ)",
		},
		{
			name: "no buttons, but a form's text",
			html: '<iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe><form><label>Họ tên</label><p>Sáng nay bà con xóm Đồi cùng ra đồng nạo vét mương trước vụ cấy.</p></form>',
			markdown: "Họ tên\n\nSáng nay bà con xóm Đồi cùng ra đồng nạo vét mương trước vụ cấy.",
		},
		{
			name: "text beside a picture as paragraphs",
			html: "<table><tr><td><img src='a.jpg'></td><td><p>Một</p><p>Hai</p></td></tr></table>",
			markdown: "![](a.jpg)\n\nMột\n\nHai",
		},
		{
			name: "players that wait for a click as links",
			html: '<iframe title="Hội diễn" data-src="https://www.youtube.com/embed/aqz-KE-bpKQ"></iframe>',
			markdown: "[Hội diễn](https://www.youtube.com/watch?v=aqz-KE-bpKQ)",
		},
		{
			name: "recordings as links",
			html: '<p>a</p><video><source src="/b.mp4"></video><audio src="/c.mp3"></audio><video src="blob:x"></video>',
			markdown: "a\n\n[/b.mp4](/b.mp4)\n\n[/c.mp3](/c.mp3)",
		},
	])("writes $name", ({ html, markdown }) => {
		expect(markdownOfHtml(html)).toBe(markdown);
	});

	test("uses the new addresses of pictures and links", () => {
		const html =
			'<p><a href="/cu.htm">a</a> <a href="/mat.htm">b</a></p><img src=1.gif><img src=2.gif><em>Hai</em>';
		const markdown = markdownOfHtml(html, {
			link: (href) => (href === "/cu.htm" ? "/moi.html" : undefined),
			picture: (src) => (src === "1.gif" ? { path: "x/1.gif", caption: "Một" } : undefined),
		});
		expect(markdown).toBe('[a](/moi.html) b\n\n![Một](x/1.gif "Một")*Hai*');
	});

	test("accepts nesting as deep as browsers do, and rejects deeper nesting", () => {
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
