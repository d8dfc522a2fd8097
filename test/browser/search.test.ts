/** The search page over the sample portal's index, at the widths of a phone and a desktop. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeWindows, openChromium } from "./chromium.ts";
import { makeWindow, openWindow } from "./open-window.ts";
import {
	answer,
	countFound,
	openNarrowing,
	openSavingWindow,
	parameters,
	phoneWindow,
	type SearchPage,
	searchAgain,
	searchFor,
	searchWindows,
	tabTo,
	titles,
} from "./search-window.ts";

/** A title that several of the queries find. */
const canal = "Ba giờ đối thoại về một con kênh";
const indexFiles = "**/tim-kiem/chi-muc/**";

let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
});

afterAll(closeWindows);

async function search(
	page: SearchPage,
	q: string,
	filters: Readonly<Record<string, string>> = {},
): Promise<void> {
	await searchFor(page, "/tim-kiem/", { q, ...filters });
}

test("the search in English speaks English and finds a translated article by its body", async () => {
	const { page, complaints } = await openWindow(browser);
	await page.goto("/en/");
	await page.locator(".search-box-small input").fill("villages guards border agreement");
	await page.keyboard.press("Enter");
	await page.locator(".search-status").filter({ hasText: "found" }).waitFor();
	expect(new URL(page.url()).pathname).toBe("/en/search/");
	expect(await titles(page)).toEqual(["Huế signs an agreement with the Border Guard for 2026-2030"]);
	expect(await page.locator(".search-filters select").count()).toBe(2);
	await searchAgain(page, "xyzzyq");
	await page.getByText("Nothing was found for “xyzzyq”.").waitFor();
	expect(complaints).toEqual([]);
});

describe.each(searchWindows)("at %s", (name, window) => {
	let page: SearchPage;
	let complaints: readonly string[];

	beforeAll(async () => {
		({ page, complaints } = await makeWindow(browser, window));
	});

	test("an article can be found and opened by keyboard alone", async () => {
		await page.goto("/2026/11/22/");
		if (name === "360 px") {
			await tabTo(page, ".menu-sheet summary");
			await page.keyboard.press("Enter");
		}
		await tabTo(page, "input[name=q]");
		await page.keyboard.type("đối thoại con kênh");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/tim-kiem/?q=*");
		expect(await countFound(page)).toBeGreaterThan(0);
		expect(await page.locator(".search-page input[type=search]").inputValue()).toBe("đối thoại con kênh");
		await tabTo(page, ".search-result-title a");
		await page.keyboard.press("Enter");
		await page.waitForURL(/\/20\d\d\//);
		expect(await page.locator("h1").textContent()).toBe(canal);
		expect(complaints).toEqual([]);
	});

	test("the first result is visible without scrolling, the layout does not shift as results arrive, and every target is 44 px high", async () => {
		await page.goto("/tim-kiem/?q=d%C3%A2n+v%E1%BA%ADn");
		await answer(page);
		const box = await page.locator(".search-result").first().boundingBox();
		expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(740);
		await page.waitForLoadState("networkidle");
		const shift = await page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					let sum = 0;
					new PerformanceObserver((list) => {
						for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
					}).observe({ type: "layout-shift", buffered: true });
					setTimeout(() => resolve(sum), 200);
				}),
		);
		expect(shift).toBeLessThan(0.05);
		const low = await page
			.locator(".search-page :is(input:not([type=hidden]), select, button, .search-pages a)")
			.evaluateAll((all) =>
				all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML),
			);
		expect(low).toEqual([]);
	});

	test("filters narrow the results, are part of the address, survive a reload, and Back undoes them one at a time", async () => {
		await search(page, "đối thoại");
		const all = await countFound(page);
		await openNarrowing(page);
		await page.locator("select[name=nam]").selectOption("2026");
		await expect.poll(() => countFound(page)).toBeLessThan(all);
		const ofYear = await countFound(page);
		await page.getByLabel("Địa phương").selectOption({ label: "Đồng Tháp" });
		await expect.poll(() => countFound(page)).toBeLessThan(ofYear);
		const ofBoth = await countFound(page);
		expect(parameters(page)).toEqual({ q: "đối thoại", nam: "2026", tinh: "dong-thap" });
		for (const place of await page.locator(".search-result-about").allTextContents())
			expect(place).toContain("Đồng Tháp");

		await page.reload();
		expect(await countFound(page)).toBe(ofBoth);
		expect(await page.getByLabel("Địa phương").inputValue()).toBe("dong-thap");
		await page.goBack();
		await expect.poll(() => countFound(page)).toBe(ofYear);
		await page.goBack();
		await expect.poll(() => countFound(page)).toBe(all);
		expect(await page.locator("select[name=nam]").inputValue()).toBe("");
		await page.goForward();
		await expect.poll(() => countFound(page)).toBe(ofYear);
	});
});

// Nothing of what follows depends on the width.

describe("on a page that is loaded once", () => {
	let page: SearchPage;
	let complaints: readonly string[];

	beforeAll(async () => {
		({ page, complaints } = await makeWindow(browser, phoneWindow));
	});

	test("a result shows title, day, lead, picture, committee and province, and marks the words that were found", async () => {
		await search(page, "doi thoai con kenh");
		const result = page.locator(".search-result").first();
		expect(await result.locator("h2").textContent()).toBe(canal);
		expect(await result.locator("time").textContent()).toMatch(/^\d\d\/\d\d\/\d{4}$/);
		expect((await result.locator(".search-result-excerpt").textContent())?.length).toBeGreaterThan(40);
		expect(await result.locator(".search-result-about span").count()).toBe(2);
		expect(await result.locator("img").getAttribute("src")).toMatch(/^\/anh\//);
		expect(await result.locator("mark").allTextContents()).toContain("đối thoại");
	});

	test("each page of results has an address of its own, and Back returns to the last one", async () => {
		await search(page, "dân vận");
		const first = await titles(page);
		expect(first.length).toBe(10);
		await page.getByRole("link", { name: "Trang sau" }).click();
		await expect.poll(() => answer(page)).toMatch(/, trang 2\/\d+$/);
		const second = await titles(page);
		expect(second.filter((title) => first.includes(title))).toEqual([]);
		expect(parameters(page)).toEqual({ q: "dân vận", trang: "2" });
		expect(await page.locator(".search-status").evaluate((line) => line === document.activeElement)).toBe(
			true,
		);
		expect(await page.title()).toMatch(/^“dân vận” – /);

		const friend = await openWindow(browser, phoneWindow);
		await friend.page.goto(page.url());
		expect(await titles(friend.page)).toEqual(second);

		await page.goBack();
		await expect.poll(() => titles(page)).toEqual(first);
	});

	test("results can be narrowed to a committee", async () => {
		await search(page, "dân vận");
		const all = await countFound(page);
		await openNarrowing(page);
		const [, first] = await page.getByLabel("Cơ quan").locator("option").allTextContents();
		await page.getByLabel("Cơ quan").selectOption({ label: first ?? "" });
		await expect.poll(() => countFound(page)).toBeLessThan(all);
		for (const about of await page.locator(".search-result-about").allTextContents())
			expect(about).toContain(first);
	});

	test("results can be sorted by date", async () => {
		await search(page, "đối thoại");
		const isSorted = async () => {
			const times = page.locator(".search-result time");
			const shown = await times.evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
			return shown.length > 1 && shown.join() === shown.toSorted().reverse().join();
		};
		expect(await isSorted()).toBe(false);
		await openNarrowing(page);
		await page.getByLabel("Xếp theo").selectOption("ngay");
		await expect.poll(isSorted).toBe(true);
		expect(parameters(page)).toEqual({ q: "đối thoại", xep: "ngay" });
	});

	test("a new query changes results and address, and starts at the first page", async () => {
		await search(page, "dân vận", { trang: "2" });
		const box = page.locator(".search-page input[type=search]");
		await box.fill("con trâu");
		await box.press("Enter");
		await expect.poll(() => parameters(page)).toEqual({ q: "con trâu" });
		await expect.poll(() => answer(page)).toMatch(/^Tìm thấy \d+ bài$/);
	});

	test.each([
		["with accents", "đối thoại con kênh"],
		["without accents", "doi thoai con kenh"],
		["in capitals", "ĐỐI THOẠI CON KÊNH"],
		["with marks apart (NFD)", "đối thoại con kênh".normalize("NFD")],
		["with spaces around", "  đối   thoại con kênh "],
	])("finds “đối thoại con kênh” typed %s first", async (_, text) => {
		await search(page, text);
		expect((await titles(page))[0]).toBe(canal);
	});

	test("a misspelt query gets a suggestion that leads to the corrected one", async () => {
		await search(page, "mùa nức nổi");
		const suggestion = page.locator(".search-suggestion");
		expect(await suggestion.textContent()).toMatch(/^Có phải bạn tìm mùa nước nổi\? \(\d+ bài\)$/);
		await suggestion.getByRole("link").click();
		await expect.poll(() => parameters(page)).toEqual({ q: "mùa nước nổi" });
		await suggestion.waitFor({ state: "detached" });
		expect(await page.locator(".search-result mark").allTextContents()).toContain("Mùa nước nổi");
	});

	test("Telex keys are read as the letters that they mean, and the page says so", async () => {
		await search(page, "ddoois thoaij");
		const understood = page.locator(".search-understood");
		expect(await understood.textContent()).toBe("Đã tìm theo “đối thoại”. Tìm nguyên văn “ddoois thoaij”");
		expect((await titles(page)).join("\n")).toContain("đối thoại");
		await understood.getByRole("link").click();
		await understood.waitFor({ state: "detached" });
		expect(new URL(page.url()).searchParams.get("q")).toBe("“ddoois thoaij”");
	});

	test("markup in a query is shown as text", async () => {
		await search(page, "<img src=x onerror=alert(1)>xyzzyq");
		expect(await page.locator("#search img[src=x]").count()).toBe(0);
		expect(complaints).toEqual([]);
	});

	test.each(["43-KH/BBT", "kế hoạch 43", "ke hoach so 43"])(
		"an official document is found as “%s”",
		async (text) => {
			await search(page, text);
			expect((await titles(page))[0]).toBe("Kế hoạch số 43-KH/BBT");
		},
	);

	test("a search without results within filters offers to remove them", async () => {
		await search(page, "con kênh xáng", { nam: "2016" });
		expect(await answer(page)).toBe("Không có bài nào trong phần đã chọn.");
		await page.getByRole("link", { name: "Bỏ hết bộ lọc" }).click();
		await expect.poll(() => countFound(page)).toBeGreaterThan(0);
		expect(parameters(page)).toEqual({ q: "con kênh xáng" });
	});

	test("if a part of the index fails to load, the rest answers, the failure is named, and trying again corrects it", async () => {
		const { page: other, context } = await openWindow(browser, phoneWindow);
		const closed = "**/tim-kiem/chi-muc/closed/**";
		await search(page, "dân vận");
		const all = await countFound(page);
		await context.route(closed, (route) => route.abort());
		await other.goto(page.url());
		expect(await countFound(other)).toBeLessThan(all);
		expect(await other.locator(".search-notice").textContent()).toContain("chưa tải được");
		expect((await titles(other)).length).toBeGreaterThan(0);
		await context.unroute(closed);
		await other.getByRole("button", { name: "Thử lại" }).click();
		await expect.poll(() => countFound(other)).toBe(all);
		expect(await other.locator(".search-notice").count()).toBe(0);
	});

	test("a search without results says so, gives advice and links to the archive", async () => {
		await search(page, "xyzzyq");
		expect(await answer(page)).toBe("Không tìm thấy bài nào cho “xyzzyq”.");
		expect(await page.locator(".search-advice").textContent()).toContain("ít từ hơn");
		await page.getByRole("link", { name: "Mở kho lưu trữ" }).click();
		await page.waitForURL("**/luu-tru/");
	});

	test("the link to the archive search keeps query, filters, order and years", async () => {
		await search(page, "dân vận", { nam: "2026", tinh: "dong-thap", xep: "ngay" });
		const form = page.locator(".search-deeper");
		expect(await form.getByLabel("Từ năm").inputValue()).toBe("2026");
		await form.getByLabel("Từ năm").selectOption("2023");
		await form.getByRole("button", { name: "Tìm" }).click();
		await page.waitForURL("**/tim-kiem/trong-luu-tru/*");
		expect(parameters(page)).toEqual({
			q: "dân vận",
			tinh: "Đồng Tháp",
			xep: "ngay",
			"tu-nam": "2023",
			"den-nam": "2026",
		});
		expect(await answer(page)).toMatch(/^Tìm thấy \d+ bài từ năm 2023 đến năm 2026$/);
	});
});

test("without a query the search box waits for one, and nothing of the index is loaded", async () => {
	const { page, context } = await openWindow(browser, phoneWindow);
	const asked: string[] = [];
	await context.route(indexFiles, (route) => {
		asked.push(route.request().url());
		return route.continue();
	});
	await page.goto("/tim-kiem/");
	await expect
		.poll(() =>
			page.locator(".search-page input[type=search]").evaluate((input) => input === document.activeElement),
		)
		.toBe(true);
	expect(await page.locator(".search-result").count()).toBe(0);
	expect(asked).toEqual([]);
});

test("if the index's file list fails to load, the page says so, and trying again works", async () => {
	const { page, context } = await openWindow(browser, phoneWindow);
	await context.route(indexFiles, (route) => route.abort());
	await page.goto("/tim-kiem/?q=%C4%91%E1%BB%91i+tho%E1%BA%A1i");
	await page.locator(".search-status-error").waitFor();
	expect(await answer(page)).toMatch(/^Không tải được dữ liệu tìm kiếm/);
	const failedAgain = page.waitForEvent("requestfailed");
	await page.getByRole("button", { name: "Thử lại" }).click();
	await failedAgain;
	await page.locator(".search-status-error").waitFor();
	await context.unroute(indexFiles);
	await page.getByRole("button", { name: "Thử lại" }).click();
	expect(await titles(page)).toContain(canal);
	expect(await page.locator(".search-status-error").count()).toBe(0);
});

test("a browser in data-saving mode gets no pictures", async () => {
	const { page } = await openSavingWindow(browser, phoneWindow);
	await search(page, "dân vận");
	expect(await page.locator(".search-result").count()).toBe(10);
	expect(await page.locator(".search-result img").count()).toBe(0);
});

test("without JavaScript, the page says so and offers the archive and the latest news", async () => {
	const { page } = await openWindow(browser, { ...phoneWindow, javaScriptEnabled: false });
	await page.goto("/tim-kiem/?q=trau");
	expect(await page.locator("#search").textContent()).toContain("không chạy JavaScript");
	expect(await page.locator(".search-narrow").isVisible()).toBe(false);
	const links = page.locator("#search a");
	expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([
		"/luu-tru/",
		"/tin-moi/",
	]);
});

describe("an official document", () => {
	test("is found among official documents by number, kind and year, and the address keeps the query", async () => {
		const { page, complaints } = await openWindow(browser);
		await page.goto("/van-ban/");
		const status = page.locator(".official-documents-page-status");
		await page.fill(".official-documents-page-finder input", "ke hoach so 43");
		await status.filter({ hasText: "1 văn bản" }).waitFor();
		expect(await page.locator("[data-documents] li").textContent()).toContain("43-KH/BBT");
		await page.fill(".official-documents-page-finder input", "");
		await page.selectOption("select[name=loai]", "chuong-trinh");
		await status.filter({ hasText: "2 văn bản" }).waitFor();
		await page.selectOption("select[name=nam]", "2025");
		await status.filter({ hasText: "1 văn bản" }).waitFor();
		expect(new URL(page.url()).search).toBe("?loai=chuong-trinh&nam=2025");
		await page.reload();
		await status.filter({ hasText: "1 văn bản" }).waitFor();
		expect(complaints).toEqual([]);
	});

	test("shows its file when a reader opens it, and loads nothing before", async () => {
		const { page, complaints } = await openWindow(browser);
		const asked: string[] = [];
		page.on("request", (request) => asked.push(new URL(request.url()).pathname));
		await page.goto("/van-ban/43-kh-bbt-2026.html");
		await page.waitForLoadState("load");
		const isFile = (path: string) => path.endsWith(".pdf");
		expect(asked.filter(isFile)).toEqual([]);
		const file = page.waitForResponse((response) => isFile(new URL(response.url()).pathname));
		await page.locator("details summary").filter({ hasText: "Toàn văn" }).click();
		expect((await file).status()).toBe(200);
		expect(complaints).toEqual([]);
	});
});
