import { describe, expect, test } from "vitest";
import { siteView } from "../../../test/support/site-view.ts";
import { renderApiPage } from "./api-page.tsx";
import { articleFields } from "./schema.ts";

const page = renderApiPage(
	{
		months: [
			{ month: "2026-10", count: 12 },
			{ month: "2026-11", count: 1234 },
		],
	},
	siteView,
);

describe("renderApiPage", () => {
	test("links to every document with a fixed address", () => {
		for (const name of [
			"index",
			"schema",
			"authors",
			"committees",
			"pages",
			"provinces",
			"site",
			"tags",
			"2026/11",
		]) {
			expect(page, name).toContain(`href="/api/${name}.json"`);
		}
	});

	test("explains every field of an article", () => {
		const fields = articleFields();
		expect(fields.map(({ name }) => name)).toEqual(
			expect.arrayContaining(["title", "date", "author", "tagSlugs"]),
		);
		for (const { name } of fields) {
			expect(page, name).toMatch(new RegExp(`<td><code>${name}</code></td><td>[^<]+</td>`));
		}
	});

	test("lists the newest month first with the number of its articles", () => {
		expect(page.indexOf("2026/11.json")).toBeLessThan(page.indexOf("2026/10.json"));
		expect(page).toContain("Tháng\u00a011/2026</a>: 1.234\u00a0bài");
	});

	test("is a page of the site with a canonical address", () => {
		expect(page).toMatch(/^<!doctype html><html lang="vi">/);
		expect(page).toContain('<link rel="canonical" href="https://danvan.example.vn/api/"/>');
	});

	test("says so when nothing was published yet", () => {
		expect(renderApiPage({ months: [] }, siteView)).toContain("Chưa có bài nào.");
	});
});
