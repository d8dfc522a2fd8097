/** An archive as a reader has it: unpacked on a disk, opened from there, with no network at all. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeTestArchive } from "../support/archive.ts";
import { sampleNow } from "../support/sample.ts";
import { unzip } from "../support/unzip.ts";
import { launchChromium } from "./chromium.ts";
import { searchWindows } from "./search-window.ts";

const disk = mkdtempSync(join(tmpdir(), "tintinh-disk-"));
/** A space and Vietnamese letters, as folders of readers have them. */
const folder = join(disk, "Kho tin của tỉnh");
const canal = "Ba giờ đối thoại về một con kênh";
let browser: Browser;

beforeAll(async () => {
	const output = join(disk, "kho.zip");
	await makeTestArchive({
		contentDirectory: "content",
		cacheDirectory: ".cache/tests",
		now: sampleNow,
		scope: {},
		pictures: "scaled",
		output,
	});
	await unzip(output, folder);
	browser = await launchChromium();
});

afterAll(async () => {
	await browser?.close();
	rmSync(disk, { recursive: true, force: true });
});

interface DiskWindow {
	readonly page: Page;
	readonly context: BrowserContext;
	/** Errors of scripts and of the console, and whatever was asked of anything but the disk. */
	readonly complaints: string[];
}

async function openFromDisk(
	path: string,
	window: Parameters<Browser["newContext"]>[0] = {},
): Promise<DiskWindow> {
	const context = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", ...window });
	context.setDefaultTimeout(15_000);
	const complaints: string[] = [];
	const page = await context.newPage();
	page.on("pageerror", ({ message }) => complaints.push(message));
	page.on("console", (message) => {
		if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
	});
	page.on("request", (request) => {
		if (!request.url().startsWith("file:")) complaints.push(request.url());
	});
	page.on("requestfailed", (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`));
	const [file = "", query] = path.split("?");
	const search = query === undefined ? "" : `?${query}`;
	await page.goto(`${pathToFileURL(join(folder, file)).href}${search}`);
	return { page, context, complaints };
}

async function firstResult(page: Page): Promise<string | null> {
	await page.locator('.search-answer:not([aria-busy="true"]) .search-result').first().waitFor();
	return page.locator(".search-result h2").first().textContent();
}

describe.each(searchWindows)("at %s", (_name, window) => {
	test("the cover leads by year, calendar and day to an article that stands whole", async () => {
		const { page, context, complaints } = await openFromDisk("index.html", window);
		await expect(page.locator(".unzip-first").isVisible()).resolves.toBe(false);
		expect(await page.locator(".offline-age").textContent()).toMatch(/ngày tuổi/);
		await page.getByRole("link", { name: "Năm 2026" }).click();
		await page.locator(".calendar a[href*='#bai-22']").last().click();
		await page.waitForURL(/2026-11\.html#bai-22$/);
		const article = page.locator("article", { hasText: canal }).first();
		await article.scrollIntoViewIfNeeded();
		expect(await article.locator("h3").first().textContent()).toBeTruthy();
		const picture = article.locator("img").first();
		await picture.scrollIntoViewIfNeeded();
		await expect
			.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
			.toBeGreaterThan(100);
		expect(await page.evaluate(() => document.fonts.check('16px "Source Serif"'))).toBe(true);
		expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
		expect(complaints).toEqual([]);
		await context.close();
	});

	test.each(["đối thoại con kênh", "doi thoai con kenh", "ddoois thoaij con keenh", "đối thoạii con kênh"])(
		"finds by %s and opens what was found",
		async (query) => {
			const { page, context, complaints } = await openFromDisk("index.html", window);
			await page.locator("main input[name=q]").fill(query);
			await page.keyboard.press("Enter");
			await page.waitForURL(/tim-kiem\.html\?q=/);
			expect(await firstResult(page)).toBe(canal);
			await page.locator(".search-result h2 a").first().click();
			await page.waitForURL(/tin\/\d{4}-\d\d\.html#b\d\d-/);
			const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
			expect(await page.locator(`[id="${id}"] h3`).first().textContent()).toBe(canal);
			await page.goBack();
			expect(await firstResult(page)).toBe(canal);
			expect(complaints).toEqual([]);
			await context.close();
		},
	);
});

test("filters narrow, and Back undoes them", async () => {
	const { page, context, complaints } = await openFromDisk("tim-kiem.html?q=dan+van", {
		viewport: { width: 1280, height: 900 },
	});
	await firstResult(page);
	const all = await page.locator(".search-status").textContent();
	await page.locator("select[name=nam]").selectOption("2026");
	await expect.poll(() => page.locator(".search-status").textContent()).not.toBe(all);
	await page.goBack();
	await expect.poll(() => page.locator(".search-status").textContent()).toBe(all);
	expect(complaints).toEqual([]);
	await context.close();
});

test("suggests while a reader types, and a suggestion leads to its place", async () => {
	const { page, context, complaints } = await openFromDisk("tim-kiem.html");
	await page.locator(".search-page input[name=q]").pressSequentially("doi thoai con");
	await page.locator("[role=option]", { hasText: canal }).click();
	await page.waitForURL(/tin\/\d{4}-\d\d\.html#/);
	expect(complaints).toEqual([]);
	await context.close();
});

test("what is not found leads to the contents", async () => {
	const { page, context, complaints } = await openFromDisk("tim-kiem.html?q=ch%E1%BB%AFnaykhongco");
	await page.locator(".search-ways a").click();
	await page.waitForURL(/muc-luc\.html$/);
	expect(complaints).toEqual([]);
	await context.close();
});

test("an article prints alone on its pages, with nothing hidden", async () => {
	const { page, context } = await openFromDisk("tin/2026-11.html");
	await page.emulateMedia({ media: "print" });
	const article = page.locator("article").first();
	expect(await article.evaluate((element) => getComputedStyle(element).contentVisibility)).toBe("visible");
	expect(await page.locator(".offline-navigation").isVisible()).toBe(false);
	await context.close();
});

test("a page without its style sheet, as inside a zip, asks to be unpacked and shows nothing else", async () => {
	const { page, context } = await openFromDisk("index.html");
	const alone = join(disk, "index.html");
	writeFileSync(alone, readFileSync(join(folder, "index.html")));
	await page.goto(pathToFileURL(alone).href);
	expect(await page.locator(".unzip-first").isVisible()).toBe(true);
	expect(await page.locator("h1").isVisible()).toBe(false);
	await expect(page.locator(".unzip-first").textContent()).resolves.toMatch(/^Hãy giải nén/);
	await context.close();
});
