import { expect, test } from "vitest";
import { siteView } from "../../../test/support/site-view.ts";
import { asUrlPath } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { provinces } from "../../model/provinces.ts";
import { renderSitemap } from "../feeds/sitemap.ts";
import type { SitemapIndexView, SitemapView } from "../feeds/views.ts";
import { indexArchive } from "./archive-index.ts";
import { crawlerFiles } from "./feed-files.ts";

test("a sitemap with too many pages is split, and the index lists every part", () => {
	const files = { pictures: new Map(), attachments: new Map(), shareCards: new Map() };
	const articles = Array.from({ length: 50_001 }, (_, at) => ({
		id: `2026/11/01-a-${at}`,
		address: `/2026/11/01/a-${at}.html`,
		date: "2026-11-01T08:00:00+07:00",
		digest: "",
		file: `articles/2026/11/01-a-${at}.md`,
		author: [],
		tags: [],
		attachments: [],
		bodyImages: [],
		formerAddresses: [],
	}));
	const portal = {
		now: "2026-11-22T08:00:00+07:00",
		articles,
		provinces,
		tags: new Map(),
		tagBySpelling: new Map(),
		pages: [],
		comments: new Map(),
	} as unknown as Portal;
	const context = {
		...files,
		messages: siteView.messages,
		accent: siteView.accent,
		editorOrigins: [],
		portal,
		index: indexArchive(portal, files),
	};
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
