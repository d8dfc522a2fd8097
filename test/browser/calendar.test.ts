/** "Xem tin theo ngày": the calendar and the pages of days and months, all without JavaScript. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { closeWindows, openChromium } from "./chromium.ts";
import { openWindow } from "./open-window.ts";

interface MonthDocument {
	readonly month: string;
	readonly articles: readonly { readonly address: string; readonly withdrawn?: unknown }[];
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
	browser = await openChromium();
});

beforeEach(async () => {
	const window = await openWindow(browser, { javaScriptEnabled: false });
	page = window.page;
});

afterAll(closeWindows);

function readApi<Document>(address: string): Document {
	return JSON.parse(readFileSync(join(inject("siteDirectory"), address), "utf8")) as Document;
}

/** The addresses of a month's days with news, each with its number of articles. */
function newsDays(month: string): Map<string, number> {
	const days = new Map<string, number>();
	for (const { address, withdrawn } of readApi<MonthDocument>(`/api/${month.replace("-", "/")}.json`)
		.articles) {
		if (withdrawn) continue;
		const day = address.slice(0, "/2026/11/22/".length);
		days.set(day, (days.get(day) ?? 0) + 1);
	}
	return days;
}

async function hrefs(selector: string): Promise<string[]> {
	return await page
		.locator(selector)
		.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
}

/** Replaces no-break spaces by normal ones. */
function plain(text: string | null): string {
	return (text ?? "").replaceAll("\u00a0", " ");
}

function currentPath(): string {
	return new URL(page.url()).pathname;
}

test.each([
	["home", "/"],
	["month page", "/2026/11/"],
])("%s: the days with news, and no others, are links that say how many articles", async (_, address) => {
	const days = newsDays("2026-11");
	await page.goto(address);
	expect(await page.locator(".calendar td > *").count()).toBe(30);
	expect(await hrefs(".calendar td a")).toEqual([...days.keys()]);
	const texts = await page.locator(".calendar td a").allTextContents();
	expect(texts.map(plain)).toEqual(
		[...days].map(([day, count]) => `Ngày ${Number(day.slice(-3, -1))}, ${count} bài`),
	);
});

test("each day in the calendar shows the number of articles that its page has", async () => {
	for (const [day, count] of newsDays("2026-11")) {
		await page.goto(day, { waitUntil: "domcontentloaded" });
		expect(await page.locator(".day-page .article-card").count(), day).toBe(count);
	}
	await page.goto("/2026/11/");
	await page.locator('.calendar td a[href="/2026/11/18/"]').click();
	expect(currentPath()).toBe("/2026/11/18/");
});

test("months with news link to each other", async () => {
	const months = readApi<{ months: { month: string }[] }>("/api/index.json")
		.months.map(({ month }) => `/${month.replace("-", "/")}/`)
		.reverse();
	await page.goto("/");
	expect(await hrefs(".calendar a[rel=next]")).toEqual([]);
	await page.locator(".calendar caption a").click();
	expect(currentPath()).toBe(months[0]);
	for (const month of months.slice(1, 5)) {
		await page.locator(".calendar a[rel=prev]").click();
		expect(currentPath()).toBe(month);
	}
	for (const month of months.slice(2, 4).reverse()) {
		await page.locator(".calendar a[rel=next]").click();
		expect(currentPath()).toBe(month);
	}
	await page.goto(months.at(-1) ?? "");
	expect(await hrefs(".calendar a[rel=prev]")).toEqual([]);
	await page.goto("/");
	await page.locator(".calendar a[rel=prev]").click();
	expect(plain(await page.locator("h1").textContent())).toBe("Tháng 10/2026");
});

test("days with news link to each other", async () => {
	const days = [...newsDays("2026-11").keys()];
	const newest = days.at(-1) ?? "";
	await page.goto(newest);
	expect(await page.locator(".day-page a[rel=next]").count()).toBe(0);
	const [before, last] = days.slice(-2);
	for (const [link, day] of [
		["prev", before],
		["prev", days.at(-3)],
		["next", before],
		["next", last],
	]) {
		await page.locator(`.day-page a[rel=${link}]`).click();
		expect(currentPath()).toBe(day);
	}
});

test("the calendar can be reached and used by keyboard", async () => {
	await page.goto("/");
	await page.locator(".calendar caption a").focus();
	const reached: (string | null)[] = [];
	const links = [...newsDays("2026-11").keys(), "/2026/10/"];
	for (const _ of links) {
		await page.keyboard.press("Tab");
		reached.push(await page.locator(":focus").getAttribute("href"));
	}
	expect(reached).toEqual(links);
	await page.keyboard.press("Shift+Tab");
	await page.keyboard.press("Enter");
	await page.waitForURL("**/2026/11/22/");
});
