import fc from "fast-check";
import { expect, test } from "vitest";
import { asUrlPath } from "../model/ids.ts";
import type { ListedPage, PageList } from "../model/page-list.ts";
import { pictureStem } from "./picture-stem.ts";
import {
	articlesIn,
	attachmentsOf,
	countArticles,
	monthOfAddress,
	numberedPages,
	pagesAmong,
	pagesOf,
	picturesOf,
	sizeOf,
} from "./set-contents.ts";

const page = (address: string, size = 1, pictures: ListedPage["pictures"] = []): ListedPage => ({
	address: asUrlPath(address),
	digest: address,
	size,
	pictures,
});

const list: PageList = {
	version: 1,
	month: "2026-11",
	pages: [
		"/2026/11/",
		"/2026/11/02/",
		"/2026/11/02/a.html",
		"/2026/11/02/b.html",
		"/2026/11/20/",
		"/2026/11/20/c.html",
	].map((address) => page(address)),
};

test.each([
	["/2026/11/02/a.html", "2026-11"],
	["/2026/11/02/", "2026-11"],
	["/2026/11/", "2026-11"],
	["/2026/", undefined],
	["/tu-khoa/dan-van/", undefined],
	["/gioi-thieu.html", undefined],
	["/2026/11/x.html", undefined],
])("%s is listed in %s", (address, month) => {
	expect(monthOfAddress(address)).toBe(month);
});

test.each([
	["/2026/11/02/a.html", ["/2026/11/02/a.html"], 1],
	["/2026/11/02/", ["/2026/11/02/", "/2026/11/02/a.html", "/2026/11/02/b.html"], 2],
	["/2026/11/", list.pages.map(({ address }) => address), 3],
	["/2026/11/02/khong-co.html", [], 0],
])("%s has %j, of which %d are articles", (id, expected, articles) => {
	const pages = pagesOf(id, list);
	expect(pages.map(({ address }) => address)).toEqual(expected);
	expect(countArticles(pages)).toBe(articles);
});

test("a notice of withdrawal is not kept", () => {
	const notice: ListedPage = { ...page("/2026/11/02/rut.html"), withdrawn: true };
	const withNotice = { ...list, pages: [...list.pages, notice] };
	expect(pagesOf("/2026/11/", withNotice)).toEqual(list.pages);
	expect(pagesOf(notice.address, withNotice)).toEqual([]);
	expect(pagesAmong([notice.address], [withNotice])).toEqual([]);
});

test("a picture is kept once, in the largest version that a page uses", () => {
	const small = { address: asUrlPath("/anh/a.0a1b2c3d-480.webp"), size: 10 };
	const large = { address: asUrlPath("/anh/a.0a1b2c3d-960.webp"), size: 30 };
	const drawing = { address: asUrlPath("/anh/b.0a1b2c3e.svg"), size: 5 };
	const pictures = picturesOf([
		page("/1", 1, [small, drawing]),
		page("/2", 1, [large]),
		page("/3", 1, [small]),
	]);
	expect(pictures).toEqual([large, drawing]);
	expect(sizeOf(pictures)).toBe(35);
	expect(pictureStem(small.address)).toBe(pictureStem(large.address));
	expect(pictureStem("/assets/icon.svg")).toBeUndefined();
});

test("the articles of a list are those linked in its main part, not in menus and footers", () => {
	const html =
		'<header><a href="/2020/01/01/menu.html">x</a></header><main><a href="/2026/11/02/a.html">a</a><a href="/2026/11/">m</a><a href="/2026/11/02/a.html">a</a></main>';
	expect([...new Set(articlesIn(html))]).toEqual(["/2026/11/02/a.html"]);
	const found = pagesAmong(["/2026/11/02/a.html", "/2026/11/02/a.html", "/2019/01/01/x.html"], [list]);
	expect(found.map(({ address }) => address)).toEqual(["/2026/11/02/a.html"]);
});

test.each([
	['<a href="/tu-khoa/x/3.html">', ["3", "2", "1"], false],
	['<a href="/tu-khoa/x/37.html">', ["37", "36", "35", "34", "33", "32", "31", "30", "29", "28"], true],
	['<a href="/tu-khoa/khac/9.html">', [], false],
	["", [], false],
])("for a landing page with %s, the pages %j are kept", (html, numbers, isCut) => {
	expect(numberedPages("/tu-khoa/x/", html)).toEqual({
		addresses: numbers.map((number) => `/tu-khoa/x/${number}.html`),
		isCut,
	});
});

test("the pages of a month are those of its days and its own, each listed once", () => {
	const day = fc.integer({ min: 1, max: 28 }).map((number) => String(number).padStart(2, "0"));
	fc.assert(
		fc.property(fc.array(fc.tuple(day, fc.stringMatching(/^[a-z]{1,8}$/))), (articles) => {
			const days = [...new Set(articles.map(([number]) => `/2026/11/${number}/`))];
			const addresses = new Set([
				"/2026/11/",
				...days,
				...articles.map(([number, slug]) => `/2026/11/${number}/${slug}.html`),
			]);
			const month: PageList = {
				version: 1,
				month: "2026-11",
				pages: [...addresses].map((address) => page(address)),
			};
			const ofDays = days.flatMap((id) => pagesOf(id, month).map(({ address }) => address));
			expect(["/2026/11/", ...ofDays].sort()).toEqual(
				pagesOf("/2026/11/", month)
					.map(({ address }) => address)
					.sort(),
			);
		}),
	);
});

test("an attachment of two articles is kept once", () => {
	const file = { address: asUrlPath("/tep/0a/bang.pdf"), size: 5 };
	const pages = ["/2026/11/02/a.html", "/2026/11/02/b.html"].map((address) => ({
		...page(address),
		attachments: [file],
	}));
	expect(attachmentsOf([...pages, page("/2026/11/02/")])).toEqual([file]);
});
