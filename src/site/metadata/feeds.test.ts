import { describe, expect, test } from "vitest";
import { siteView } from "../../../test/support/site-view.ts";
import { asIsoDateTime, asUrlPath } from "../../model/ids.ts";
import type { ListView } from "../views.ts";
import { pageFeeds } from "./feeds.ts";

const list: ListView = { heading: "Lúa", landing: asUrlPath("/tu-khoa/lua/"), entries: [] };
const site = { atom: "/atom.xml", json: "/feed.json", title: "Dân vận & Đời sống" };

describe("pageFeeds", () => {
	test("links a tag's landing page to the tag's feed", () => {
		expect(pageFeeds("list", { ...list, about: { kind: "tag", scope: {}, synonyms: [] } }, siteView)).toEqual(
			{
				atom: "/tu-khoa/lua/atom.xml",
				json: "/tu-khoa/lua/feed.json",
				title: "Lúa – Dân vận & Đời sống",
			},
		);
	});

	test.each<{ name: string; view: ListView }>([
		{ name: "the list of the latest", view: { ...list, about: { kind: "latest", scope: {} } } },
		{ name: "an author's list", view: { ...list, about: { kind: "author", scope: {}, name: "Hà An" } } },
		{ name: "a numbered page", view: { ...list, number: 1 } },
	])("points from $name to the site's", ({ view }) => {
		expect(pageFeeds("list", view, siteView)).toEqual(site);
	});

	test("links the search page to the site's feed, and a withdrawn article to none", () => {
		expect(pageFeeds("search", { years: [], provinces: [], committees: [] }, siteView)).toEqual(site);
		const date = asIsoDateTime("2026-11-22T08:30:00+07:00");
		expect(pageFeeds("withdrawn", { date, withdrawn: date, reason: "Sai" }, siteView)).toBeUndefined();
	});
});
