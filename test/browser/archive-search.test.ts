/**
 * The search within a part of the archive, over the sample portal's bundles, at the widths of a phone and a desktop.
 */
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeWindows, openChromium } from "./chromium.ts";
import { makeWindow, openWindow } from "./open-window.ts";
import {
	answer,
	countFound,
	openFilters,
	openNarrowing,
	openSavingWindow,
	parameters,
	phoneWindow,
	type SearchPage,
	searchAgain,
	searchFor,
	searchWindows,
	titles,
} from "./search-window.ts";

const address = "/tim-kiem/trong-luu-tru/";
const canal = "Ba giờ đối thoại về một con kênh";

let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
});

afterAll(closeWindows);

async function search(page: SearchPage, query: Readonly<Record<string, string>>): Promise<void> {
	await searchFor(page, address, query);
}

function field(page: SearchPage, filter: string): Locator {
	const label = page.locator(".search-more-filters label").filter({ hasText: new RegExp(`^${filter}`) });
	return label.locator("select");
}

/** A filter's choices with the number of articles that each would leave. */
async function choices(page: SearchPage, filter: string): Promise<[value: string, count: number][]> {
	const options = field(page, filter).locator("option");
	await expect.poll(() => options.count()).toBeGreaterThan(1);
	const texts = await options.allTextContents();
	return texts.slice(1).map((text) => {
		const [, value = "", count] = /^(.*) \((\d+) bài\)$/.exec(text) ?? [];
		return [value, Number(count)];
	});
}

describe("from the pages of an archive", () => {
	const boxes: [page: string, within: string, scope: Record<string, string>][] = [
		["/2026/11/22/", "tin ngày 22/11/2026", { ngay: "2026-11-22" }],
		["/2026/11/", "tin tháng 11/2026", { thang: "2026-11" }],
		["/2026/", "tin năm 2026", { nam: "2026" }],
		["/luu-tru/", "toàn bộ kho tin", {}],
		["/tin-moi/", "toàn bộ kho tin", {}],
		["/tu-khoa/dan-van-kheo/", "tin có từ khóa “Dân vận khéo”", { "tu-khoa": "Dân vận khéo" }],
		["/tac-gia/dinh-van-chuyen/", "bài của ", { "tac-gia": "Đinh Văn Chuyên" }],
		["/ban/ban-tuyen-giao-dan-van-dong-nai/", "tin của ", { ban: "Tuyên giáo và Dân vận Đồng Nai" }],
	];

	test("the box on a page searches what the page shows", async () => {
		const { page, complaints } = await openWindow(browser, phoneWindow);
		const asked: Record<string, string>[] = [];
		for (const [page_, within, scope] of boxes) {
			await page.goto(page_, { waitUntil: "domcontentloaded" });
			const box = page.locator(".archive-search-box");
			const label = (await box.locator("label").textContent())?.replaceAll("\u00a0", " ");
			expect(label, page_).toContain(`Tìm trong ${within}`);
			await box.locator("input[name=q]").fill("dân");
			await page.keyboard.press("Enter");
			await page.waitForURL(`**${address}*`, { waitUntil: "commit" });
			expect(parameters(page), page_).toEqual({ ...scope, q: "dân" });
			asked.push(parameters(page));
		}
		await answer(page);
		for (const query of asked) {
			await search(page, query);
			expect(await countFound(page), JSON.stringify(query)).toBeGreaterThan(0);
		}
		expect(complaints).toEqual([]);
	});

	test("the page of a merged province searches its predecessors too", async () => {
		const { page } = await openWindow(browser);
		await page.goto("/tinh/dong-nai/");
		await page.locator(".archive-search-box input[name=q]").fill("bình phước");
		await page.keyboard.press("Enter");
		await page.waitForURL(`**${address}*`);
		expect(new URL(page.url()).searchParams.getAll("tinh")).toEqual(["Bình Phước", "Đồng Nai"]);
		expect((await titles(page)).join("\n")).toContain("Bình Phước");
	});

	test("an article links to the search of its year", async () => {
		const { page } = await openWindow(browser);
		await page.goto("/2026/11/17/hoi-nghi-so-ket-dan-van-kheo-ninh-binh.html");
		await page.getByRole("link", { name: "Tìm trong tin năm 2026" }).click();
		await page.waitForURL(`**${address}?nam=2026`);
		expect(await answer(page)).toMatch(/^Tìm thấy \d+ bài trong năm 2026$/);
	});
});

describe.each(searchWindows)("at %s", (_, window) => {
	test("years narrow the results from both ends; Back undoes it; the address restores it; other filters are loaded when opened, and keep the focus when changed", async () => {
		const { page } = await openWindow(browser, window);
		const loaded: string[] = [];
		page.on("request", (request) => loaded.push(request.url()));
		await search(page, { q: "dân vận" });
		await openNarrowing(page);
		await page.getByLabel("Đến năm").selectOption("2019");
		await expect.poll(() => answer(page)).toMatch(/từ năm 2016 đến năm 2019$/);
		await page.getByLabel("Từ năm").selectOption("2019");
		await expect.poll(() => parameters(page)).toEqual({ q: "dân vận", nam: "2019" });
		await page.reload();
		expect(await page.getByLabel("Từ năm").inputValue()).toBe("2019");
		await page.goBack();
		await expect.poll(() => page.getByLabel("Từ năm").inputValue()).toBe("");
		expect(await page.getByLabel("Đến năm").inputValue()).toBe("2019");
		await answer(page);

		expect(loaded.filter((url) => url.includes("/filter/"))).toEqual([]);
		await openFilters(page);
		expect(loaded.filter((url) => url.includes("/filter/"))).not.toEqual([]);
		const province = field(page, "Địa phương");
		await province.focus();
		await province.selectOption({ index: 1 });
		await expect.poll(() => parameters(page).tinh).toBeDefined();
		await answer(page);
		expect(await province.evaluate((select) => select === document.activeElement)).toBe(true);
	});
});

// Nothing of what follows depends on the width.

describe("on a page that is loaded once", () => {
	let page: SearchPage;
	let complaints: readonly string[];

	beforeAll(async () => {
		({ page, complaints } = await makeWindow(browser, phoneWindow));
	});

	test("words are found with or without accents, and marked as they are written", async () => {
		await search(page, { q: "doi thoai" });
		expect(await titles(page)).toContain(canal);
		const marked = await page.locator(".search-result mark").allTextContents();
		expect(marked.map((word) => word.toLowerCase())).toContain("đối");
		const [text = ""] = await page.locator("#search").allTextContents();
		expect(text).toBe(text.normalize("NFC"));
		expect(text).not.toMatch(/[\u0335\uFEFF\u02BC_]/);
		expect(complaints).toEqual([]);
	});

	test("a word is found and marked however its last i or y is written", async () => {
		for (const q of ["kĩ thuật", '"ki thuat"', "kỹ thuật"]) {
			await search(page, { q });
			const marked = await page.locator(".search-result mark").allTextContents();
			expect(marked.map((word) => word.toLowerCase())).toContain("kỹ");
		}
	});

	test("numbers joined by punctuation are found together, also in quotation marks, and separately", async () => {
		for (const q of ["15/11/2026", '"15/11/2026"', '"hết ngày 15/11/2026"', "15-11-2026", "góp ý 15"]) {
			await search(page, { q });
			expect(await titles(page), q).toContain("Lấy ý kiến nhân dân về dự thảo quy ước khu dân cư");
		}
	});

	test("a short word does not match the beginnings of longer ones", async () => {
		await search(page, { q: "an" });
		const marked = await page.locator(".search-result mark").allTextContents();
		expect(marked.length).toBeGreaterThan(0);
		expect(
			marked.filter((word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase() !== "an"),
		).toEqual([]);
	});

	test("a phrase in quotation marks is found exactly, also with other words beside it", async () => {
		await search(page, { q: "một con" });
		const scattered = await countFound(page);
		await searchAgain(page, "“một con”");
		const phrase = await countFound(page);
		expect(phrase).toBeLessThan(scattered);
		await searchAgain(page, '"một con" đối thoại');
		expect(await titles(page)).toContain(canal);
		expect(await countFound(page)).toBeLessThanOrEqual(phrase);
		await searchAgain(page, '"kênh con"');
		expect(await answer(page)).toBe('Không tìm thấy bài nào cho “"kênh con"”.');
	});

	test("results can be sorted by date over all years", async () => {
		await search(page, { q: "dân vận", xep: "ngay" });
		await page.getByRole("button", { name: "Xem thêm kết quả" }).click();
		await expect.poll(() => page.locator(".search-result").count()).toBeGreaterThan(10);
		const dates = await page
			.locator(".search-result time")
			.evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
		expect(dates).toEqual(dates.toSorted().reverse());
	});

	test("recent years are searched first, older ones on demand", async () => {
		await search(page, { q: "dân vận" });
		expect(await answer(page)).toMatch(/^Tìm thấy \d+ bài từ năm 2025 đến năm 2026$/);
		const recent = await countFound(page);
		for (;;) {
			const more = page.getByRole("button", { name: "Xem thêm kết quả" });
			if ((await more.count()) === 0) break;
			const shown = await page.locator(".search-result").count();
			await more.click();
			await expect.poll(() => page.locator(".search-result").count()).toBeGreaterThan(shown);
		}
		expect(await page.locator(".search-result").count()).toBe(recent);
		await page.getByRole("button", { name: "Tìm cả các năm trước 2025" }).click();
		await expect.poll(() => answer(page)).toMatch(/từ năm 2016 đến năm 2026$/);
		expect(await countFound(page)).toBeGreaterThan(recent);
	});

	test("a search without results says so, gives advice and links on", async () => {
		await search(page, { q: "xyzzyq", nam: "2025" });
		expect(await answer(page)).toBe("Không có bài nào trong phần đã chọn.");
		await page.getByRole("link", { name: "Bỏ hết bộ lọc" }).click();
		await expect.poll(() => answer(page)).toBe("Không tìm thấy bài nào cho “xyzzyq”.");
		await page.getByRole("link", { name: "Tìm trong toàn bộ tin" }).click();
		await page.waitForURL("**/tim-kiem/?q=xyzzyq");
	});
});

test("a choice of a filter leaves as many as it says, stands in the address, and can be taken away", async () => {
	const { page } = await openWindow(browser, phoneWindow);
	await search(page, { q: "đối thoại" });
	const all = await countFound(page);
	await openFilters(page);
	for (const [filter, parameter] of [
		["Tháng", "thang"],
		["Địa phương", "tinh"],
		["Cơ quan", "ban"],
		["Tác giả", "tac-gia"],
		["Từ khóa", "tu-khoa"],
	] as const) {
		await search(page, { q: "đối thoại" });
		const offered = await choices(page, filter);
		expect(offered.length, filter).toBeGreaterThan(1);
		const [value, count] = offered.find(([, number]) => number < all) ?? ["", 0];
		await field(page, filter).selectOption({ label: `${value} (${count} bài)` });
		await expect.poll(() => countFound(page)).toBe(count);
		expect(Object.keys(parameters(page))).toEqual(["q", parameter]);
		await page.getByRole("link", { name: `Bỏ lọc ${filter}: ${value}` }).click();
		await expect.poll(() => countFound(page)).toBe(all);
		expect(parameters(page)).toEqual({ q: "đối thoại" });
		await page.goBack();
		await expect.poll(() => countFound(page)).toBe(count);
	}
});

test("choosing a year loads only that year's bundle", async () => {
	const { page } = await openWindow(browser, phoneWindow);
	const periods = new Set<string>();
	page.on("request", (request) => {
		const period = /\/pagefind\/([\d-]+)\//.exec(request.url())?.[1];
		if (period) periods.add(period);
	});
	await search(page, { q: "hoa", nam: "2016" });
	expect(await titles(page)).toContain("Đường hoa của mười chín chị em thôn Tân Trung");
	expect([...periods]).toEqual(["2016"]);
});

describe("if files fail to load", () => {
	test("without any bundle, the page says so, and trying again works", async () => {
		const { page, context } = await openWindow(browser, phoneWindow);
		const retry = page.getByRole("button", { name: "Thử lại" });
		for (const files of [
			// The engine, its WebAssembly, every bundle.
			"**/pagefind/*/pagefind-worker.js*",
			"**/pagefind/*/wasm.*",
			"**/pagefind/*/pagefind-entry.json*",
		]) {
			let refused = 0;
			await context.route(files, (route) => {
				refused++;
				return route.abort();
			});
			if (await retry.isVisible()) await retry.click();
			else await page.goto(`${address}?q=%C4%91%E1%BB%91i+tho%E1%BA%A1i`);
			await page.locator(".search-status-error").waitFor();
			expect(await answer(page), files).toMatch(/^Không tải được dữ liệu tìm kiếm/);
			expect(refused, files).toBeGreaterThan(0);
			await context.unroute(files);
		}
		await retry.click();
		expect(await titles(page)).toContain(canal);
	});

	test("without some texts of results, the page says how many; without parts of bundles, the rest answers and the failure is named; trying again works", async () => {
		const { page, context } = await openWindow(browser, phoneWindow);
		const retry = page.getByRole("button", { name: "Thử lại" });
		const texts = "**/pagefind/**/*.pf_fragment";
		await context.route(texts, (route) => route.abort());
		await page.goto(`${address}?q=d%C3%A2n+v%E1%BA%ADn`);
		await page.getByText("Chưa tải được 10 bài trong số này.").waitFor();
		await context.unroute(texts);
		await retry.click();
		await expect.poll(() => page.locator(".search-result").count()).toBe(10);
		const all = await countFound(page);

		for (const [files, period] of [
			["**/pagefind/2025/pagefind-entry.json*", "năm 2025"],
			// A piece of a bundle's words.
			["**/pagefind/2026/index/*", "năm 2026"],
			// A piece of the newest bundle's words.
			["**/pagefind/2026-11/index/*", "tháng 11/2026"],
		] as const) {
			await context.route(files, (route) => route.abort());
			await page.reload();
			await page.locator(".search-notice").waitFor();
			expect(await page.locator(".search-notice").textContent()).toContain(
				`Chưa tải được hết dữ liệu của ${period}`,
			);
			expect(await titles(page)).not.toEqual([]);
			await context.unroute(files);
			await retry.click();
			await page.locator(".search-notice").waitFor({ state: "detached" });
			expect(await countFound(page)).toBe(all);
		}
	});
});

test("a browser in data-saving mode gets no pictures", async () => {
	const { page } = await openSavingWindow(browser, phoneWindow);
	await search(page, { q: "dân vận" });
	expect(await page.locator(".search-result").count()).toBe(10);
	expect(await page.locator(".search-result img").count()).toBe(0);
});

test("without JavaScript, the page says so and offers the archive and the latest news", async () => {
	const { page } = await openWindow(browser, { ...phoneWindow, javaScriptEnabled: false });
	await page.goto(`${address}?q=trau`);
	expect(await page.locator("#search").textContent()).toContain("không chạy JavaScript");
	expect(await page.locator("#search a").count()).toBe(2);
});
