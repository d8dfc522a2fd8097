import { describe, expect, test } from "vitest";
import { childTexts, elementsNamed, parseXml } from "../../../test/support/parse-xml.ts";
import { siteView } from "../../../test/support/site-view.ts";
import { monthSitemapAddress, pagesSitemapAddress } from "../../model/addresses.ts";
import { asIsoDateTime, asUrlPath } from "../../model/ids.ts";
import { renderSitemap } from "./sitemap.ts";
import { renderSitemapIndex } from "./sitemap-index.ts";
import { sitemapLength } from "./views.ts";

describe("renderSitemap", () => {
	test("lists pages with the day of their last change and their pictures", () => {
		const parsed = parseXml(
			renderSitemap(
				{
					entries: [
						{
							address: asUrlPath("/2026/11/22/mua-gat.html"),
							modified: asIsoDateTime("2026-11-22T08:30:00+07:00"),
							images: [asUrlPath("/anh/a.jpg"), asUrlPath("/anh/ruộng & nương.jpg")],
						},
						{ address: asUrlPath("/lien-he.html") },
					],
				},
				siteView,
			),
		);
		expect(elementsNamed(parsed, "url").map((url) => childTexts(url, "loc"))).toEqual([
			["https://danvan.example.vn/2026/11/22/mua-gat.html"],
			["https://danvan.example.vn/lien-he.html"],
		]);
		expect(elementsNamed(parsed, "lastmod").map(({ text }) => text)).toEqual(["2026-11-22T08:30:00+07:00"]);
		expect(elementsNamed(parsed, "image:loc").map(({ text }) => text)).toEqual([
			"https://danvan.example.vn/anh/a.jpg",
			"https://danvan.example.vn/anh/ru%E1%BB%99ng%20&%20n%C6%B0%C6%A1ng.jpg",
		]);
	});

	test("may be empty", () => {
		expect(parseXml(renderSitemap({ entries: [] }, siteView)).children).toEqual([]);
	});

	test("rejects more pages than the protocol allows", () => {
		const entries = Array.from({ length: sitemapLength + 1 }, () => ({ address: asUrlPath("/") }));
		expect(() => renderSitemap({ entries }, siteView)).toThrow("50001");
	});
});

describe("renderSitemapIndex", () => {
	test("lists the sitemaps in the order given", () => {
		const parsed = parseXml(
			renderSitemapIndex(
				{
					sitemaps: [
						{
							address: monthSitemapAddress("2026-10"),
							modified: asIsoDateTime("2026-10-31T20:00:00+07:00"),
						},
						{ address: pagesSitemapAddress },
					],
				},
				siteView,
			),
		);
		expect(elementsNamed(parsed, "loc").map(({ text }) => text)).toEqual([
			"https://danvan.example.vn/sitemap-2026-10.xml",
			"https://danvan.example.vn/sitemap-trang.xml",
		]);
		expect(elementsNamed(parsed, "lastmod").map(({ text }) => text)).toEqual(["2026-10-31T20:00:00+07:00"]);
	});
});
