/**
 * An archive as a reader uses it: unpacked on a disk and opened from there in Chromium and Firefox, without a network.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeTestArchive } from "../support/archive.ts";
import { commonCache } from "../support/fixture.ts";
import { sampleNow } from "../support/sample.ts";
import { unzip } from "../support/unzip.ts";
import { launchChromium } from "./chromium.ts";
import { launchFirefox } from "./firefox.ts";

const disk = mkdtempSync(join(tmpdir(), "tintinh-disk-"));
/** With spaces and Vietnamese letters, like readers' folders. */
const folder = join(disk, "Kho tin của tỉnh");
const canal = "Ba giờ đối thoại về một con kênh";

const launches = { Chromium: launchChromium, Firefox: launchFirefox };
type Name = keyof typeof launches;
const names: readonly Name[] = ["Chromium", "Firefox"];
const browsers = new Map<Name, Browser>();

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 } };
/** Firefox can only imitate a phone's width. */
const windows: readonly (readonly [Name, number, BrowserContextOptions])[] = [
	["Chromium", 360, { ...phone, hasTouch: true, isMobile: true }],
	["Chromium", 1280, desk],
	["Firefox", 360, phone],
];

beforeAll(async () => {
	const output = join(disk, "kho.zip");
	await makeTestArchive({
		contentDirectory: "content",
		cacheDirectory: commonCache(),
		now: sampleNow,
		scope: {},
		pictures: "scaled",
		output,
	});
	await unzip(output, folder);
	for (const name of names) browsers.set(name, await launches[name]());
});

afterAll(async () => {
	for (const browser of browsers.values()) await browser.close();
	rmSync(disk, { recursive: true, force: true });
});

interface DiskWindow {
	readonly page: Page;
	/** Errors of scripts and of the console, and requests to anything but the disk. */
	readonly complaints: string[];
}

/** All tests share one window of each kind: in Firefox, opening one takes as long as a test. */
const opened = new Map<string, DiskWindow>();

async function openWindow(name: Name, options: BrowserContextOptions): Promise<DiskWindow> {
	const browser = browsers.get(name);
	if (!browser) throw new Error(`${name} was not started`);
	const context = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", ...options });
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
	return { page, complaints };
}

/** Opens a file of the archive, in a window of this kind. */
async function openFromDisk(
	name: Name,
	path: string,
	{ viewport = null, ...options }: BrowserContextOptions = desk,
): Promise<DiskWindow> {
	const key = JSON.stringify([name, options]);
	const window = opened.get(key) ?? (await openWindow(name, { ...options, viewport }));
	opened.set(key, window);
	window.complaints.length = 0;
	if (viewport) await window.page.setViewportSize(viewport);
	const [file = "", query] = path.split("?");
	const search = query === undefined ? "" : `?${query}`;
	await window.page.goto(`${pathToFileURL(join(folder, file)).href}${search}`);
	return window;
}

/**
 * Goes back like the browser's button. Playwright's own `goBack` waits, in Firefox, for a load that does not happen.
 */
async function back(page: Page): Promise<void> {
	const before = await page.evaluate(() => location.href);
	await page.evaluate(() => setTimeout(() => history.back()));
	await expect.poll(() => page.evaluate(() => location.href).catch(() => before)).not.toBe(before);
}

async function firstResult(page: Page): Promise<string | null> {
	await page.locator('.search-answer:not([aria-busy="true"]) .search-result').first().waitFor();
	return page.locator(".search-result h2").first().textContent();
}

/** A4. Playwright passes inches to Firefox, which takes them as centimetres. */
const paper = { Chromium: { width: "21cm", height: "29.7cm" }, Firefox: { width: "21in", height: "29.7in" } };

/** The number of pages of a PDF. Browsers compress its objects in different ways. */
function pagesOf(pdf: Buffer): number {
	let text = pdf.toString("latin1");
	for (const { index } of text.matchAll(/[^d]stream\r?\n/g)) {
		const begin = pdf.indexOf("\n", index + 2) + 1;
		const end = pdf.indexOf("endstream", begin);
		// Only streams of objects matter; streams compressed in another way hold none.
		if (/\/ObjStm/.test(pdf.toString("latin1", Math.max(0, index - 300), index)))
			text += inflateSync(pdf.subarray(begin, end)).toString("latin1");
	}
	return text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** With accents, without, from Telex keys, and with a typing error. */
const typed = ["đối thoại con kênh", "doi thoai con kenh", "ddoois thoaij con keenh", "đối thoạii con kênh"];

describe.each(windows)("in %s at %i px", (name, width, window) => {
	// How words are understood depends on the browser and not on the width.
	const queries = name === "Chromium" && width === 1280 ? typed.slice(0, 1) : typed;

	test("the cover leads by year, calendar and day to a complete article", async () => {
		const { page, complaints } = await openFromDisk(name, "index.html", window);
		await expect(page.locator(".unzip-first").isVisible()).resolves.toBe(false);
		expect(await page.locator(".offline-age").textContent()).toMatch(/ngày tuổi/);
		await page.getByRole("link", { name: "2026", exact: true }).click();
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
		const hasFont = () =>
			page.evaluate(() =>
				[...document.fonts].some(({ family, status }) => /Source Serif/.test(family) && status === "loaded"),
			);
		await expect.poll(hasFont).toBe(true);
		expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
		expect(complaints).toEqual([]);
	});

	test("search finds articles with and without accents, from Telex keys and with a typing error, and opens them", async () => {
		const { page, complaints } = await openFromDisk(name, "index.html", window);
		for (const query of queries) {
			await page.locator("main input[name=q]").fill(query);
			await page.keyboard.press("Enter");
			await page.waitForURL(/tim-kiem\.html\?q=/);
			expect(await firstResult(page), query).toBe(canal);
			await page.locator(".search-result h2 a").first().click();
			await page.waitForURL(/tin\/\d{4}-\d\d\.html#b\d\d-/);
			const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
			expect(await page.locator(`[id="${id}"] h3`).first().textContent()).toBe(canal);
			await back(page);
			expect(await firstResult(page)).toBe(canal);
			await back(page);
		}
		expect(complaints).toEqual([]);
	});
});

describe.each(names)("in %s", (name) => {
	test("filters narrow the results, and Back undoes them", async () => {
		const { page, complaints } = await openFromDisk(name, "tim-kiem.html?q=dan+van", desk);
		await firstResult(page);
		const all = await page.locator(".search-status").textContent();
		await page.locator("select[name=nam]").selectOption("2026");
		await expect.poll(() => page.locator(".search-status").textContent()).not.toBe(all);
		await back(page);
		await expect.poll(() => page.locator(".search-status").textContent()).toBe(all);
		expect(complaints).toEqual([]);
	});

	test("suggestions appear while typing, and lead to their pages", async () => {
		const { page, complaints } = await openFromDisk(name, "tim-kiem.html");
		await page.locator(".search-page input[name=q]").pressSequentially("doi thoai con");
		await page.locator("[role=option]", { hasText: canal }).click();
		await page.waitForURL(/tin\/\d{4}-\d\d\.html#/);
		expect(complaints).toEqual([]);
	});

	test("a search without results leads to the table of contents", async () => {
		const { page, complaints } = await openFromDisk(name, "tim-kiem.html?q=ch%E1%BB%AFnaykhongco");
		await page.locator(".search-ways a").click();
		await page.waitForURL(/muc-luc\.html$/);
		expect(complaints).toEqual([]);
	});

	test("every article prints on pages of its own without navigation; one opened by a link prints alone in Chromium", async () => {
		const { page, complaints } = await openFromDisk(name, "tin/2026-11.html");
		const articles = await page.locator("article.offline-article").count();
		expect(articles).toBeGreaterThan(10);
		expect(pagesOf(await page.pdf(paper[name]))).toBeGreaterThan(articles);
		if (name === "Chromium") {
			// In Firefox, printing ignores `:target`.
			const place = await page.locator("article.offline-article").nth(2).getAttribute("id");
			await page.goto(`${page.url()}#${place}`);
			expect(pagesOf(await page.pdf(paper[name]))).toBeLessThan(6);
			await page.emulateMedia({ media: "print" });
			const visibility = (element: Element) => getComputedStyle(element).contentVisibility;
			expect(await page.locator("article").first().evaluate(visibility)).toBe("visible");
			expect(await page.locator(".offline-navigation").isVisible()).toBe(false);
			await page.emulateMedia({ media: null });
		}
		// A text that almost fills its page gives its last line to what follows.
		await page.evaluate(() => {
			const text = "<p>Một dòng<br>".concat("và một dòng<br>".repeat(34), "dòng cuối.</p>");
			document.body.innerHTML = `<div class="offline"><div class="offline-part"><h2 class="offline-day">Ngày</h2><article class="offline-article"><div class="article-page-body"><div class="prose">${text}</div></div></article></div></div>`;
		});
		expect(pagesOf(await page.pdf(paper[name]))).toBe(2);
		await page.evaluate(() => {
			document.querySelector<HTMLElement>(".offline")?.style.setProperty("--after-text", "0cm");
		});
		expect(pagesOf(await page.pdf(paper[name]))).toBe(1);
		expect(complaints).toEqual([]);
	});

	test("a page without its style sheet, as when opened inside a zip, asks to be unpacked and shows nothing else", async () => {
		const { page } = await openFromDisk(name, "index.html");
		for (const file of ["index.html", "tin/2026-11.html", "tim-kiem.html"]) {
			const alone = join(disk, basename(file));
			writeFileSync(alone, readFileSync(join(folder, file)));
			await page.goto(pathToFileURL(alone).href);
			expect(await page.locator(".unzip-first").isVisible()).toBe(true);
			expect(await page.locator("h1").first().isVisible()).toBe(false);
			await expect(page.locator(".unzip-first").textContent()).resolves.toMatch(/^Hãy giải nén/);
		}
	});
});
