/** Suggestions under every search field, over the sample portal's index, at the widths of a phone and a desktop. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { closeWindows, openChromium } from "./chromium.ts";
import { openWindow } from "./open-window.ts";
import { openSavingWindow, phoneWindow, type SearchPage, searchWindows } from "./search-window.ts";

let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
});

afterAll(closeWindows);

/** The search field in a page's header, which is inside the menu on phones. */
async function searchField(page: SearchPage): Promise<Locator> {
	const summary = page.locator(".menu-sheet:not([open]) summary");
	if (await summary.isVisible()) await summary.click();
	return page.locator(".masthead input[name=q]:visible");
}

async function typed(page: SearchPage, text: string): Promise<Locator> {
	const field = await searchField(page);
	await field.click();
	await field.pressSequentially(text);
	await page.locator(".masthead [role=option]:visible").first().waitFor();
	return field;
}

/** The text of the active option for screen readers. */
function activeText(page: SearchPage): Promise<string | undefined> {
	return page.evaluate(() => {
		const id = document.activeElement?.getAttribute("aria-activedescendant");
		const option = id ? document.getElementById(id) : null;
		return option?.getAttribute("aria-selected") === "true" ? (option.textContent ?? "") : undefined;
	});
}

test("what a field loads to make suggestions is smaller than 12.8 kB", () => {
	const sizes = ["suggest.js", "finder.js"].map(
		(name) => brotliCompressSync(readFileSync(join(inject("siteDirectory"), "assets", name))).length,
	);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(12_800);
});

describe.each(searchWindows)("at %s", (_, window) => {
	test("titles, tags, committees and authors are suggested, with or without accents, each large enough for a finger and inside the window; a tap opens its page", async () => {
		const { page, complaints } = await openWindow(browser, window);
		await page.goto("/2026/11/22/");
		await typed(page, "dan van kh");
		const options = page.locator(".masthead [role=option]:visible");
		await expect.poll(async () => (await options.allTextContents()).join("\n")).toContain("Dân vận khéo");
		await (await searchField(page)).fill("đinh văn ch");
		await expect
			.poll(async () => (await options.allTextContents()).join("\n"))
			.toMatch(/Đinh Văn Chuyên.*Tác giả/);

		await (await searchField(page)).fill("");
		await options.first().waitFor({ state: "detached" });
		await typed(page, "dân vận");
		const boxes = await options.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
		expect(boxes.length).toBeGreaterThan(2);
		for (const { left, right, height } of boxes) {
			expect(height).toBeGreaterThanOrEqual(44);
			expect(left).toBeGreaterThanOrEqual(0);
			expect(right).toBeLessThanOrEqual(window.viewport?.width ?? 0);
		}

		const target = await options.first().getAttribute("href");
		await options.first().click();
		await page.waitForURL((url) => url.pathname !== "/2026/11/22/");
		expect(new URL(page.url()).pathname).toBe(target);
		expect(complaints).toEqual([]);
	});

	test("arrow keys cycle through suggestions and field, Enter opens, Escape closes", async () => {
		const { page } = await openWindow(browser, window);
		await page.goto("/2026/11/22/");
		const field = await typed(page, "dân vận");
		expect(await field.getAttribute("role")).toBe("combobox");
		expect(await field.getAttribute("aria-expanded")).toBe("true");
		const options = await page.locator(".masthead [role=option]:visible").allTextContents();
		await page.keyboard.press("ArrowDown");
		expect(await activeText(page)).toBe(options[0]);
		await page.keyboard.press("ArrowUp");
		expect(await activeText(page)).toBeUndefined();
		await page.keyboard.press("ArrowUp");
		expect(await activeText(page)).toBe(options.at(-1));
		expect(await field.inputValue()).toBe("dân vận");

		await page.keyboard.press("Escape");
		expect(await field.getAttribute("aria-expanded")).toBe("false");
		expect(await page.locator(".masthead [role=option]:visible").count()).toBe(0);
		expect(await field.inputValue()).toBe("dân vận");

		await page.keyboard.press("ArrowDown");
		await page.locator(".masthead [role=option]:visible").first().waitFor();
		await page.keyboard.press("ArrowDown");
		const chosen = page.locator(".masthead [role=option][aria-selected=true]");
		const target = await chosen.getAttribute("href");
		await page.keyboard.press("Enter");
		await page.waitForURL((url) => url.pathname !== "/2026/11/22/");
		expect(new URL(page.url()).pathname).toBe(target);
	});

	test("without JavaScript the field is a form that leads to the search page", async () => {
		const { page } = await openWindow(browser, { ...window, javaScriptEnabled: false });
		await page.goto("/2026/11/22/");
		const field = await searchField(page);
		await field.fill("dân vận");
		await field.press("Enter");
		await page.waitForURL("**/tim-kiem/?q=*");
		expect(new URL(page.url()).search).toBe("?q=d%C3%A2n+v%E1%BA%ADn");
	});
});

describe("in a window of any width", () => {
	// Nothing of this depends on the width.
	const window = phoneWindow;

	test("nothing is loaded before the field has focus, and no index before a letter is typed", async () => {
		const { page } = await openWindow(browser, window);
		const loaded: string[] = [];
		page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
		await page.goto("/2026/11/22/");
		await page.waitForLoadState("networkidle");
		const ofSearch = () => loaded.filter((path) => /suggest|finder|chi-muc|pagefind/.test(path));
		expect(ofSearch()).toEqual([]);
		await (await searchField(page)).focus();
		await expect.poll(ofSearch).toContain("/assets/suggest.js");
		await page.waitForLoadState("networkidle");
		expect(ofSearch().filter((path) => path.includes("chi-muc"))).toEqual([]);
	});

	test("the number of suggestions is announced; leaving the field closes the list; Enter without a choice searches for what was typed", async () => {
		const { page } = await openWindow(browser, window);
		await page.goto("/2026/11/22/");
		const field = await typed(page, "dân vậ");
		const count = await page.locator(".masthead [role=option]:visible").count();
		const news = page.locator(".search-box:has([aria-expanded=true]) [role=status]");
		expect(await news.textContent()).toBe(`${count} gợi ý, dùng phím mũi tên lên, xuống để chọn.`);
		await field.blur();
		expect(await page.locator(".masthead [role=option]:visible").count()).toBe(0);

		await field.press("End");
		await page.keyboard.type("n");
		await page.locator(".masthead [role=option]:visible").first().waitFor();
		await page.keyboard.press("Enter");
		await page.waitForURL("**/tim-kiem/?q=*");
		expect(new URL(page.url()).search).toBe("?q=d%C3%A2n+v%E1%BA%ADn");
	});

	test("a browser in data-saving mode gets no suggestions, and the field still searches", async () => {
		const { page } = await openSavingWindow(browser, window);
		const loaded: string[] = [];
		page.on("request", (request) => loaded.push(request.url()));
		await page.goto("/2026/11/22/");
		const field = await searchField(page);
		await field.click();
		await field.pressSequentially("dân vận");
		await page.waitForLoadState("networkidle");
		expect(loaded.filter((url) => /suggest|chi-muc/.test(url))).toEqual([]);
		await page.keyboard.press("Enter");
		await page.waitForURL("**/tim-kiem/?q=*");
	});

	test("if the index cannot be loaded, the field still searches", async () => {
		const { page, context } = await openWindow(browser, window);
		await context.route("**/tim-kiem/chi-muc/**", (route) => route.abort());
		await page.goto("/2026/11/22/");
		const field = await searchField(page);
		await field.click();
		await field.pressSequentially("dân vận");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/tim-kiem/?q=*");
		expect(new URL(page.url()).searchParams.get("q")).toBe("dân vận");
	});
});
