import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "./render-markdown.ts";

const picture = {
	src: "/anh/a.jpg",
	width: 1200,
	height: 800,
	variants: [
		{ src: "/anh/a-480.webp", width: 480 },
		{ src: "/anh/a-1200.webp", width: 1200 },
	],
};
const rendered =
	'<picture><source type="image/webp" srcset="/anh/a-480.webp 480w, /anh/a-1200.webp 1200w"' +
	' sizes="(min-width: 48rem) 45rem, 100vw"><img src="/anh/a.jpg" alt="Ảnh" width="1200" height="800"' +
	' loading="lazy" decoding="async"></picture>';
const drawing = { src: "/anh/b.svg", width: 10, height: 20, variants: [] };

test("headings of a text within a page begin below the one that it stands under, without names", () => {
	expect(renderMarkdown("# Một\n\n## Hai", { below: 3 })).toBe("<h4>Một</h4>\n<h5>Hai</h5>\n");
});

describe("renderMarkdown", () => {
	test.for([
		{
			name: "six levels of headings stay headings, the last two as one",
			body: ["a", "b", "c", "d", "e", "f"].map((name, at) => `${"#".repeat(at + 1)} ${name}`).join("\n"),
			html: ["a", "b", "c", "d", "e", "f"]
				.map((name, at) => [Math.min(at + 2, 6), name] as const)
				.map(([level, name]) => `<h${level} id="muc-${name}">${name}</h${level}>\n`)
				.join(""),
		},
		{
			name: "a paragraph indented by four stays one",
			body: "Một.\n\n    Hai.",
			html: "<p>Một.</p>\n<p>Hai.</p>\n",
		},
		{
			name: "a picture alone becomes a figure with caption and credit",
			body: '![Ảnh](x/a.jpg "Quang cảnh | hội nghị | Văn An")',
			html: `<figure>${rendered}<figcaption>Quang cảnh | hội nghị <span class="credit">Ảnh: Văn An</span></figcaption></figure>\n`,
		},
		{
			name: "a caption without credit",
			body: '![Ảnh](x/a.jpg "Quang cảnh")',
			html: `<figure>${rendered}<figcaption>Quang cảnh</figcaption></figure>\n`,
		},
		{
			name: "a credit without caption",
			body: '![Ảnh](x/a.jpg "| Văn An")',
			html: `<figure>${rendered}<figcaption><span class="credit">Ảnh: Văn An</span></figcaption></figure>\n`,
		},
		{
			name: "a picture without variants",
			body: "![Hình vẽ](<ảnh b.svg>)",
			html: '<figure><picture><img src="/anh/b.svg" alt="Hình vẽ" width="10" height="20" loading="lazy" decoding="async"></picture></figure>\n',
		},
		{
			name: "a picture that was not prepared",
			body: "![C](c.jpg)",
			html: '<figure><img src="c.jpg" alt="C" loading="lazy" decoding="async"></figure>\n',
		},
		{
			name: "a picture amid text stays in its line",
			body: "Xem ![Ảnh](x/a.jpg) này",
			html: `<p>Xem ${rendered} này</p>\n`,
		},
		{
			name: "alternative text and captions are escaped",
			body: '![a "b" <c>](c.jpg "<i>x</i>")',
			html: '<figure><img src="c.jpg" alt="a &quot;b&quot; &lt;c&gt;" loading="lazy" decoding="async"><figcaption>&lt;i&gt;x&lt;/i&gt;</figcaption></figure>\n',
		},
		{
			name: "HTML is text",
			body: "<script>alert(1)</script>",
			html: "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n",
		},
		{
			name: "links that lead away are marked, own ones are not",
			body: "[a](https://a.vn) [b](/x.html) [c](mailto:a@b.vn)",
			html: '<p><a href="https://a.vn" rel="noopener external">a</a> <a href="/x.html">b</a> <a href="mailto:a@b.vn">c</a></p>\n',
		},
		{
			name: "addresses with a scheme become links, names of sites do not",
			body: "https://a.vn và b.vn",
			html: '<p><a href="https://a.vn" rel="noopener external">https://a.vn</a> và b.vn</p>\n',
		},
		...["javascript:alert(1)", "JaVaScRiPt:x", "vbscript:x", "data:text/html,x", "//a.vn", "file:///etc"].map(
			(address) => ({
				name: `no link to ${address}`,
				body: `[a](${address})`,
				html: `<p>[a](${address})</p>\n`,
			}),
		),
		{
			name: "headings begin at the second level and skip none",
			body: "# Một\n\n### Hai\n\n# Một",
			html: '<h2 id="muc-mot">Một</h2>\n<h3 id="muc-hai">Hai</h3>\n<h2 id="muc-mot-2">Một</h2>\n',
		},
		{
			name: "headings that begin deep come up",
			body: "#### Đặt vấn đề\n\n##### ?",
			html: '<h2 id="muc-dat-van-de">Đặt vấn đề</h2>\n<h3 id="muc-khong-ten">?</h3>\n',
		},
		{
			name: "tables can be scrolled",
			body: "| a | b |\n|---|--:|\n| 1 | 2 |",
			html: [
				'<div class="table-scroll" tabindex="0" role="group" aria-label="Bảng số liệu, có thể cuộn ngang">',
				'<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col" class="align-right">b</th>\n</tr>\n</thead>',
				'<tbody>\n<tr>\n<td>1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody>\n</table>\n</div>\n',
			].join("\n"),
		},
		{
			name: "footnotes stand at the end, numbered as the text refers to them",
			body: "Một[^b] hai[^a] ba[^b] bốn[^x].\n\n[^a]: *Nghị quyết*\nsố 1.\n[^b]: Xem <b>.\n[^c]: Thừa.\n\nNăm.",
			html: [
				'<p>Một<sup><a href="#chu-thich-1" id="xem-chu-thich-1" aria-label="Chú thích 1">1</a></sup>',
				' hai<sup><a href="#chu-thich-2" id="xem-chu-thich-2" aria-label="Chú thích 2">2</a></sup>',
				' ba<sup><a href="#chu-thich-1" id="xem-chu-thich-1-2" aria-label="Chú thích 1">1</a></sup> bốn[^x].</p>\n',
				'<p>Năm.</p>\n<section class="footnotes" aria-label="Chú thích">\n<ol>\n',
				'<li id="chu-thich-1">Xem &lt;b&gt;. <a href="#xem-chu-thich-1" aria-label="Về chỗ có chú thích 1">↩</a></li>\n',
				'<li id="chu-thich-2"><em>Nghị quyết</em>\nsố 1. <a href="#xem-chu-thich-2" aria-label="Về chỗ có chú thích 2">↩</a></li>\n',
				"</ol>\n</section>\n",
			].join(""),
		},
		{
			name: "a footnote that refers to itself comes once",
			body: "Một[^1]\n\n[^1]: Hai[^1]",
			html: '<p>Một<sup><a href="#chu-thich-1" id="xem-chu-thich-1" aria-label="Chú thích 1">1</a></sup></p>\n<section class="footnotes" aria-label="Chú thích">\n<ol>\n<li id="chu-thich-1">Hai<sup><a href="#chu-thich-1" id="xem-chu-thich-1-2" aria-label="Chú thích 1">1</a></sup> <a href="#xem-chu-thich-1" aria-label="Về chỗ có chú thích 1">↩</a></li>\n</ol>\n</section>\n',
		},
		...[
			"https://www.youtube.com/watch?v=abcDEF_-123",
			"https://www.youtube.com/watch?t=5&v=abcDEF_-123",
			"https://youtu.be/abcDEF_-123?t=5",
		].map((address) => ({
			name: `a video alone can become a player: ${address}`,
			body: address,
			html: `<p class="video"><a href="${address.replace("&", "&amp;")}" data-player="https://www.youtube-nocookie.com/embed/abcDEF_-123?autoplay=1" rel="noopener external">Xem video</a></p>\n`,
		})),
		{
			name: "a video keeps the text of its link",
			body: "[Phóng sự](https://youtu.be/abcDEF_-123)",
			html: '<p class="video"><a href="https://youtu.be/abcDEF_-123" data-player="https://www.youtube-nocookie.com/embed/abcDEF_-123?autoplay=1" rel="noopener external">Phóng sự</a></p>\n',
		},
		{
			name: "a video amid text is a link",
			body: "Xem [a](https://youtu.be/abcDEF_-123)",
			html: '<p>Xem <a href="https://youtu.be/abcDEF_-123" rel="noopener external">a</a></p>\n',
		},
		{ name: "quotations", body: "> Lời", html: "<blockquote>\n<p>Lời</p>\n</blockquote>\n" },
	])("$name", ({ body, html }) => {
		const pictures = { "x/a.jpg": picture, "ảnh b.svg": drawing };
		expect(renderMarkdown(body, { pictures })).toBe(html);
	});

	test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
		"a picture named %s, like a property of every object, is not taken for a prepared one",
		(name) => {
			const html = renderMarkdown(`![Ảnh](${name})`, { pictures: {} });
			expect(html).toContain(`<img src="${name}" alt="Ảnh" loading="lazy" decoding="async">`);
		},
	);

	test("several pictures in one paragraph become a gallery", () => {
		const html = renderMarkdown('![A](a.jpg "Một")\n![B](b.jpg)  \n![C](c.jpg)');
		expect(html).toMatch(/^<div class="gallery">\n(?:<figure>.*<\/figure>\n){3}<\/div>\n$/);
		expect(html).not.toContain("<p>");
	});

	test("no text can add tags, handlers or scripts", () => {
		const piece = fc.oneof(
			fc.string({ unit: "grapheme" }),
			fc.constantFrom(
				"![",
				"](",
				")",
				"[",
				"<",
				">",
				'"',
				"'",
				"`",
				"\n",
				"\n\n",
				"|",
				"<img src=x onerror=y>",
			),
			fc.constantFrom(
				"javascript:",
				"&quot;",
				"&#34;",
				"&lt;",
				"\\",
				"# ",
				"- ",
				"> ",
				"<a href=x>",
				"https://a",
			),
		);
		const allowed =
			/^<\/?(?:p|a|em|strong|code|pre|h[2-6]|ul|ol|li|blockquote|hr|br|figure|figcaption|div|img|table|thead|tbody|tr|th|td|s|span|sup|section)(?: (?:href|rel|src|alt|title|id|class|loading|decoding|start|scope|tabindex|role|aria-label|data-player)="[^"<>]*")*>$/;
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const html = renderMarkdown(pieces.join(""));
				for (const [tag] of html.matchAll(/<[^>]*>?/g)) expect(tag).toMatch(allowed);
				expect(html).not.toMatch(/(?:href|src)="\s*(?:javascript|data|vbscript):/i);
			}),
		);
	});
});
