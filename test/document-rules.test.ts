/** The rules that other tests rely on reject what the formats forbid. */
import { expect, test } from "vitest";
import { atomGrammar, faultsOf, sitemapGrammar } from "./support/document-rules.ts";
import { parseXml } from "./support/parse-xml.ts";
import { structuredDataFaults } from "./support/structured-data-rules.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const atom = (entry: string, head = "<updated>2026-11-22T08:00:00+07:00</updated>") =>
	`${declaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><id>https://a.vn/</id><title>A</title>${head}` +
	`<link rel="self" href="https://a.vn/atom.xml"/><author><name>A</name></author>${entry}</feed>`;
const entry = (more: string) =>
	`<entry><id>https://a.vn/1</id><title>B</title><updated>2026-11-22T08:00:00+07:00</updated>` +
	`<link rel="alternate" href="https://a.vn/1"/>${more}</entry>`;
const faultsOfAtom = (source: string) => faultsOf(parseXml(source), atomGrammar);

test("a valid feed has no fault", () => {
	const enclosure = '<link rel="enclosure" type="image/jpeg" length="12" href="https://a.vn/a.jpg"/>';
	expect(faultsOfAtom(atom(entry(enclosure)))).toEqual([]);
});

test.each([
	[
		"an enclosure without its length",
		atom(entry('<link rel="enclosure" type="image/jpeg" href="https://a.vn/a.jpg"/>')),
	],
	["a day where a moment belongs", atom("", "<updated>2026-11-22</updated>")],
	["no moment of change", atom("", "")],
	["an entry without a title", atom(entry("").replace("<title>B</title>", ""))],
	["an entry that leads nowhere", atom(entry("").replace(/<link [^>]*>/, ""))],
	["two entries with one id", atom(entry("") + entry(""))],
	["an element of another format", atom(entry("<pubDate>x</pubDate>"))],
	["an address without a host", atom(entry("").replace('href="https://a.vn/1"', 'href="/1"'))],
])("%s is a fault of a feed", (_, source) => {
	expect(faultsOfAtom(source)).not.toEqual([]);
});

test.each([
	["no address", ""],
	["a relative address", "<url><loc>/a</loc></url>"],
	["two addresses of one page", "<url><loc>https://a.vn/a</loc><loc>https://a.vn/b</loc></url>"],
	["a day that is none", "<url><loc>https://a.vn/a</loc><lastmod>22/11/2026</lastmod></url>"],
	["news without a title", "<url><loc>https://a.vn/a</loc><news:news></news:news></url>"],
])("%s is a fault of a sitemap", (_, inside) => {
	const source = `${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${inside}</urlset>`;
	expect(faultsOf(parseXml(source), sitemapGrammar)).not.toEqual([]);
});

test.each([
	["a type that nobody knows", { "@type": "Artikel" }],
	["an article without a headline", { "@type": "NewsArticle", url: "https://a.vn/1" }],
	[
		"a step that leads nowhere",
		{
			"@type": "BreadcrumbList",
			itemListElement: [
				{ "@type": "ListItem", position: 1, name: "A" },
				{ "@type": "ListItem", position: 2, name: "B" },
			],
		},
	],
	[
		"a reference to nothing",
		{ "@type": "WebSite", name: "A", url: "https://a.vn/", inLanguage: "vi", publisher: { "@id": "x" } },
	],
])("%s is a fault of structured data", (_, node) => {
	expect(
		structuredDataFaults(JSON.stringify({ "@context": "https://schema.org", "@graph": [node] })),
	).not.toEqual([]);
});
