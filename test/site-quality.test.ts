/** What must hold for every page of the sample portal: links, markup, weight, feeds, and the documents of the API. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, test } from "vitest";
import { buildTemporarySite } from "./support/build-site.ts";
import { atomGrammar, faultsOf, sitemapGrammar } from "./support/document-rules.ts";
import { attributeOf, HtmlPage } from "./support/html-page.ts";
import { elementsNamed, parseXml } from "./support/parse-xml.ts";
import { sampleNow } from "./support/sample.ts";
import { readTree } from "./support/site-tree.ts";
import { structuredDataFaults } from "./support/structured-data-rules.ts";

const siteUrl = "https://tintinh.example";

/** The editor's page is built from Decap's code, which is not checked here. */
const isEditor = (file: string) => file.startsWith("/admin/");

let site = "";
let files: readonly string[] = [];
const pages = new Map<string, HtmlPage>();
/** The ids on each page. */
const ids = new Map<string, readonly string[]>();

function text(file: string): string {
	return readFileSync(join(site, file), "utf8");
}

function filesLike(pattern: RegExp): string[] {
	return files.filter((file) => pattern.test(file));
}

beforeAll(async () => {
	const built = await buildTemporarySite({ contentDirectory: "content", now: sampleNow, search: false });
	site = built.site;
	files = [...readTree(site).keys()];
	for (const file of files) {
		if (!file.endsWith(".html") || isEditor(file)) continue;
		const page = await HtmlPage.read(join(site, file));
		pages.set(file, page);
		ids.set(file, page.attributes("[id]", "id"));
	}
	return built.remove;
});

/** The file that an address of the site leads to; undefined if there is none. */
function fileAt(address: string): string | undefined {
	const path = decodeURIComponent(address.replace(/[?#].*$/, ""));
	const file = path.endsWith("/") ? `${path}index.html` : path;
	return existsSync(join(site, file)) && statSync(join(site, file)).isFile() ? file : undefined;
}

/** The path of an address of the site itself; undefined for addresses of other hosts. */
function ownAddress(address: string): string | undefined {
	if (address === siteUrl || address.startsWith(`${siteUrl}/`)) return address.slice(siteUrl.length) || "/";
	return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) ? undefined : address;
}

/** What is wrong with an address in a file; undefined if nothing is. */
function fault(file: string, address: string): string | undefined {
	const own = ownAddress(address);
	if (own === undefined) return undefined;
	if (!own.startsWith("/") && !own.startsWith("#")) return `${file}: ${address} is relative`;
	const target = own.startsWith("#") ? file : fileAt(own);
	if (target === undefined) return `${file}: ${address} leads nowhere`;
	const fragment = own.split("#")[1];
	if (!fragment || !pages.has(target)) return undefined;
	return ids.get(target)?.includes(decodeURIComponent(fragment))
		? undefined
		: `${file}: nothing has the id of ${address}`;
}

function addressesOf(page: HtmlPage): string[] {
	const sets = ["img", "source"].flatMap((name) => page.attributes(`${name}[srcset]`, "srcset"));
	return [
		...page.attributes("[href]", "href"),
		...page.attributes("[src]", "src"),
		...page.attributes("form", "action"),
		...page.attributes('meta[property="og:image"]', "content"),
		...page.attributes('meta[property="og:url"]', "content"),
		...sets.flatMap((set) => set.split(",").map((candidate) => candidate.trim().split(/\s+/)[0] ?? "")),
	];
}

describe("every page", () => {
	test("has only links that lead somewhere", () => {
		expect(pages.size).toBeGreaterThan(250);
		const faults = new Set<string>();
		for (const [file, page] of pages) {
			for (const address of addressesOf(page)) {
				const wrong = fault(file, address);
				if (wrong) faults.add(wrong);
			}
		}
		expect([...faults]).toEqual([]);
	});

	test("has exactly one h1, a language, a title, and no id twice", () => {
		const wrong: string[] = [];
		for (const [file, page] of pages) {
			if (page.elements("h1").length !== 1) wrong.push(`${file}: ${page.elements("h1").length} h1`);
			const english = page.attributes('link[hreflang="en"]', "href").join();
			const isEnglish =
				file.startsWith("/en/") ||
				(english !== "" && english === page.attributes('link[rel="canonical"]', "href").join());
			if (page.attributes("html", "lang").join() !== (isEnglish ? "en" : "vi")) wrong.push(`${file}: lang`);
			if (!page.texts("head title")[0]) wrong.push(`${file}: title`);
			const named = ids.get(file) ?? [];
			if (new Set(named).size < named.length) wrong.push(`${file}: the same id twice in ${named}`);
		}
		expect(wrong).toEqual([]);
	});

	test("has a description, unless it asks not to be indexed", () => {
		const wrong = [...pages].filter(([, page]) => {
			const isHidden = page
				.attributes('meta[name="robots"]', "content")
				.some((value) => value.includes("noindex"));
			const [description] = page.attributes('meta[name="description"]', "content");
			return !isHidden && !description;
		});
		expect(wrong.map(([file]) => file)).toEqual([]);
	});

	test("states the size and the text alternative of its pictures", () => {
		const wrong: string[] = [];
		for (const [file, page] of pages) {
			for (const image of page.elements("img")) {
				const [width, height] = ["width", "height"].map((name) => Number(attributeOf(image, name)));
				const isSized =
					Number.isInteger(width) && Number.isInteger(height) && Number(width) * Number(height) > 0;
				if (!isSized) wrong.push(`${file}: ${attributeOf(image, "src")} has no size`);
				if (image.getAttribute("alt") === null)
					wrong.push(`${file}: ${attributeOf(image, "src")} has no alt`);
			}
		}
		expect(wrong).toEqual([]);
	});

	test("has no script, style or handler that its content security policy would block", () => {
		const wrong: string[] = [];
		for (const [file, page] of pages) {
			for (const script of page.elements("script")) {
				const isData = attributeOf(script, "type") === "application/ld+json";
				if (!isData && !attributeOf(script, "src")) wrong.push(`${file}: inline script`);
			}
			if (page.elements("style").length > 0) wrong.push(`${file}: style element`);
			if (page.elements("[style]").length > 0) wrong.push(`${file}: style attribute`);
			if (/<[^>]*\son[a-z]+\s*=/i.test(text(file))) wrong.push(`${file}: handler attribute`);
		}
		expect(wrong).toEqual([]);
	});

	test("has the structured data that search engines require", () => {
		const wrong: string[] = [];
		const types = new Map<string, number>();
		for (const file of pages.keys()) {
			for (const [, data = ""] of text(file).matchAll(
				/<script type="application\/ld\+json">(.*?)<\/script>/gs,
			)) {
				wrong.push(...structuredDataFaults(data).map((found) => `${file}: ${found}`));
				for (const { "@type": type } of JSON.parse(data)["@graph"])
					types.set(type, (types.get(type) ?? 0) + 1);
			}
		}
		expect(wrong).toEqual([]);
		expect(types.get("NewsArticle")).toBeGreaterThan(50);
		expect(types.get("BreadcrumbList")).toBeGreaterThan(50);
		for (const type of [
			"WebSite",
			"Legislation",
			"DigitalDocument",
			"GovernmentOrganization",
			"CollectionPage",
			"FAQPage",
		])
			expect(types.get(type), type).toBeGreaterThan(0);
	});

	test("loads nothing from other hosts", () => {
		const wrong: string[] = [];
		for (const [file, page] of pages) {
			const loaded = ["script", "img", "source", "iframe", "video", "audio"].flatMap((name) =>
				page.attributes(name, "src"),
			);
			loaded.push(
				...page.attributes('link[rel="stylesheet"]', "href"),
				...page.attributes('link[rel="preload"]', "href"),
			);
			wrong.push(
				...loaded.filter((address) => !address.startsWith("/")).map((address) => `${file}: ${address}`),
			);
		}
		expect(wrong).toEqual([]);
	});
});

describe("the weight", () => {
	const weight = (file: string) => gzipSync(text(file)).length;

	test("of an article with the style sheet is below 30 kB, of the front page below 60 kB", () => {
		const style = weight("/assets/site.css");
		const articles = filesLike(/^\/\d{4}\/\d{2}\/\d{2}\/(?!index)[^/]+\.html$/);
		expect(articles.length).toBeGreaterThan(50);
		expect(articles.filter((file) => weight(file) + style >= 30_000)).toEqual([]);
		expect(weight("/index.html") + style).toBeLessThan(60_000);
	});

	test("of the script that counts and shows numbers is below 700 bytes", () => {
		expect(weight("/assets/voice.js")).toBeLessThan(700);
	});
});

describe("feeds and sitemaps", () => {
	test("are well-formed, and all their links lead somewhere", () => {
		const wrong = new Set<string>();
		const documents = filesLike(/\.xml$/);
		expect(documents.length).toBeGreaterThan(30);
		for (const file of documents) {
			const root = parseXml(text(file));
			const addresses = [
				...["loc", "image:loc", "id", "uri", "icon", "logo"].flatMap((name) =>
					elementsNamed(root, name).map((element) => element.text),
				),
				...elementsNamed(root, "link").map((element) => element.attributes.href ?? ""),
			];
			expect(addresses.length, file).toBeGreaterThan(0);
			for (const address of addresses) {
				if (!address.startsWith(siteUrl) && !/^(?:https?|tag|urn):/.test(address))
					wrong.add(`${file}: ${address}`);
				const found = fault(file, address);
				if (found) wrong.add(found);
			}
		}
		expect([...wrong]).toEqual([]);
	});

	test("are valid against the schemas of their formats", () => {
		const feeds = filesLike(/\/atom\.xml$/);
		const sitemaps = filesLike(/^\/sitemap[^/]*\.xml$/);
		expect([feeds.length > 10, sitemaps.length > 10]).toEqual([true, true]);
		const faults = [
			...feeds.map((file) => [file, faultsOf(parseXml(text(file)), atomGrammar)] as const),
			...sitemaps.map((file) => [file, faultsOf(parseXml(text(file)), sitemapGrammar)] as const),
		];
		expect(faults.filter(([, found]) => found.length > 0)).toEqual([]);
	});

	test("state the size in bytes of each enclosed picture", () => {
		const enclosures = filesLike(/\/atom\.xml$/).flatMap((file) =>
			elementsNamed(parseXml(text(file)), "link").filter(({ attributes }) => attributes.rel === "enclosure"),
		);
		expect(enclosures.length).toBeGreaterThan(50);
		for (const { attributes } of enclosures) {
			const file = join(site, ownAddress(attributes.href ?? "") ?? "");
			expect(Number(attributes.length), attributes.href).toBe(statSync(file).size);
		}
	});

	test("list every article exactly once in the sitemaps of months", () => {
		const articles = [...pages]
			.filter(
				([file, page]) =>
					/^\/\d{4}\/\d{2}\/\d{2}\/(?!index)/.test(file) && page.elements(".article-page").length > 0,
			)
			.map(([file]) => siteUrl + file);
		const named = filesLike(/^\/sitemap-\d{4}-\d{2}\.xml$/).flatMap((file) =>
			elementsNamed(parseXml(text(file)), "loc").map((element) => element.text),
		);
		expect(named.sort()).toEqual(articles.sort());
	});

	test("list every other page that may be indexed, and none that may not", () => {
		const indexed = [...pages]
			.filter(
				([file, page]) =>
					page.attributes('meta[name="robots"]', "content").length === 0 &&
					page.elements(".article-page").length === 0 &&
					!/^\/(?:admin|api)\//.test(file),
			)
			.map(([file]) => siteUrl + file.replace(/\/index\.html$/, "/"));
		const named = elementsNamed(parseXml(text("/sitemap-trang.xml")), "loc").map((element) => element.text);
		expect(named.sort()).toEqual(indexed.sort());
	});

	test("in JSON have the fields that the format requires", () => {
		const documents = filesLike(/\/feed\.json$/);
		expect(documents.length).toBeGreaterThan(10);
		for (const file of documents) {
			const feed = JSON.parse(text(file));
			expect(feed, file).toMatchObject({
				version: "https://jsonfeed.org/version/1.1",
				title: expect.any(String),
			});
			const addresses: string[] = [
				feed.home_page_url,
				feed.feed_url,
				...feed.items.map((item: { url: string }) => item.url),
			];
			expect(
				addresses.flatMap((address) => fault(file, address) ?? []),
				file,
			).toEqual([]);
		}
	});
});

describe("the API", () => {
	test("is valid against its schema", () => {
		const schema = JSON.parse(text("/api/schema.json"));
		const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
		const validate = ajv.compile(schema);
		const documents = filesLike(/^\/api\/(?!schema).*\.json$/);
		expect(documents.length).toBeGreaterThan(50);
		const wrong = documents.flatMap((file) =>
			validate(JSON.parse(text(file))) ? [] : [`${file}: ${ajv.errorsText(validate.errors).slice(0, 300)}`],
		);
		expect(wrong).toEqual([]);
		expect(validate({ month: "2026-11", articles: [{ address: 1 }] })).toBe(false);
	});

	test("has only links that lead somewhere", () => {
		const wrong: string[] = [];
		for (const file of filesLike(/^\/api\/(?!schema).*\.json$/)) {
			for (const [, address = ""] of text(file).matchAll(/"(?:address|src)":\s*"([^"]*)"/g)) {
				if (!address.startsWith("/")) continue;
				const found = fault(file, address);
				if (found) wrong.push(found);
			}
		}
		expect(wrong).toEqual([]);
	});

	test("contains every article whole, once by day and once by month", () => {
		const ids = (pattern: RegExp) =>
			filesLike(pattern)
				.flatMap((file) => JSON.parse(text(file)).articles.map((article: { id: string }) => article.id))
				.sort();
		const byMonth = ids(/^\/api\/\d{4}\/\d{2}\.json$/);
		expect(byMonth).toEqual(ids(/^\/api\/\d{4}\/\d{2}\/\d{2}\.json$/));
		expect(new Set(byMonth).size).toBe(byMonth.length);
		expect(byMonth.length).toBeGreaterThan(50);
	});
});

describe("the markup", () => {
	const validator = new HtmlValidate({
		extends: ["html-validate:recommended"],
		rules: {
			// A merged province is searched by several names, with a hidden field for each.
			"form-dup-name": "off",
			// The renderer's spellings, which HTML allows: `<br/>`, `<input disabled="">`, "<!doctype html>".
			"void-style": "off",
			"attribute-empty-style": "off",
			"attribute-boolean-style": "off",
			"doctype-style": "off",
			"no-trailing-whitespace": "off",
			// Titles are the editors' choice; search engines truncate them.
			"long-title": "off",
		},
	});

	/** Samples of each kind of page, and every page that is the only one of its kind. */
	const kinds: readonly { readonly name: string; readonly pattern: RegExp; readonly atMost: number }[] = [
		{ name: "articles", pattern: /^\/\d{4}\/\d{2}\/\d{2}\/(?!index)/, atMost: 100 },
		{ name: "days", pattern: /^\/\d{4}\/\d{2}\/\d{2}\/index\.html$/, atMost: 5 },
		{ name: "months", pattern: /^\/\d{4}\/\d{2}\/index\.html$/, atMost: 5 },
		{ name: "years", pattern: /^\/\d{4}\/index\.html$/, atMost: 5 },
		{ name: "lists", pattern: /^\/(?:tu-khoa|tac-gia)\/[^/]+\/index\.html$/, atMost: 5 },
		{ name: "provinces", pattern: /^\/tinh\/[^/]+\/index\.html$/, atMost: 20 },
		{ name: "committees", pattern: /^\/ban\/[^/]+\/index\.html$/, atMost: 20 },
		{ name: "numbered pages", pattern: /\/\d+\.html$/, atMost: 5 },
		{ name: "pages at the root", pattern: /^\/[^/]+\.html$/, atMost: 20 },
		{
			name: "the archive, the search, the latest",
			pattern: /^\/(?:luu-tru|tim-kiem|tin-moi|api)\/index\.html$/,
			atMost: 5,
		},
	];

	test.each(kinds)("of $name is valid", async ({ pattern, atMost }) => {
		const chosen = [...pages.keys()].filter((file) => pattern.test(file)).slice(0, atMost);
		expect(chosen.length).toBeGreaterThan(0);
		const wrong = new Set<string>();
		for (const file of chosen) {
			const { results } = await validator.validateString(text(file), file);
			for (const { messages } of results) {
				for (const { ruleId, message, selector } of messages)
					wrong.add(`${file}: ${ruleId}: ${message} (${selector})`);
			}
		}
		expect([...wrong]).toEqual([]);
	});
});
