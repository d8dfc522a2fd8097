import { expect, test } from "vitest";
import {
	articleText,
	type ContentFolder,
	writeContentFolder,
} from "../../../../test/support/content-folder.ts";
import { readPortal } from "../../../content/index.ts";
import { strings } from "../../../messages/index.ts";
import { asIsoDateTime, asUrlPath } from "../../../model/ids.ts";
import { renderAtom } from "../../feeds/atom.ts";
import type { FeedView } from "../../feeds/views.ts";
import { inEnglish as inEnglishSite } from "../../layouts/in-english.ts";
import { renderWholePage } from "../../pages/page-template.tsx";
import { everyOutput, planPortal } from "../../plan/plan.ts";
import type { EnglishView, FixedPageView } from "../../views.ts";
import { page as fixedPage } from "../fixed/fixed-page.tsx";
import { page as englishPage } from "./english-page.tsx";

const now = asIsoDateTime("2026-11-29T12:00:00+07:00");
const site = "name: Tin Thử\ndescription: Tin để thử.\nurl: https://tin.example.vn\norganisation: Ban Thử\n";
const inEnglish = "english:\n  name: Test News\n  description: For tests.\n  organisation: Test Office\n";
const translation = (of: string) =>
	`---\ntitle: In other words\ntranslationOf: ${of}\n---\nA text in English.\n`;
const folder: ContentFolder = {
	"site.yml": site + inEnglish,
	"authors/an.yml": "name: Trần An\n",
	"pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\nLời giới thiệu.\n",
	...Object.fromEntries(
		[10, 11, 12, 13, 14, 15].map((day) => [
			`articles/2026/11/${day}-bai.md`,
			articleText([`title: Bài ngày ${day}`, `date: 2026-11-${day}T08:05:00+07:00`, "author: an"]),
		]),
	),
};

async function planOf(more: ContentFolder) {
	const { portal, problems } = await readPortal({
		directory: writeContentFolder({ ...folder, ...more }),
		now,
	});
	if (!portal) return { problems, plan: undefined };
	const share = { src: asUrlPath("/anh/the.png"), width: 1200, height: 630 };
	const files = { pictures: new Map(), attachments: new Map(), shareCards: new Map([["", share]]) };
	return { problems, plan: planPortal(portal, files, { search: false }) };
}

async function viewsOf(more: ContentFolder): Promise<Map<string, string>> {
	const { plan } = await planOf(more);
	if (!plan) throw new Error("no plan");
	const outputs = everyOutput(plan).map(
		({ address, view }) => [address as string, JSON.stringify(view())] as const,
	);
	return new Map([["the settings of every page", JSON.stringify(plan.site)], ...outputs]);
}

test("a translation changes its own page, its original, the English list and the lists of pages", async () => {
	const before = await viewsOf({});
	const after = await viewsOf({ "pages/words.md": translation("2026/11/11-bai") });
	const changed = [...after].filter(([address, view]) => before.get(address) !== view);
	expect(changed.map(([address]) => address).sort()).toEqual([
		"/2026/11/11/bai.html",
		"/api/pages.json",
		"/en/",
		"/en/atom.xml",
		"/en/feed.json",
		"/sitemap-trang.xml",
		"/words.html",
	]);
});

test("English pages are in English and link both languages", async () => {
	const { plan } = await planOf({
		"pages/words.md": translation("2026/11/11-bai"),
		"pages/about.md": translation("gioi-thieu"),
	});
	if (!plan) throw new Error("no plan");
	const html = (address: string) => {
		const output = everyOutput(plan).find((each) => each.address === address);
		const request = {
			address: asUrlPath(address),
			site: plan.site,
			bodyOf: () => "<p>A text in English.</p>",
		};
		return address === "/en/"
			? renderWholePage(englishPage, { ...request, view: output?.view() as EnglishView })
			: renderWholePage(fixedPage, { ...request, view: output?.view() as FixedPageView });
	};
	const words = html("/words.html");
	expect(words).toContain('<html lang="en">');
	expect(words).toContain("Wednesday, 11 November 2026 | 08:05");
	for (const link of [
		'hreflang="vi" href="https://tin.example.vn/2026/11/11/bai.html"',
		'hreflang="en" href="https://tin.example.vn/words.html"',
	])
		expect(words).toContain(link);
	expect(html("/gioi-thieu.html")).toContain('hreflang="en" href="https://tin.example.vn/about.html"');
	// None of the site's own texts is in Vietnamese. Only names and the link back are.
	const ours = new Set(
		Object.values(strings).filter((text) => /[^\0-\x7f]/.test(text) && !text.includes("{")),
	);
	for (const address of ["/words.html", "/about.html", "/en/"]) {
		const texts = html(address)
			.replace(/<[^>]*>/g, "\n")
			.split("\n")
			.map((text) => text.replaceAll("\u00a0", " ").trim());
		expect(
			texts.filter((text) => ours.has(text as never)),
			address,
		).toEqual([]);
	}
});

test.each([
	["2026/11/11-khong-co", "không có bài hay trang"],
	["words", "là trang tiếng Anh"],
])("a translation of %s is a problem", async (of, message) => {
	const { problems } = await planOf({ "pages/words.md": translation(of) });
	expect(problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)]);
});

test("two translations of one text are a problem", async () => {
	const { problems } = await planOf({
		"pages/one.md": translation("gioi-thieu"),
		"pages/two.md": translation("gioi-thieu"),
	});
	expect(problems.map(({ message }) => message)).toEqual(["`gioi-thieu` đã có bản tiếng Anh ở pages/one.md"]);
});

test("the feed of translations is in English, newest first, and the list has them by day", async () => {
	const { plan } = await planOf({
		"pages/words.md": translation("2026/11/11-bai"),
		"pages/more.md": translation("2026/11/13-bai").replace("In other words", "Words again"),
		"pages/about.md": translation("gioi-thieu"),
	});
	if (!plan) throw new Error("no plan");
	const outputs = everyOutput(plan);
	const feed = outputs.find(({ address }) => address === "/en/atom.xml")?.view() as FeedView;
	expect(feed.entries.map(({ title }) => title)).toEqual(["Words again", "In other words"]);
	const { site } = plan;
	const atom = renderAtom(feed, inEnglishSite(site));
	expect(atom).toContain('xml:lang="en"');
	expect(atom).toContain("<title>Test News</title>");
	const view = outputs.find(({ address }) => address === "/en/")?.view() as EnglishView;
	expect(view.archive.map(({ day, links }) => [day, links.map(({ address }) => address)])).toEqual([
		["2026-11-13", ["/more.html"]],
		["2026-11-11", ["/words.html"]],
	]);
	const page = { view, address: asUrlPath("/en/"), site, bodyOf: () => "" };
	const html = renderWholePage(englishPage, page);
	expect(html).toContain('href="/en/atom.xml"');
	expect(html).toContain('action="/en/search/"');
	expect(html.replaceAll("\u00a0", " ")).toContain("Friday, 13 November 2026");
});
