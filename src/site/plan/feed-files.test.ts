import { expect, test } from "vitest";
import { siteView } from "../../../test/support/site-view.ts";
import type { Article } from "../../model/article.ts";
import { asUrlPath } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { provinces } from "../../model/provinces.ts";
import { renderSitemap } from "../feeds/sitemap.ts";
import type {
	FeedView,
	NewsSitemapView,
	RedirectsView,
	SitemapIndexView,
	SitemapView,
} from "../feeds/views.ts";
import { indexArchive } from "./archive-index.ts";
import { crawlerFiles, feedFiles } from "./feed-files.ts";
import type { Output } from "./output.ts";

/** The context of a portal with these articles, oldest first. Each has a name for its id and address. */
function contextOf(articles: readonly (Partial<Omit<Article, "id">> & { readonly name: string })[]) {
	const picture = { src: asUrlPath("/anh/1.jpg"), width: 600, height: 400, variants: [] };
	const files = {
		pictures: new Map([["media/1.jpg", picture]]),
		pictureBytes: new Map([[picture.src, 1234]]),
		attachments: new Map(),
		shareCards: new Map(),
	};
	const portal = {
		now: "2026-11-22T08:00:00+07:00",
		articles: articles.map(({ name, ...fields }) => ({
			id: `2026/11/01-${name}`,
			address: `/2026/11/01/${name}.html`,
			title: name,
			date: "2026-11-01T08:00:00+07:00",
			digest: "",
			file: `articles/2026/11/01-${name}.md`,
			author: [],
			tags: [],
			attachments: [],
			bodyImages: [],
			formerAddresses: [],
			...fields,
		})),
		provinces,
		authors: new Map([["an", { name: "An", kind: "person" }]]),
		committees: new Map([["ban", { name: "Ban Dân vận", formerNames: [] }]]),
		tags: new Map([["dan-van", { name: "Dân vận" }]]),
		tagBySpelling: new Map(),
		pages: [],
		comments: new Map(),
		records: { "official-documents": new Map() },
		site: {},
	} as unknown as Portal;
	const { messages, accent } = siteView;
	return { ...files, messages, accent, portal, index: indexArchive(portal, files) };
}

/** The view of the file at an address. */
function viewOf<View>(outputs: Iterable<Output>, address: string): View {
	const found = [...outputs].find((output) => output.address === address);
	if (!found) throw new Error(`nothing is planned at ${address}`);
	return found.view() as View;
}

const hidden = { withdrawn: { date: "2026-11-20T08:00:00+07:00", reason: "Sai" } } as Partial<Article>;
const dated = (date: string) => ({ date }) as Partial<Article>;

test("feeds have the newest twenty articles that readers can see", () => {
	const names = Array.from({ length: 24 }, (_, at) => `a-${at}`);
	const articles = names.map((name, at) => ({ name, ...(at === 22 ? hidden : {}) }));
	const outputs = [...feedFiles(contextOf(articles), [])];
	const newest = names
		.filter((_, at) => at !== 22)
		.reverse()
		.slice(0, 20);
	for (const address of ["/atom.xml", "/feed.json"])
		expect(viewOf<FeedView>(outputs, address).entries.map(({ title }) => title)).toEqual(newest);
});

test("a feed's inputs change with an article that it shows, and with no older one", () => {
	const inputs = (changed?: string) => {
		const articles = Array.from({ length: 21 }, (_, at) => ({
			name: `a-${at}`,
			digest: changed === `a-${at}` ? "new" : "",
		}));
		const [atom] = feedFiles(contextOf(articles), []);
		return atom?.inputs?.();
	};
	expect(inputs("a-0")).toBe(inputs());
	expect(inputs("a-1")).not.toBe(inputs());
	expect(inputs("a-20")).not.toBe(inputs());
});

const whole = {
	author: ["an", "nobody"],
	committee: "ban",
	province: "ca-mau",
	tags: ["Dân vận"],
	summary: "Sapo",
	undated: true,
	updated: "2026-11-09T10:00:00+07:00",
	image: { src: "/media/1.jpg", alt: "Ảnh" },
} as never;

test("an entry of a feed names who wrote, what it is about, its picture and its last change", () => {
	const outputs = [...feedFiles(contextOf([{ name: "bare" }, { name: "whole", ...(whole as object) }]), [])];
	expect(viewOf<FeedView>(outputs, "/atom.xml").entries).toEqual([
		{
			address: "/2026/11/01/whole.html",
			title: "whole",
			date: "2026-11-01T08:00:00+07:00",
			undated: true,
			updated: "2026-11-09T10:00:00+07:00",
			summary: "Sapo",
			authors: [{ label: "An", address: "/tac-gia/an/" }],
			categories: ["Ban Dân vận", "Cà Mau", "Dân vận"],
			picture: { src: "/anh/1.jpg", size: 1234 },
		},
		{
			address: "/2026/11/01/bare.html",
			title: "bare",
			date: "2026-11-01T08:00:00+07:00",
			authors: [],
			categories: [],
		},
	]);
	const sitemap = crawlerFiles(contextOf([{ name: "whole", ...(whole as object) }]), []);
	expect(viewOf<SitemapView>(sitemap, "/sitemap-2026-11.xml").entries[0]?.images).toEqual(["/anh/1.jpg"]);
});

test("the inputs of redirects change with an article that has moved, and with no other", () => {
	const inputs = (digests: { readonly moved?: string; readonly other?: string }) => {
		const articles = [
			{ name: "moved", formerAddresses: ["/cu/1.html"], digest: digests.moved ?? "" },
			{ name: "other", digest: digests.other ?? "" },
		];
		const found = [...crawlerFiles(contextOf(articles), [])].filter(({ address }) =>
			address.startsWith("/_redirects"),
		);
		return found.map((output) => output.inputs?.());
	};
	expect(inputs({})).toHaveLength(2);
	expect(inputs({ other: "new" })).toEqual(inputs({}));
	for (const [at, changed] of inputs({ moved: "new" }).entries()) expect(changed).not.toBe(inputs({})[at]);
});

test("a month's sitemap has what readers can see, each with its last change", () => {
	const outputs = [
		...crawlerFiles(
			contextOf([
				{ name: "first" },
				{ name: "updated", updated: "2026-11-09T10:00:00+07:00" } as never,
				{ name: "undated", undated: true },
				{ name: "withdrawn", ...hidden, updated: "2026-11-21T10:00:00+07:00" } as never,
			]),
			[asUrlPath("/tin-moi/")],
		),
	];
	expect(viewOf<SitemapView>(outputs, "/sitemap-2026-11.xml").entries).toEqual([
		{ address: "/2026/11/01/first.html", modified: "2026-11-01T08:00:00+07:00" },
		{ address: "/2026/11/01/updated.html", modified: "2026-11-09T10:00:00+07:00" },
		{ address: "/2026/11/01/undated.html" },
	]);
	expect(viewOf<SitemapView>(outputs, "/sitemap-trang.xml").entries).toEqual([{ address: "/tin-moi/" }]);
	expect(viewOf<SitemapIndexView>(outputs, "/sitemap.xml").sitemaps).toEqual([
		{ address: "/sitemap-2026-11.xml", modified: "2026-11-09T10:00:00+07:00" },
		{ address: "/sitemap-trang.xml" },
	]);
});

test("a month's sitemap depends on articles up to the next month's first", () => {
	const articles = [
		{ name: "may", ...dated("2026-05-01T08:00:00+07:00") },
		{ name: "june-1", ...dated("2026-06-01T08:00:00+07:00") },
		{ name: "june-2", ...dated("2026-06-02T08:00:00+07:00") },
	];
	const reaches = [...crawlerFiles(contextOf(articles), [])]
		.filter(({ address }) => /^\/sitemap-2026/.test(address))
		.map(({ address, through }) => [address, through]);
	expect(reaches).toEqual([
		["/sitemap-2026-05.xml", 1],
		["/sitemap-2026-06.xml", undefined],
	]);
});

test("the news sitemap has dated articles of two days that readers can see, newest first", () => {
	const outputs = crawlerFiles(
		contextOf([
			{ name: "old", ...dated("2026-11-20T07:59:59+07:00") },
			{ name: "two-days", ...dated("2026-11-20T08:00:00+07:00") },
			{ name: "withdrawn", ...dated("2026-11-21T08:00:00+07:00"), ...hidden },
			{ name: "undated", ...dated("2026-11-21T08:00:00+07:00"), undated: true },
			{ name: "new", ...dated("2026-11-22T08:00:00+07:00") },
		]),
		[],
	);
	const { entries } = viewOf<NewsSitemapView>(outputs, "/sitemap-tin-moi.xml");
	expect(entries.map(({ title }) => title)).toEqual(["new", "two-days"]);
});

test("every former address leads to its article, for all hosts", () => {
	const outputs = [
		...crawlerFiles(
			contextOf([
				{ name: "a", formerAddresses: ["/cu/1.html", "/cu/2.html"] },
				{ name: "b" },
				{ name: "c", formerAddresses: ["/cu/3.html"], ...hidden },
			]),
			[],
		),
	];
	for (const address of ["/_redirects", "/_redirects.nginx"])
		expect(viewOf<RedirectsView>(outputs, address).redirects).toEqual([
			{ from: "/cu/1.html", to: "/2026/11/01/a.html" },
			{ from: "/cu/2.html", to: "/2026/11/01/a.html" },
			{ from: "/cu/3.html", to: "/2026/11/01/c.html" },
		]);
});

test("a sitemap with too many pages is split, and the index lists every part", () => {
	const context = contextOf(Array.from({ length: 50_001 }, (_, at) => ({ name: `a-${at}` })));
	const pages = Array.from({ length: 100_001 }, (_, at) => asUrlPath(`/tu-khoa/${at}/`));
	const outputs = [...crawlerFiles(context, pages)];
	const sitemaps = outputs.filter(({ template }) => template === "sitemap");
	const addresses = [
		"/sitemap-2026-11.xml",
		"/sitemap-2026-11-2.xml",
		"/sitemap-trang.xml",
		"/sitemap-trang-2.xml",
		"/sitemap-trang-3.xml",
	];
	expect(sitemaps.map(({ address }) => address)).toEqual(addresses);
	const views = sitemaps.map((sitemap) => sitemap.view() as SitemapView);
	expect(views.map(({ entries }) => entries.length)).toEqual([50_000, 1, 50_000, 50_000, 1]);
	for (const view of views) expect(renderSitemap(view, siteView)).toContain("</urlset>");
	const index = outputs.find(({ template }) => template === "sitemap-index")?.view() as SitemapIndexView;
	expect(index.sitemaps.map(({ address }) => address)).toEqual(addresses);
});
