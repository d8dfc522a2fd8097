import { describe, expect, test } from "vitest";
import {
	absoluteAddress,
	apiCollectionAddress,
	apiDayAddress,
	apiDaysAddress,
	apiMonthAddress,
	articleAddress,
	articleAt,
	atomAddress,
	authorAddress,
	committeeAddress,
	dateAddress,
	dayAddress,
	foldersAbove,
	jsonFeedAddress,
	listPageAddress,
	monthSitemapAddress,
	pageAddress,
	provinceAddress,
	sitemapPartAddress,
	tagAddress,
} from "./addresses.ts";
import { asArticleId, asIsoDay, asSlug, asUrlPath } from "./ids.ts";

const slug = asSlug("dan-van-kheo");
const day = asIsoDay("2026-11-22");

describe("the address of", () => {
	test.each([
		[
			"an article",
			articleAddress(asArticleId("2026/11/22-hoi-nghi-so-ket")),
			"/2026/11/22/hoi-nghi-so-ket.html",
		],
		["a fixed page", pageAddress(slug), "/dan-van-kheo.html"],
		["a year", dateAddress("2026"), "/2026/"],
		["a month", dateAddress("2026-11"), "/2026/11/"],
		["a day", dayAddress(day), "/2026/11/22/"],
		["a tag", tagAddress(slug), "/tu-khoa/dan-van-kheo/"],
		["a province", provinceAddress(slug), "/tinh/dan-van-kheo/"],
		["a committee", committeeAddress(slug), "/ban/dan-van-kheo/"],
		["an author", authorAddress(slug), "/tac-gia/dan-van-kheo/"],
		["a numbered page", listPageAddress(tagAddress(slug), 12), "/tu-khoa/dan-van-kheo/12.html"],
		["the site's Atom feed", atomAddress(asUrlPath("/")), "/atom.xml"],
		["a list's JSON Feed", jsonFeedAddress(tagAddress(slug)), "/tu-khoa/dan-van-kheo/feed.json"],
		["a month in the API", apiMonthAddress("2026-11"), "/api/2026/11.json"],
		["a day in the API", apiDayAddress(day), "/api/2026/11/22.json"],
		["the days of a month in the API", apiDaysAddress("2026-11"), "/api/2026/11/"],
		["a collection in the API", apiCollectionAddress("tags"), "/api/tags.json"],
		["a month's sitemap", monthSitemapAddress("2026-11"), "/sitemap-2026-11.xml"],
		["its first part", sitemapPartAddress(monthSitemapAddress("2026-11"), 1), "/sitemap-2026-11.xml"],
		["its second part", sitemapPartAddress(monthSitemapAddress("2026-11"), 2), "/sitemap-2026-11-2.xml"],
		[
			"a page on the web",
			absoluteAddress("https://tin.example.vn", asUrlPath("/2026/")),
			"https://tin.example.vn/2026/",
		],
	])("%s", (_, address, expected) => {
		expect(address).toBe(expected);
	});
});

test("an address is in all folders above it, and a folder's address is in that folder", () => {
	expect(foldersAbove(asUrlPath("/2019/01/tin.html"))).toEqual(["/", "/2019/", "/2019/01/"]);
	expect(foldersAbove(asUrlPath("/2019/01/"))).toEqual(["/", "/2019/", "/2019/01/"]);
});

test.each([
	["/2026/11/22/dan-van.html", "2026/11/22-dan-van"],
	["/2026/13/22/dan-van.html", undefined],
	["/2026/11/22/dan-van.html?x", undefined],
	["/en/2026/11/22/dan-van.html", undefined],
	["/2026/11/22/", undefined],
])("the article at %s is %s", (address, id) => {
	expect(articleAt(address)).toBe(id);
});
