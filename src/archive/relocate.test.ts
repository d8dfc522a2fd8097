import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Relocation, relocate } from "./relocate.ts";

const places: Record<string, { path: string; anchor?: string }> = {
	"/": { path: "index.html" },
	"/2026/11/20/mot.html": { path: "tin/2026-11.html", anchor: "20-mot" },
	"/anh/a.jpg": { path: "anh/00/a.webp" },
	"/tim-kiem/": { path: "tim-kiem.html" },
};
const relocation: Relocation = {
	path: "tin/2026-11.html",
	placeOf: (address) => places[address],
	siteUrl: "https://tin.example",
	outNote: (url) => `(ngoài: ${url})`,
	pictureNote: (alt) => `[${alt}]`,
};

describe("relocate", () => {
	test.each([
		["the root, from a folder", '<a href="/">a</a>', '<a href="../index.html">a</a>'],
		[
			"an article on the same page",
			'<a href="/2026/11/20/mot.html">a</a>',
			'<a href="2026-11.html#20-mot">a</a>',
		],
		[
			"a heading within it",
			'<a href="/2026/11/20/mot.html#muc-a">a</a>',
			'<a href="2026-11.html#20-mot-muc-a">a</a>',
		],
		[
			"the site's own address in full",
			'<a href="https://tin.example/">a</a>',
			'<a href="../index.html">a</a>',
		],
		["a form with its question", '<form action="/tim-kiem/">', '<form action="../tim-kiem.html">'],
		["a query", '<a href="/tim-kiem/?q=a&amp;b=c">a</a>', '<a href="../tim-kiem.html?q=a&amp;b=c">a</a>'],
		[
			"another site",
			'<a href="https://khac.example/x" rel="noopener external">a</a>',
			'<a href="https://khac.example/x" rel="noopener external">a</a>',
		],
		["mail", '<a href="mailto:a@b.vn">a</a>', '<a href="mailto:a@b.vn">a</a>'],
		[
			"what the archive lacks",
			'<a href="/2019/01/02/x.html?a=1&amp;b=2"><em>a</em></a>, b',
			'<a href="https://tin.example/2019/01/02/x.html?a=1&amp;b=2" rel="external noopener"><em>a</em></a> <span class="outside">(ngoài: https://tin.example/2019/01/02/x.html?a=1&amp;b=2)</span>, b',
		],
		[
			"a link to the page on the network",
			'<a href="https://tin.example/" data-online="">a</a>',
			'<a href="https://tin.example/">a</a>',
		],
		[
			"a picture in one version",
			'<picture><source type="image/webp" srcset="/anh/a-480.webp 480w" sizes="1px"><img src="/anh/a.jpg" alt="A" width="1" height="2" loading="lazy"></picture>',
			'<img src="../anh/00/a.webp" alt="A" width="1" height="2" loading="lazy">',
		],
		[
			"a picture that is not there",
			'<img src="/anh/b.jpg" alt="A &lt; B">',
			'<span class="no-picture">[A &lt; B]</span>',
		],
		[
			"drawings",
			'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M1 2"></path></svg>',
			'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M1 2"></path></svg>',
		],
		["attributes without a value", '<a href="/" download>a</a>', '<a href="../index.html" download>a</a>'],
	])("corrects %s", (_, markup, expected) => {
		expect(relocate(markup, relocation)).toBe(expected);
	});

	test("leaves links alone that lead out of the archive since a first time", () => {
		const once = relocate(
			'<a href="/2019/01/02/x.html">a</a> <a href="https://tin.example/" data-online="" rel="external noopener">b</a>',
			relocation,
		);
		expect(once).toContain('<a href="https://tin.example/" rel="external noopener">b</a>');
		expect(relocate(once, relocation)).toBe(once);
	});

	test("makes the ids of several texts unique, and lowers their headings", () => {
		const markup = '<h2 id="muc-a">A</h2><h5>B</h5><a href="#muc-a">a</a><p aria-labelledby="muc-a"></p>';
		expect(relocate(markup, { ...relocation, idPrefix: "20-mot-", headingShift: 2 })).toBe(
			'<h4 id="20-mot-muc-a">A</h4><h6>B</h6><a href="#20-mot-muc-a">a</a><p aria-labelledby="20-mot-muc-a"></p>',
		);
	});

	test("writes XML on demand", () => {
		expect(
			relocate('a<br>b<img src="/anh/a.jpg" alt=""><a href="/" download>c</a>', { ...relocation, xml: true }),
		).toBe('a<br/>b<img src="../anh/00/a.webp" alt=""/><a href="../index.html" download="download">c</a>');
	});

	test("leaves text unchanged", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
				expect(relocate(`<p>${escaped}</p>`, relocation)).toBe(`<p>${escaped}</p>`);
			}),
		);
	});
});
