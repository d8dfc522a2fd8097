import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asUrlPath } from "../../model/ids.ts";
import { sampleSite, sampleViews } from "../components/sample-views.ts";
import type { PageDefinition } from "../kinds/page-kind.ts";
import type { PageKind, PageViews } from "../views.ts";
import { renderPage } from "./render-page.tsx";

const folders = readdirSync("src/site/kinds", { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);
const kinds = Object.keys(sampleViews) as (keyof typeof sampleViews)[];

const definitions = new Map<PageKind, PageDefinition<PageKind>>();
for (const kind of kinds) definitions.set(kind, (await import(`../kinds/${kind}/${kind}-page.tsx`)).page);

function page<Kind extends keyof typeof sampleViews>(
	kind: Kind,
	view: PageViews[Kind] = sampleViews[kind] as PageViews[Kind],
	site = sampleSite,
): string {
	return renderPage(definitions.get(kind) as unknown as PageDefinition<Kind>, view, site, {
		address: asUrlPath(kind === "home" ? "/" : "/trang/"),
		bodyHtml: "<p>Nội dung.</p>",
	});
}

describe("renderPage", () => {
	test.each(folders)("renders the kind of page in the folder %s", async (folder) => {
		const { page: definition } = await import(`../kinds/${folder}/${folder}-page.tsx`);
		expect(definition).toMatchObject({ kind: folder, component: expect.any(Function) });
	});

	test.each(kinds)("%s is a complete Vietnamese document with one main heading", (kind) => {
		const html = page(kind);
		expect(html).toMatch(/^<!doctype html><html lang="vi">/);
		expect(html.match(/<h1[ >]/g)).toHaveLength(1);
		expect(html.match(/<main[ >]/g)).toHaveLength(1);
	});

	test.each(kinds)("%s has no inline script or style", (kind) => {
		expect(page(kind)).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
	});

	test("only the search page loads the search's script", () => {
		expect(kinds.filter((kind) => page(kind).includes("/assets/search.js"))).toEqual(["search"]);
	});

	test("only the home page shows the newest article's day in the masthead", () => {
		expect(kinds.filter((kind) => page(kind).includes("masthead-day"))).toEqual(["home"]);
		expect(page("home")).toContain("Thứ Năm, 13/07/2017");
	});

	test("a redirect leads on automatically and by a link", () => {
		const html = page("redirect");
		expect(html).toContain('content="0; url=/2017/07/13/bai.html"');
		expect(html).toContain('<link rel="canonical" href="https://vi-du.example/2017/07/13/bai.html"/>');
		expect(html).toContain('<a href="/2017/07/13/bai.html">Đường về bản</a>');
	});

	test("hides search everywhere if it is turned off", () => {
		const site = { ...sampleSite, features: { ...sampleSite.features, search: false } };
		expect(page("article", sampleViews.article, site)).not.toContain("<search");
	});
});
