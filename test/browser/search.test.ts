/** The search page and the boxes that lead to it, over the sample portal's index. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "./chromium.ts";
import type { Window } from "./open-window.ts";
import { openWindow } from "./open-window.ts";

let browser: Browser;

beforeAll(async () => {
	browser = await launchChromium();
});

afterAll(() => browser?.close());

type Page = Window["page"];

/** Waits for an answer and returns what the status line says. */
async function answer(page: Page): Promise<string> {
	await page.locator(".search-status:not(.search-loading):not(:empty)").waitFor();
	return (await page.locator(".search-status").textContent()) ?? "";
}

async function titles(page: Page): Promise<string[]> {
	await page.locator(".search-result").first().waitFor();
	return await page.locator(".search-result-title").allTextContents();
}

async function search(page: Page, text: string): Promise<void> {
	await page.goto(`/tim-kiem/?${new URLSearchParams({ q: text })}`);
	await answer(page);
}

function parameters(page: Page): Record<string, string> {
	return Object.fromEntries(new URL(page.url()).searchParams);
}

/** How many the status line says were found. */
async function countFound(page: Page): Promise<number> {
	return Number(/^Tìm thấy (\d+) bài/.exec(await answer(page))?.[1]);
}

/** A filter's choices with the number of articles that each would leave. */
async function choices(page: Page, filter: string): Promise<[value: string, count: number][]> {
	const texts = await page.getByLabel(filter).locator("option").allTextContents();
	return texts.slice(1).map((text) => {
		const [, value = "", count] = /^(.*) \((\d+)\)$/.exec(text) ?? [];
		return [value, Number(count)];
	});
}

describe("asking", () => {
	test("the box on every page leads to results, and these to articles, by keyboard alone", async () => {
		const { page, context, complaints } = await openWindow(browser);
		await page.goto("/2026/11/22/");
		for (let presses = 0; presses < 10; presses++) {
			await page.keyboard.press("Tab");
			if ((await page.locator(":focus").getAttribute("name")) === "q") break;
		}
		await page.keyboard.type("đối thoại");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/tim-kiem/?q=*");
		expect(await countFound(page)).toBeGreaterThan(5);
		expect(await page.locator(".search-page input[name=q]").inputValue()).toBe("đối thoại");

		const first = page.locator(".search-result-title a").first();
		const title = await first.textContent();
		await page.locator(".search-page input[name=q]").focus();
		for (let presses = 0; presses < 12; presses++) {
			await page.keyboard.press("Tab");
			if (await first.evaluate((link) => link === document.activeElement)) break;
		}
		await page.keyboard.press("Enter");
		await page.waitForURL(/\/20\d\d\//);
		expect(await page.locator("h1").textContent()).toBe(title);
		expect(complaints).toEqual([]);
		await context.close();
	});

	test("the menu sheet of phones holds a box as well", async () => {
		const { page, context } = await openWindow(browser, { viewport: { width: 360, height: 740 } });
		await page.goto("/");
		await page.locator(".menu-sheet summary").click();
		await page.locator(".menu-sheet input[name=q]").fill("trâu");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/tim-kiem/?q=*");
		expect(await countFound(page)).toBeGreaterThan(0);
		await context.close();
	});

	test.each([
		["with accents", "đối thoại"],
		["without accents", "doi thoai"],
		["in capitals", "ĐỐI THOẠI"],
		["with marks apart (NFD)", "đối thoại".normalize("NFD")],
		["with spaces around", "  đối   thoại "],
	])("finds “đối thoại” typed %s", async (_, text) => {
		const { page, context } = await openWindow(browser);
		await search(page, text);
		expect(await titles(page)).toContain("Ba giờ đối thoại về một con kênh");
		const found = await page.locator(".search-result mark").allTextContents();
		expect(found.map((word) => word.toLowerCase())).toContain("đối");
		await context.close();
	});

	test("shows letters as they are written, the index's form of đ nowhere", async () => {
		const { page, context } = await openWindow(browser);
		await search(page, "dong dang doi");
		const [text = ""] = await page.locator("#search").allTextContents();
		expect(text).toMatch(/đ/);
		expect(text).toBe(text.normalize("NFC"));
		expect(text).not.toContain("\u0335");
		await context.close();
	});

	test("asking anew on the page changes results and address", async () => {
		const { page, context } = await openWindow(browser);
		await search(page, "đối thoại");
		const box = page.locator(".search-page input[name=q]");
		await box.fill("con trâu");
		await box.press("Enter");
		await expect.poll(() => parameters(page)).toEqual({ q: "con trâu" });
		await expect.poll(() => titles(page)).not.toContain("Ba giờ đối thoại về một con kênh");
		await context.close();
	});
});

describe("narrowing", () => {
	test.each([
		["Năm", "nam"],
		["Tỉnh, thành phố", "tinh"],
		["Ban, cơ quan", "ban"],
		["Tác giả", "tac-gia"],
		["Từ khóa", "tu-khoa"],
	])("%s: each choice leaves as many as it says, and is in the address", async (filter, parameter) => {
		const { page, context } = await openWindow(browser);
		await search(page, "đối thoại");
		const all = await countFound(page);
		const offered = await choices(page, filter);
		expect(offered.length).toBeGreaterThan(1);
		const [value, count] = offered.find(([, number]) => number < all) ?? ["", 0];
		await page.getByLabel(filter).selectOption(value);
		await expect.poll(() => countFound(page)).toBe(count);
		expect(parameters(page)).toEqual({ q: "đối thoại", [parameter]: value });
		expect(await page.getByLabel(filter).inputValue()).toBe(value);
		await context.close();
	});

	test("two filters narrow further; the address restores them; Back undoes one at a time", async () => {
		const { page, context } = await openWindow(browser);
		await search(page, "đối thoại");
		const all = await countFound(page);
		await page.getByLabel("Năm").selectOption("2026");
		await expect.poll(() => countFound(page)).toBeLessThan(all);
		const ofYear = await countFound(page);
		await page.getByLabel("Tỉnh, thành phố").selectOption("Đồng Tháp");
		await expect.poll(() => countFound(page)).toBeLessThan(ofYear);
		const ofBoth = await countFound(page);

		await page.reload();
		expect(await countFound(page)).toBe(ofBoth);
		expect(await page.getByLabel("Năm").inputValue()).toBe("2026");
		expect(await page.getByLabel("Tỉnh, thành phố").inputValue()).toBe("Đồng Tháp");

		await page.goBack();
		await expect.poll(() => countFound(page)).toBe(ofYear);
		await page.goBack();
		await expect.poll(() => countFound(page)).toBe(all);
		expect(await page.getByLabel("Năm").inputValue()).toBe("");
		await page.goForward();
		await expect.poll(() => countFound(page)).toBe(ofYear);
		await context.close();
	});

	test("a filter that was changed by keyboard keeps the focus", async () => {
		const { page, context } = await openWindow(browser);
		await search(page, "đối thoại");
		const all = await countFound(page);
		await page.getByLabel("Năm").focus();
		await page.keyboard.type("2026");
		await expect.poll(() => countFound(page)).toBeLessThan(all);
		expect(await page.getByLabel("Năm").evaluate((select) => select === document.activeElement)).toBe(true);
		await context.close();
	});

	test("the newest come first when asked for", async () => {
		const { page, context } = await openWindow(browser);
		await search(page, "dân vận");
		const dates = () =>
			page
				.locator(".search-result time")
				.evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
		const sorted = async () => {
			const shown = await dates();
			return shown.length > 0 && shown.join() === shown.toSorted().reverse().join();
		};
		expect(await sorted()).toBe(false);
		await page.getByLabel("Xếp theo").selectOption("date");
		await expect.poll(sorted).toBe(true);
		expect(parameters(page)).toEqual({ q: "dân vận", xep: "ngay" });
		await context.close();
	});
});

describe("reaching back", () => {
	test("recent years answer first, the older ones when asked for", async () => {
		const { page, context } = await openWindow(browser);
		const years = new Set<string>();
		page.on("request", (request) => {
			const year = /\/pagefind\/(\d{4})\//.exec(request.url())?.[1];
			if (year) years.add(year);
		});
		await search(page, "dân vận");
		expect(await answer(page)).toMatch(/^Tìm thấy \d+ bài từ năm 2025$/);
		expect([...years].toSorted()).toEqual(["2025", "2026"]);
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
		await expect.poll(() => countFound(page)).toBeGreaterThan(recent);
		expect(await answer(page)).toMatch(/^Tìm thấy \d+ bài$/);
		expect(years).toContain("2016");
		await context.close();
	});

	test("older years are searched at once when the recent ones hold little", async () => {
		const { page, context } = await openWindow(browser);
		await search(page, "duong hoa tan trung");
		expect(await titles(page)).toContain("Đường hoa của mười chín chị em thôn Tân Trung");
		await context.close();
	});

	test("an old year is searched when it is chosen", async () => {
		const { page, context } = await openWindow(browser);
		await page.goto("/tim-kiem/?q=hoa&nam=2016");
		expect(await titles(page)).toContain("Đường hoa của mười chín chị em thôn Tân Trung");
		await context.close();
	});
});

describe("when there is nothing to show", () => {
	test("no question: the box waits for one", async () => {
		const { page, context } = await openWindow(browser);
		await page.goto("/tim-kiem/");
		await expect
			.poll(() => page.locator(".search-page input").evaluate((input) => input === document.activeElement))
			.toBe(true);
		expect(await page.locator(".search-result").count()).toBe(0);
		await context.close();
	});

	test("nothing found: says so, advises, and leads to the archive", async () => {
		const { page, context } = await openWindow(browser);
		await search(page, "xyzzyq");
		expect(await answer(page)).toBe("Không tìm thấy bài nào cho “xyzzyq”.");
		expect(await page.locator(".search-advice").textContent()).toContain("không dấu");
		await page.getByRole("link", { name: "Mở kho lưu trữ" }).click();
		await page.waitForURL("**/luu-tru/");
		await context.close();
	});

	test.each([
		["the script of the newest bundle", "**/pagefind/*/pagefind.js*"],
		["the index of an older bundle", "**/pagefind/2025/pagefind-entry.json*"],
		["the texts of what was found", "**/pagefind/**/*.pf_fragment"],
	])("%s fails to load: says so, and trying again works", async (_, files) => {
		const { page, context } = await openWindow(browser);
		await context.route(files, (route) => route.abort());
		await page.goto("/tim-kiem/?q=%C4%91%E1%BB%91i+tho%E1%BA%A1i");
		await page.locator(".search-status-error").waitFor();
		expect(await page.locator(".search-status").textContent()).toMatch(/^Không tải được dữ liệu tìm kiếm/);
		expect(await page.locator(".search-result").count()).toBe(0);
		await page.getByRole("button", { name: "Thử lại" }).click();
		await page.locator(".search-status-error").waitFor();
		await context.unroute(files);
		await page.getByRole("button", { name: "Thử lại" }).click();
		expect(await titles(page)).toContain("Ba giờ đối thoại về một con kênh");
		expect(await page.locator(".search-status-error").count()).toBe(0);
		await context.close();
	});

	test("the connection breaks off: says so, and trying again works once it is back", async () => {
		const { page, context } = await openWindow(browser);
		await search(page, "đối thoại");
		await context.setOffline(true);
		const box = page.locator(".search-page input[name=q]");
		await box.fill("thuyền");
		await box.press("Enter");
		await page.locator(".search-status-error").waitFor();
		await context.setOffline(false);
		await page.getByRole("button", { name: "Thử lại" }).click();
		expect(await titles(page)).not.toEqual([]);
		await context.close();
	});

	test("without JavaScript: says so and offers archive and latest news", async () => {
		const { page, context } = await openWindow(browser, { javaScriptEnabled: false });
		await page.goto("/tim-kiem/?q=trau");
		expect(await page.locator("#search").textContent()).toContain("không chạy JavaScript");
		expect(
			await page.locator("#search a").evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
		).toEqual(["/luu-tru/", "/tin-moi/"]);
		await context.close();
	});
});
