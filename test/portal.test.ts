/** From a content folder to a complete site, on a small portal with every kind of page. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { buildPortal } from "../src/build/build.ts";
import { ForeignOutputError } from "../src/build/writing/site-trees.ts";
import { asIsoDateTime } from "../src/model/ids.ts";
import type { Progress } from "../src/model/progress.ts";
import { fold } from "../src/text/index.ts";
import { buildSite, buildTemporarySite } from "./support/build-site.ts";
import {
	fixtureDirectory,
	fixtureNow,
	PortalCopy,
	smallArticle,
	temporaryFolder,
} from "./support/fixture.ts";
import { HtmlPage, textOf } from "./support/html-page.ts";
import { compareTrees, noDifference, readTree } from "./support/site-tree.ts";

/** Words that occur only in articles that readers may not see. */
const hidden = {
	withdrawn: "hat de vang",
	draft: "qua sim tim",
	scheduled: "trai nhau xanh",
};

/** The files that contain words, given without accents. The search index is uncompressed first. */
function filesThatSay(site: string, words: string): string[] {
	return [...readTree(site).keys()].filter((file) => {
		if ([".jpg", ".png", ".webp", ".woff2", ".wasm"].includes(extname(file))) return false;
		const bytes = readFileSync(join(site, file));
		const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
		const text = (isPacked ? gunzipSync(bytes) : bytes).toString("utf8");
		return fold(text.replaceAll("\u02BC", "")).includes(words);
	});
}

describe("the site of the fixture", () => {
	let site = "";
	const page = (file: string) => HtmlPage.read(join(site, file));
	const json = (file: string) => JSON.parse(readFileSync(join(site, file), "utf8"));

	beforeAll(async () => {
		const options = { contentDirectory: fixtureDirectory, now: fixtureNow, search: true };
		const built = await buildTemporarySite(options);
		site = built.site;
		return built.remove;
	});

	test("consists of these files", async () => {
		const files = [...readTree(site).keys()]
			.filter((file) => !/^\/(?:pagefind|tim-kiem\/chi-muc)\/[^/]+\/./.test(file))
			// The editor's script is split into parts, whose number and names the bundler chooses.
			.filter((file) => !/^\/admin\/[\w-]+-[0-9A-Z]{8}\.js/.test(file))
			.map((file) => file.replace(/\.[0-9a-f]{8}(?=[-.])/, ".<digest>"));
		await expect(`${files.join("\n")}\n`).toMatchFileSnapshot("__snapshots__/portal-files.txt");
	});

	test("has a search index for the newest month and for every year with published articles", async () => {
		const bundles = ["2017", "2018", "2019", "2025", "2026", "2026-11"];
		expect(readdirSync(join(site, "pagefind")).sort()).toEqual(bundles);
		const [named] = (await page("tim-kiem/trong-luu-tru/index.html")).attributes("#search", "data-bundles");
		expect(JSON.parse(named ?? "")).toEqual(bundles.toReversed());
		expect(filesThatSay(site, "cho noi").some((file) => file.startsWith("/pagefind/2026-11/"))).toBe(true);
	});

	test("shows an article with all its parts", async () => {
		const article = await page("2017/07/13/hoi-nghi-dan-van-kheo.html");
		expect(article.text("h1")).toBe("Hội nghị nhân rộng mô hình ở Bù Đốp");
		expect(article.texts(".article-page-date time")).toEqual([
			"Thứ Năm, 13/07/2017 | 14:01",
			"14/07/2017",
			"08:30",
		]);
		expect(article.text(".article-page-date")).toContain("Cập nhật: 14/07/2017 08:30");
		expect(article.text(".article-page-lead")).toMatch(/^Một trăm hai mươi đại biểu/);
		expect(article.text(".article-page-where p")).toBe("Bình Phước (nay thuộc thành phố Đồng Nai)");
		expect(article.texts(".article-page-article > figure figcaption").join()).toContain("Mẫu Đơn");
		expect(article.attributes(".by-line a", "href")).toEqual([
			"/tac-gia/ta-thi-mau/",
			"/tac-gia/ly-van-thu/",
			"https://ban.example.vn/bai-goc",
		]);
		expect(article.text(".by-line p:first-child")).toBe("Mẫu ĐơnBan Biên tập Tin Mẫu");
		expect(article.attributes(".article-facts-tags a", "href")).toEqual([
			"/tu-khoa/dan-van-kheo/",
			"/tu-khoa/nong-thon-moi/",
		]);
		expect(article.texts(".attachment-list li")).toEqual([
			expect.stringMatching(/^Báo cáo trung tâm PDF, \d+ B$/),
			"Bảng số liệu CSV, 28 B",
		]);
		expect(article.attributes(".article-page-related a", "href")).toEqual(["/2018/03/05/tin-ngan.html"]);
	});

	test("renders figures, tables, quotations, footnotes, headings and videos of a body", async () => {
		const article = await page("2017/07/13/hoi-nghi-dan-van-kheo.html");
		const inBody = (selector: string) => article.elements(`.article-page-body ${selector}`).length;
		expect(
			Object.fromEntries(
				["figure img", "table", "blockquote", "ol", "sup a", "[data-player]"].map((selector) => [
					selector,
					inBody(selector),
				]),
			),
		).toMatchInlineSnapshot(`
			{
			  "[data-player]": 1,
			  "blockquote": 1,
			  "figure img": 1,
			  "ol": 2,
			  "sup a": 1,
			  "table": 1,
			}
		`);
		const ids = article.attributes(".article-page-body h2", "id");
		expect(ids).toHaveLength(new Set(ids).size);
	});

	test("links an article to newer and older ones, each list newest first", async () => {
		const article = await page("2025/07/02/ngay-dau.html");
		expect(article.attributes(".other-articles a", "href")).toEqual([
			"/2026/10/31/thong-bao.html",
			"/2026/05/04/thanh-pho-dong-nai.html",
			"/2025/08/15/cau-ngoi.html",
			"/2025/06/30/ngay-cuoi.html",
			"/2019/11/18/mot-ngay-tam-giang.html",
			"/2018/03/05/tin-ngan.html",
			"/2017/07/13/hoi-nghi-dan-van-kheo.html",
			"/2025/07/02/",
			"/2025/07/",
			"/tim-kiem/trong-luu-tru/?nam=2025",
		]);
	});

	test("escapes text that looks like markup", async () => {
		const article = await page("2026/11/02/gia-lua.html");
		expect(article.text("h1")).toBe(`Giá lúa <&"> hôm nay là 'bảy nghìn'`);
		expect(article.text(".article-page-lead")).toBe("Lúa < 8.000 & gạo > 15.000, “nếp” thì “khác”.");
		expect(article.attributes(".article-page-article > figure img", "alt")).toEqual([
			'Bông lúa "trĩu" & vàng',
		]);
		expect(article.text(".article-facts-tags")).toBe("Giá & <cả>");
		const { articles } = json("api/2026/11/02.json");
		expect(articles[0].title).toBe(`Giá lúa <&"> hôm nay là 'bảy nghìn'`);
	});

	test("lists the articles of a province's predecessors and says which province each belongs to", async () => {
		const province = await page("tinh/dong-nai/index.html");
		const entries = province
			.elements(".list-page-entries > article")
			.map((entry) => [
				entry.querySelector("a")?.getAttributeValue("href"),
				/Tin của Bình Phước/.test(textOf(entry)),
			]);
		expect(entries).toEqual([
			["/2026/05/04/thanh-pho-dong-nai.html", false],
			["/2025/07/02/ngay-dau.html", false],
			["/2025/06/30/ngay-cuoi.html", true],
			["/2017/07/13/hoi-nghi-dan-van-kheo.html", true],
		]);
		const hue = await page("2019/11/18/mot-ngay-tam-giang.html");
		expect(hue.text(".article-page-where p")).toBe("Thừa Thiên Huế (nay là thành phố Huế)");
		const now = await page("2026/05/04/thanh-pho-dong-nai.html");
		expect(now.text(".article-page-where p")).toBe("Đồng Nai");
	});

	test("links a committee to its successor and back", async () => {
		const former = await page("ban/ban-dan-van-binh-phuoc/index.html");
		expect(former.attributes(".list-about a", "href")).toContain("/ban/ban-tuyen-giao-va-dan-van-dong-nai/");
		const present = await page("ban/ban-tuyen-giao-va-dan-van-dong-nai/index.html");
		expect(present.attributes(".list-about a", "href")).toContain("/ban/ban-dan-van-binh-phuoc/");
		const empty = await page("ban/ban-chi-dao-chua-co-bai/index.html");
		expect(empty.text(".notice")).toBe("Chưa có bài nào trong mục này.");
	});

	test("treats the spellings of a tag as one tag", async () => {
		const tag = await page("tu-khoa/dan-van-kheo/index.html");
		expect(tag.attributes(".list-page-entries h2 a", "href")).toEqual([
			"/2025/08/15/cau-ngoi.html",
			"/2019/11/18/mot-ngay-tam-giang.html",
			"/2017/07/13/hoi-nghi-dan-van-kheo.html",
		]);
	});

	test("keeps an article's address when its date is corrected", async () => {
		const day = await page("2026/11/19/index.html");
		expect(day.attributes(".day-page article h2 a", "href")).toEqual(["/2026/11/18/doi-ngay.html"]);
	});

	test("marks an expired article as such, and leaves it out of the front page", async () => {
		const article = await page("2026/10/31/thong-bao.html");
		expect(article.text(".article-page-expired")).toBe(
			"Nội dung bài này đã hết hiệu lực từ ngày 10/11/2026.",
		);
		expect((await page("index.html")).attributes("main a", "href")).not.toContain(
			"/2026/10/31/thong-bao.html",
		);
	});

	test("redirects former addresses, with and without the host's support", async () => {
		const target = "/2017/07/13/hoi-nghi-dan-van-kheo.html";
		for (const file of [
			"tin-tuc/hoi-nghi-dan-van-kheo-123.html",
			"hoi-nghi/index.html",
			"chuyen-muc/hoi-nghi/index.html",
		]) {
			const redirect = await page(file);
			expect(redirect.attributes('meta[http-equiv="refresh"]', "content")).toEqual([`0; url=${target}`]);
			expect(redirect.attributes("main a", "href")).toEqual([target]);
		}
		expect(readFileSync(join(site, "_redirects"), "utf8").split("\n")).toEqual([
			`/chuyen-muc/hoi-nghi/ ${target} 301!`,
			`/hoi-nghi ${target} 301!`,
			`/index.php option=tin id=77 ${target} 301!`,
			"/tin-tuc/hat-de-vang.html /2020/02/10/bai-da-rut.html 301!",
			`/tin-tuc/hoi-nghi-dan-van-kheo-123.html ${target} 301!`,
			"",
		]);
	});

	test("shows a notice in place of a withdrawn article", async () => {
		const withdrawn = await page("2020/02/10/bai-da-rut.html");
		expect(withdrawn.text("h1")).toBe("Bài viết đã được gỡ");
		expect(withdrawn.text(".notice-lead")).toBe(
			"Bài đăng ngày 10/02/2020 đã được gỡ khỏi cổng tin từ ngày 01/03/2020.",
		);
		expect(withdrawn.text("main")).toContain("Bài dẫn sai nguồn số liệu.");
		expect(withdrawn.attributes('meta[name="robots"]', "content")).toEqual(["noindex"]);
		expect(withdrawn.attributes(".notice-links a", "href")).not.toContain("/2020/02/10/");
		const other = await page("2025/07/02/rut-cung-ngay.html");
		expect(other.attributes(".notice-links a", "href")).toContain("/2025/07/02/");
	});

	test.each(Object.entries(hidden))("shows nothing of a %s article's content anywhere", (_, words) => {
		expect(filesThatSay(site, words)).toEqual([]);
	});

	test("links to withdrawn articles only from their own former addresses", async () => {
		const pages = [...readTree(site).keys()].filter(
			(file) => file.endsWith(".html") && !file.startsWith("/admin/"),
		);
		const leading: string[] = [];
		for (const file of pages) {
			const links = (await page(file)).attributes("a", "href");
			if (links.some((link) => /bai-da-rut|rut-cung-ngay/.test(link))) leading.push(file);
		}
		expect(leading).toEqual(["/tin-tuc/hat-de-vang.html"]);
		const naming = filesThatSay(site, "bai-da-rut").filter((file) => !file.endsWith(".html"));
		expect(naming).toEqual([
			"/_redirects",
			"/_redirects.nginx",
			"/api/2020/02.json",
			"/api/2020/02/10.json",
			"/doc-ngoai-tuyen/2020-02.json",
			"/doc-ngoai-tuyen/da-rut.json",
		]);
		expect(json("api/2020/02/10.json").articles).toEqual([
			{
				id: "2020/02/10-bai-da-rut",
				address: "/2020/02/10/bai-da-rut.html",
				withdrawn: { date: "2020-03-01T00:00:00+07:00", reason: "Bài dẫn sai nguồn số liệu." },
			},
		]);
	});

	test("lists only the last two days in the news sitemap", () => {
		const text = readFileSync(join(site, "sitemap-tin-moi.xml"), "utf8");
		expect([...text.matchAll(/<loc>([^<]*)/g)].map((match) => match[1])).toEqual([
			"https://tin-mau.example.vn/2026/11/20/sang-nay.html",
			"https://tin-mau.example.vn/2026/11/18/doi-ngay.html",
		]);
	});
});

describe("the clock", () => {
	test.each([
		{ now: "2026-11-21T05:59:59+07:00", isThere: false },
		{ now: "2026-11-21T06:00:00+07:00", isThere: true },
	])("shows a scheduled article at $now: $isThere", async ({ now, isThere }) => {
		const portal = new PortalCopy();
		await buildSite({ ...portal.options, now: asIsoDateTime(now) });
		const files = filesThatSay(portal.output, hidden.scheduled);
		expect(files.includes("/2026/11/21/hen-gio.html")).toBe(isThere);
		for (const file of [
			"/index.html",
			"/tin-moi/index.html",
			"/atom.xml",
			"/feed.json",
			"/sitemap-tin-moi.xml",
			"/tu-khoa/nong-thon-moi/index.html",
			"/api/2026/11.json",
		]) {
			expect(files.includes(file), file).toBe(isThere);
		}
	});

	test("shows an article until it is withdrawn, and marks it as current until it expires", async () => {
		const portal = new PortalCopy();
		await buildSite({ ...portal.options, now: asIsoDateTime("2020-02-29T23:59:59+07:00") });
		expect(filesThatSay(portal.output, hidden.withdrawn)).toEqual(
			expect.arrayContaining([
				"/2020/02/10/bai-da-rut.html",
				"/index.html",
				"/atom.xml",
				"/tin-moi/index.html",
			]),
		);
		await buildSite({ ...portal.options, now: asIsoDateTime("2026-11-10T16:59:59+07:00") });
		const article = await HtmlPage.read(join(portal.output, "2026/10/31/thong-bao.html"));
		expect(article.elements(".article-page-expired")).toEqual([]);
	});
});

describe("numbered lists", () => {
	/** Writes numbered articles with the same tag, one per day. */
	function writeNumbered(portal: PortalCopy, from: number, to: number): void {
		for (let number = from; number <= to; number++) {
			const day = new Date(Date.UTC(2026, 0, number)).toISOString().slice(0, 10);
			const [file, text] = smallArticle(day, `so-${number}`, `Bài số ${number}`);
			portal.write(file, text.replace("author:", "tags: [Đánh số]\nauthor:"));
		}
	}
	const numbers = (from: number, to: number) =>
		Array.from({ length: from - to + 1 }, (_, index) => `Bài số ${from - index}`);

	test("count from the oldest, so that a full page never changes again", async () => {
		const portal = new PortalCopy();
		const list = join(portal.output, "tu-khoa/danh-so");
		const titles = async (file: string) =>
			(await HtmlPage.read(join(list, file))).texts(".list-page-entries h2");
		const older = async (file: string) =>
			(await HtmlPage.read(join(list, file))).attributes('a[rel="next"]', "href");
		writeNumbered(portal, 1, 45);
		await buildSite(portal.options);
		expect(await titles("1.html")).toEqual(numbers(20, 1));
		expect(await titles("2.html")).toEqual(numbers(40, 21));
		expect(await titles("3.html")).toEqual(numbers(45, 41));
		expect(await titles("index.html")).toEqual(numbers(45, 21));
		expect(await older("index.html")).toEqual(["/tu-khoa/danh-so/1.html"]);
		const before = readTree(portal.output);

		writeNumbered(portal, 46, 70);
		await buildSite(portal.options);
		const after = readTree(portal.output);
		for (const page of ["1.html", "2.html"]) {
			expect(after.get(`/tu-khoa/danh-so/${page}`)).toBe(before.get(`/tu-khoa/danh-so/${page}`));
		}
		expect(await titles("4.html")).toEqual(numbers(70, 61));
		expect(await titles("index.html")).toEqual(numbers(70, 41));
		expect(await older("index.html")).toEqual(["/tu-khoa/danh-so/2.html"]);
	});

	test("keep all other articles in place when one is withdrawn", async () => {
		const portal = new PortalCopy();
		writeNumbered(portal, 1, 45);
		await buildSite(portal.options);
		const before = readTree(portal.output);
		portal.edit(
			"articles/2026/01/05-so-5.md",
			"author:",
			"withdrawn: { date: 2026-02-01T00:00:00+07:00, reason: Sai }\nauthor:",
		);
		await buildSite(portal.options);
		const { changed } = compareTrees(before, readTree(portal.output));
		expect(changed.filter((file) => file.startsWith("/tu-khoa/danh-so/"))).toEqual([
			"/tu-khoa/danh-so/1.html",
		]);
	});
});

describe("a build after a change", () => {
	/** What the next build changes; its report must agree. */
	async function changesOf(portal: PortalCopy, change: () => void) {
		await buildSite(portal.options);
		const before = readTree(portal.output);
		change();
		const report = await buildSite(portal.options);
		const difference = compareTrees(before, readTree(portal.output));
		const told = { added: report.added, changed: report.changed, removed: report.removed };
		const asFiles = (addresses: readonly string[]) =>
			addresses.map((address) => (address.endsWith("/") ? `${address}index.html` : address)).sort();
		expect({
			added: asFiles(told.added),
			changed: asFiles(told.changed),
			removed: asFiles(told.removed),
		}).toEqual(difference);
		return difference;
	}

	test("writes nothing if nothing changed, and says so", async () => {
		const portal = new PortalCopy();
		const first = await buildSite(portal.options);
		expect(first.added).toHaveLength(first.files);
		const before = readTree(portal.output);
		const manifest = readFileSync(join(portal.output, "manifest.json"), "utf8");
		const second = await buildSite(portal.options);
		expect(second).toEqual({ ...first, added: [], changed: [], removed: [], bytesWritten: 0 });
		expect(compareTrees(before, readTree(portal.output))).toEqual(noDifference);
		expect(readFileSync(join(portal.output, "manifest.json"), "utf8")).toBe(manifest);
	});

	test("touches only the pages that show a new article", async () => {
		const portal = new PortalCopy();
		expect(
			await changesOf(portal, () => {
				const [file, text] = smallArticle("2026-11-20", "tin-trua", "Tin buổi trưa", "11:00");
				portal.write(file, text.replace("author:", "tags: [Nông thôn mới]\nauthor:"));
			}),
		).toMatchInlineSnapshot(`
			{
			  "added": [
			    "/2026/11/20/tin-trua.html",
			  ],
			  "changed": [
			    "/2026/11/15/phong-su-anh.html",
			    "/2026/11/18/doi-ngay.html",
			    "/2026/11/20/index.html",
			    "/2026/11/20/sang-nay.html",
			    "/2026/11/index.html",
			    "/2026/index.html",
			    "/404.html",
			    "/api/2026/11.json",
			    "/api/2026/11/20.json",
			    "/api/index.html",
			    "/api/index.json",
			    "/atom.xml",
			    "/doc-ngoai-tuyen/2026-11.json",
			    "/feed.json",
			    "/index.html",
			    "/luu-tru/index.html",
			    "/sitemap-2026-11.xml",
			    "/sitemap-tin-moi.xml",
			    "/sitemap.xml",
			    "/tac-gia/ly-van-thu/index.html",
			    "/tin-moi/index.html",
			    "/tu-khoa/nong-thon-moi/atom.xml",
			    "/tu-khoa/nong-thon-moi/feed.json",
			    "/tu-khoa/nong-thon-moi/index.html",
			  ],
			  "removed": [],
			}
		`);
	});

	test("touches only the pages that show an article's title", async () => {
		const portal = new PortalCopy();
		expect(
			await changesOf(portal, () =>
				portal.edit("articles/2018/03/05-tin-ngan.md", "Tin ngắn nhất có thể", "Tin ngắn đã đổi tên"),
			),
		).toMatchInlineSnapshot(`
			{
			  "added": [],
			  "changed": [
			    "/2017/07/13/hoi-nghi-dan-van-kheo.html",
			    "/2018/03/05/index.html",
			    "/2018/03/05/tin-ngan.html",
			    "/2018/03/index.html",
			    "/2018/index.html",
			    "/2019/11/18/mot-ngay-tam-giang.html",
			    "/2025/06/30/ngay-cuoi.html",
			    "/2025/07/02/ngay-dau.html",
			    "/2025/08/15/cau-ngoi.html",
			    "/2026/05/04/thanh-pho-dong-nai.html",
			    "/2026/10/31/thong-bao.html",
			    "/api/2018/03.json",
			    "/api/2018/03/05.json",
			    "/atom.xml",
			    "/doc-ngoai-tuyen/2017-07.json",
			    "/doc-ngoai-tuyen/2018-03.json",
			    "/doc-ngoai-tuyen/2019-11.json",
			    "/doc-ngoai-tuyen/2025-06.json",
			    "/doc-ngoai-tuyen/2025-07.json",
			    "/doc-ngoai-tuyen/2025-08.json",
			    "/doc-ngoai-tuyen/2026-05.json",
			    "/doc-ngoai-tuyen/2026-10.json",
			    "/feed.json",
			    "/index.html",
			    "/tac-gia/ly-van-thu/index.html",
			    "/tin-moi/index.html",
			  ],
			  "removed": [],
			}
		`);
	});

	test("removes the pages of a deleted article", async () => {
		const portal = new PortalCopy();
		const { added, removed } = await changesOf(portal, () => portal.remove("articles/2026/11/02-gia-lua.md"));
		expect(added).toEqual([]);
		expect(removed.map((file) => file.replace(/\.[0-9a-f]{8}(?=[-.])/, ""))).toMatchInlineSnapshot(`
			[
			  "/2026/11/02/gia-lua.html",
			  "/2026/11/02/index.html",
			  "/anh/2026/11/02-gia-lua/lua-240.png",
			  "/anh/2026/11/02-gia-lua/lua-240.webp",
			  "/api/2026/11/02.json",
			  "/tu-khoa/gia-ca/atom.xml",
			  "/tu-khoa/gia-ca/feed.json",
			  "/tu-khoa/gia-ca/index.html",
			]
		`);
		expect(existsSync(join(portal.output, "2026/11/02"))).toBe(false);
	});

	test("gives the same site as a first build", async () => {
		const portal = new PortalCopy();
		await changesOf(portal, () =>
			portal.edit("articles/2018/03/05-tin-ngan.md", "Một câu.", "Một câu khác."),
		);
		portal.edit("articles/2018/03/05-tin-ngan.md", "Một câu khác.", "Một câu nữa.");
		await buildSite(portal.options);
		const fresh = join(temporaryFolder(), "site");
		await buildSite({ ...portal.options, outputDirectory: fresh });
		expect(compareTrees(readTree(fresh), readTree(portal.output))).toEqual(noDifference);
		const manifests = [fresh, portal.output].map((site) => readFileSync(join(site, "manifest.json"), "utf8"));
		expect(manifests[0]).toBe(manifests[1]);
	});

	test("without the search index removes it from the site", async () => {
		const portal = new PortalCopy();
		await buildSite({ ...portal.options, search: true });
		const { removed } = await changesOf(portal, () => {});
		expect(removed).toEqual([]);
		expect(existsSync(join(portal.output, "pagefind"))).toBe(false);
		const page = await HtmlPage.read(join(portal.output, "tim-kiem/trong-luu-tru/index.html"));
		expect(page.attributes("#search", "data-bundles")).toEqual(["[]"]);
	});
});

describe("a build that cannot be completed", () => {
	test("returns every problem of the content and leaves the site unchanged", async () => {
		const portal = new PortalCopy();
		await buildSite(portal.options);
		const before = readTree(portal.output);
		portal.edit("articles/2018/03/05-tin-ngan.md", "Tin ngắn nhất", "Tin ngắn nhất".normalize("NFD"));
		portal.edit("articles/2018/03/05-tin-ngan.md", "author: ly-van-thu", "author: khong-co");
		portal.edit("articles/2026/11/20-sang-nay.md", "tags:", "tựa: x\ntags:");
		portal.edit("articles/2025/06/30-ngay-cuoi.md", "province: binh-phuoc", "province: hue");
		portal.edit("pages/lien-he.md", "Gọi", "[Sai](/2026/11/20/khong-co.html) Gọi");
		portal.remove("articles/2026/11/02-gia-lua/lua.png");
		const { report, problems } = await buildPortal(portal.options);
		expect(report).toBeUndefined();
		expect(problems.map(({ file, line, field }) => `${file}:${line} ${field}`)).toMatchInlineSnapshot(`
			[
			  "articles/2018/03/05-tin-ngan.md:2 title",
			  "articles/2018/03/05-tin-ngan.md:4 author[0]",
			  "articles/2026/11/02-gia-lua.md:9 image.src",
			  "articles/2026/11/20-sang-nay.md:5 tựa",
			  "pages/lien-he.md:4 body",
			]
		`);
		expect(compareTrees(before, readTree(portal.output))).toEqual(noDifference);
	});

	test("reports a file that is not a picture", async () => {
		const portal = new PortalCopy();
		await buildSite(portal.options);
		const before = readTree(portal.output);
		portal.write("articles/2026/11/02-gia-lua/lua.png", "không phải ảnh");
		const { problems } = await buildPortal(portal.options);
		expect(problems).toMatchObject([{ file: "articles/2026/11/02-gia-lua.md" }]);
		expect(compareTrees(before, readTree(portal.output))).toEqual(noDifference);
	});

	test.each([
		{ name: "on a first build", isFirst: true },
		{ name: "over an older site", isFirst: false },
	])("leaves the site as it was when it breaks off, $name", async ({ isFirst }) => {
		const portal = new PortalCopy();
		if (!isFirst) await buildSite(portal.options);
		const before = isFirst ? new Map<string, string>() : readTree(portal.output);
		portal.edit("site.yml", "name: Tin Mẫu & Bạn", "name: Tin Mẫu Mới");
		await expect(buildSite({ ...portal.options, progress: breakingProgress() })).rejects.toThrow();
		if (isFirst) expect(existsSync(portal.output)).toBe(false);
		else expect(compareTrees(before, readTree(portal.output))).toEqual(noDifference);

		await buildSite(portal.options);
		const fresh = join(temporaryFolder(), "site");
		await buildSite({ ...portal.options, outputDirectory: fresh });
		expect(compareTrees(readTree(fresh), readTree(portal.output))).toEqual(noDifference);
	});
});

/** Throws in the middle of rendering. */
function breakingProgress(): Progress {
	let left = Number.POSITIVE_INFINITY;
	return {
		start(label) {
			left = label === "Dựng trang" ? 60 : Number.POSITIVE_INFINITY;
		},
		advance(steps = 1) {
			left -= steps;
			if (left <= 0) throw new Error("the disk is full");
		},
		done() {},
		beside: breakingProgress,
	};
}

describe("the output folder", () => {
	test("is accepted if it is empty", async () => {
		const portal = new PortalCopy();
		mkdirSync(portal.output);
		await buildSite(portal.options);
		expect(existsSync(join(portal.output, "index.html"))).toBe(true);
	});

	test.each([
		{
			name: "a folder with files",
			make: (output: string) => cpSync(fixtureDirectory, output, { recursive: true }),
		},
		{ name: "a file", make: (output: string) => writeFileSync(output, "của người khác") },
		{ name: "a link to elsewhere", make: (output: string) => symlinkSync(resolve(fixtureDirectory), output) },
	])("is refused where it is $name of somebody else's", async ({ make }) => {
		const portal = new PortalCopy();
		make(portal.output);
		const before = existsSync(join(portal.output, "site.yml")) ? readTree(portal.output) : undefined;
		await expect(buildSite(portal.options)).rejects.toBeInstanceOf(ForeignOutputError);
		if (before) expect(readTree(portal.output)).toEqual(before);
		else expect(readFileSync(portal.output, "utf8")).toBe("của người khác");
	});
});

describe("the same content", () => {
	/** Builds in a separate process with another time zone. */
	async function buildIn(zone: string, content: string, output: string): Promise<void> {
		const child = spawn(
			process.execPath,
			["scripts/tintinh.js", "build", "--content", content, "--output", output, "--now", fixtureNow],
			{
				env: { ...process.env, TZ: zone, LANG: zone.startsWith("Asia") ? "vi_VN.UTF-8" : "C" },
				stdio: "ignore",
			},
		);
		const [code] = await once(child, "exit");
		expect(code).toBe(0);
	}

	/** A copy of the fixture whose files were created in reverse order. */
	function reversedCopy(): string {
		const copy = join(temporaryFolder(), "content");
		for (const file of [...readTree(fixtureDirectory).keys()].reverse()) {
			mkdirSync(dirname(join(copy, file)), { recursive: true });
			writeFileSync(join(copy, file), readFileSync(join(fixtureDirectory, file)));
		}
		return copy;
	}

	test("gives the same bytes in every time zone and for every order of files", async () => {
		const [here, there] = [join(temporaryFolder(), "a"), join(temporaryFolder(), "b")];
		await Promise.all([
			buildIn("Asia/Ho_Chi_Minh", fixtureDirectory, here),
			buildIn("America/New_York", reversedCopy(), there),
		]);
		expect(readTree(here).size).toBeGreaterThan(200);
		expect(compareTrees(readTree(here), readTree(there))).toEqual(noDifference);
	});
});
