/** A portal's own Eleventy templates, in `pages/` beside its content. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { buildPortal } from "../src/build/build.ts";
import { checkPortal } from "../src/build/check-portal.ts";
import { formatProblems } from "../src/content/index.ts";
import { asksForCollections } from "../src/own-pages/asks-for-collections.ts";
import { lazyList } from "../src/own-pages/lazy-list.ts";
import { buildSite } from "./support/build-site.ts";
import { PortalCopy, smallArticle } from "./support/fixture.ts";

let portal: PortalCopy;

beforeEach(() => {
	portal = new PortalCopy();
	cpSync("test/fixtures/own-pages", dirname(portal.content), { recursive: true });
});

function served(address: string): string {
	return readFileSync(join(portal.output, address), "utf8");
}

function writePage(name: string, text: string): void {
	const path = join(portal.content, "../pages", name);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}

test("templates can use articles, terms, filters and layouts, and their pages are part of the site", async () => {
	await buildSite(portal.options);
	const list = served("lich-cong-tac/index.html");
	expect(list).toContain('<a class="skip-link"');
	expect(list).toContain("<h1>Lịch công tác</h1>");
	expect(list).toContain('<link rel="canonical"');
	expect(list).toMatch(
		/<li><a href="\/2017\/07\/13\/hoi-nghi-dan-van-kheo\.html">[^<]+<\/a> 13\/07\/2017 \([a-z-]+\)<\/li>/,
	);
	expect(list).toContain("02/11/2026 (gia-ca)");
	expect(list).toContain("<p>Bình Phước\u00a0– ");
	expect(list).toContain("Điện thoại: 115");
	const counts = served("thong-ke.html");
	expect(counts).toMatch(/^<!doctype html><title>Thống kê<\/title><p>/);
	expect(counts).toMatch(/<a href="\/tu-khoa\/[a-z-]+\/">[^<]+<\/a>: \d+/);
	const manifest = served("manifest.json");
	expect(manifest).toContain('"address":"/lich-cong-tac/"');
	expect(manifest).toContain('"address":"/thong-ke.html"');
	expect(served("sitemap-trang.xml")).toContain("/lich-cong-tac/</loc>");
});

test("a published article changes the page that lists it; a build without a change writes nothing", async () => {
	await buildSite(portal.options);
	expect((await buildSite(portal.options)).changed).toEqual([]);
	portal.write(...smallArticle("2026-11-20", "moi-dang", "Bài vừa đăng"));
	const { changed } = await buildSite(portal.options);
	expect(changed).toContain("/lich-cong-tac/");
	expect(changed).not.toContain("/thong-ke.html");
	writePage(
		"thong-ke.11ty.js",
		'export const data = { permalink: "/thong-ke.html" };\nexport const render = () => "Mới";\n',
	);
	expect((await buildSite(portal.options)).changed).toEqual(["/thong-ke.html"]);
});

test("menu and articles may link to a page with a fixed address", async () => {
	writePage("tham-khao/index.md", "Tham khảo.\n");
	portal.edit("site.yml", "link: /tin-moi/", "link: /lich-cong-tac/");
	const links = "[Lịch](/lich-cong-tac/), [số liệu](/thong-ke.html), [tham khảo](/tham-khao/)";
	const [file, text] = smallArticle("2026-11-19", "co-lien-ket", "Bài có liên kết");
	portal.write(file, `${text}\n${links}\n`);
	await buildSite(portal.options);
	expect(served("index.html")).toContain('<a href="/lich-cong-tac/"');
	expect(served("lich-cong-tac/index.html")).toContain('aria-current="page"');
	portal.write(file, `${text}\n[Không có](/khong-co/)\n`);
	const { problems } = await buildPortal(portal.options);
	expect(formatProblems(problems)).toContain("không có trang /khong-co/");
});

test("a portal without the folder for pages of its own has none", async () => {
	const plain = new PortalCopy();
	await buildSite(plain.options);
	expect(readFileSync(join(plain.output, "manifest.json"), "utf8")).not.toContain("thong-ke");
});

test.each([
	{ name: "the address of an article", permalink: "/2017/07/13/hoi-nghi-dan-van-kheo.html" },
	{ name: "that of a page, but for case", permalink: "/Gioi-Thieu.html" },
	{ name: "a folder of the site's own", permalink: "/assets/site.html" },
])("is refused where it takes $name, by check and build", async ({ permalink }) => {
	writePage("sub/trung.md", `---\npermalink: ${permalink}\n---\nTrùng\n`);
	const { contentDirectory, cacheDirectory, now } = portal.options;
	const { problems } = await buildPortal(portal.options);
	const checked = await checkPortal({ contentDirectory, cacheDirectory, now });
	for (const found of [problems, checked.problems]) {
		expect(formatProblems(found)).toContain(
			`pages/sub/trung.md: địa chỉ “${permalink}” đã có trang khác của cổng tin. Cách sửa: đặt permalink khác`,
		);
	}
});

test("a failing template is named with Eleventy's message", async () => {
	writePage("hong.njk", "{{ x | khongCo }}\n");
	const { problems } = await buildPortal(portal.options);
	expect(formatProblems(problems)).toMatch(/pages\/hong\.njk: Eleventy không dựng được mẫu này \(.*khongCo/s);
});

test("a collection is made once, on first use", () => {
	let made = 0;
	const list = lazyList(() => {
		made += 1;
		return ["một", "hai"];
	});
	expect(made).toBe(0);
	expect(list.length).toBe(2);
	expect([...list].reverse()).toEqual(["hai", "một"]);
	expect(Array.isArray(list)).toBe(true);
	expect(Object.keys(list)).toEqual(["0", "1"]);
	expect(made).toBe(1);
});

test("collections are added to Eleventy only if a template or an include mentions them", () => {
	const pages = join(portal.content, "../mau");
	expect(asksForCollections(pages)).toBe(false);
	mkdirSync(join(pages, "_includes"), { recursive: true });
	writeFileSync(join(pages, "mot.njk"), "<p>Không hỏi gì</p>");
	expect(asksForCollections(pages)).toBe(false);
	writeFileSync(join(pages, "_includes/hai.njk"), "{{ collections.articles | length }}");
	expect(asksForCollections(pages)).toBe(true);
});
