import { describe, expect, test } from "vitest";
import { childTexts, elementsNamed, parseXml } from "../../../test/support/parse-xml.ts";
import { awkwardTitles, siteView } from "../../../test/support/site-view.ts";
import { asIsoDateTime, asUrlPath } from "../../model/ids.ts";
import { isRecentNews, renderNewsSitemap } from "./news-sitemap.ts";

describe("isRecentNews", () => {
	test.each([
		{ name: "this moment", date: "2026-11-22T08:30:00+07:00", expected: true },
		{ name: "exactly two days ago", date: "2026-11-20T08:30:00+07:00", expected: true },
		{ name: "a second more", date: "2026-11-20T08:29:59+07:00", expected: false },
		{ name: "still to come", date: "2026-11-22T08:30:01+07:00", expected: false },
	])("$name: $expected", ({ date, expected }) => {
		expect(isRecentNews(asIsoDateTime(date), asIsoDateTime("2026-11-22T08:30:00+07:00"))).toBe(expected);
	});
});

describe("renderNewsSitemap", () => {
	test.each(awkwardTitles)("keeps a title with $name", ({ title }) => {
		const date = asIsoDateTime("2026-11-22T08:30:00+07:00");
		const entries = [{ address: asUrlPath("/2026/11/22/mua-gat.html"), title, date }];
		const [news] = elementsNamed(parseXml(renderNewsSitemap({ entries }, siteView)), "news:news");
		expect(news && childTexts(news, "news:title")).toEqual([title]);
		expect(news && childTexts(news, "news:publication_date")).toEqual(["2026-11-22T08:30:00+07:00"]);
		expect(news && elementsNamed(news, "news:name").map(({ text }) => text)).toEqual(["Dân vận & Đời sống"]);
		expect(news && elementsNamed(news, "news:language").map(({ text }) => text)).toEqual(["vi"]);
	});

	test("lists the home page on days without news, as a sitemap needs at least one address", () => {
		const [url, ...others] = elementsNamed(parseXml(renderNewsSitemap({ entries: [] }, siteView)), "url");
		expect(url && childTexts(url, "loc")).toEqual([`${siteView.url}/`]);
		expect(url && elementsNamed(url, "news:news")).toEqual([]);
		expect(others).toEqual([]);
	});
});
