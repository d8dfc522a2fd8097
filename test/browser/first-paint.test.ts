/** What a browser must load before an article's first paint. These causes of slowness are checked without a clock. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { closeWindows, openChromium } from "./chromium.ts";
import { openOwnWindow, openWindow } from "./open-window.ts";
import { samplePages } from "./sample-pages.ts";
import { setLaterDay, shiftsOf } from "./still-page.ts";

const article = samplePages["article with attachments and related stories"];
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
});

afterAll(closeWindows);

/** The transfer size in bytes of a file of the built site. */
function transferred(address: string): number {
	const bytes = readFileSync(join(inject("siteDirectory"), address));
	return /\.(html|css|js|svg)$/.test(address) ? gzipSync(bytes).length : bytes.length;
}

test("an article's first paint needs its page and one style sheet, and no script", async () => {
	const { page } = await openWindow(browser, phone);
	await page.goto(article);
	const resources = await page.evaluate(() =>
		(performance.getEntriesByType("resource") as PerformanceResourceTiming[]).map((entry) => ({
			path: new URL(entry.name).pathname,
			blocking: (entry as unknown as { renderBlockingStatus: string }).renderBlockingStatus === "blocking",
		})),
	);
	const blocking = resources.filter((resource) => resource.blocking).map(({ path }) => path);
	expect(blocking).toEqual(["/assets/article.css"]);
	expect(transferred(article) + transferred("/assets/article.css")).toBeLessThanOrEqual(14_000);
	const fonts = resources.map(({ path }) => path).filter((path) => path.endsWith(".woff2"));
	expect(fonts.length).toBeGreaterThan(0);
	await page.evaluate(() => document.fonts.ready.then(() => {}));
	const widths = await page
		.locator(".article-page-date time")
		.first()
		.evaluate((time) => {
			const before = time.textContent;
			const widthOf = (text: string) => {
				time.textContent = text;
				return time.getBoundingClientRect().width;
			};
			const widths = ["11/11/1111", "20/08/2020"].map(widthOf);
			time.textContent = before;
			return widths;
		});
	expect(widths[0]).toBeCloseTo(widths[1] ?? 0, 1);
	expect(fonts.reduce((sum, path) => sum + transferred(path), 0)).toBeLessThan(80_000);
	const scripts = resources.map(({ path }) => path).filter((path) => path.endsWith(".js"));
	expect(scripts.reduce((sum, path) => sum + transferred(path), 0)).toBeLessThan(5_000);
});

test("an article's style sheet has every rule of the full sheet that applies to the page", async () => {
	const { page } = await openWindow(browser);
	for (const address of [
		article,
		samplePages["article with a table and footnotes"],
		samplePages["article with a gallery"],
		samplePages["article with a video"],
		samplePages["expired article"],
	]) {
		await page.goto(address);
		const missing = await page.evaluate(async () => {
			const rulesOf = async (name: string) => {
				const sheet = new CSSStyleSheet();
				sheet.replaceSync(await (await fetch(name)).text());
				const selectors = (rules: CSSRuleList): string[] =>
					[...rules].flatMap((rule) => {
						if (rule instanceof CSSStyleRule) return [rule.selectorText];
						return "cssRules" in rule ? selectors((rule as CSSGroupingRule).cssRules) : [];
					});
				return selectors(sheet.cssRules);
			};
			const known = new Set([
				...(await rulesOf("/assets/article.css")),
				...(await rulesOf("/assets/print.css")),
			]);
			const all = await rulesOf("/assets/site.css");
			return all.filter((selector) => !known.has(selector) && document.querySelector(selector));
		});
		expect(missing, address).toEqual([]);
	}
});

test("a phone's first screen of an article loads one picture, in a size for phones, at once", async () => {
	const { page } = await openWindow(browser, phone);
	await page.goto(article);
	const findLargest = () =>
		page.evaluate(
			() =>
				new Promise<{ path: string; loading: string } | undefined>((resolve) => {
					new PerformanceObserver((list) => {
						const element = (list.getEntries().at(-1) as unknown as { element?: Element } | undefined)
							?.element;
						resolve(
							element instanceof HTMLImageElement
								? { path: new URL(element.currentSrc).pathname, loading: element.loading }
								: undefined,
						);
					}).observe({ type: "largest-contentful-paint", buffered: true });
				}),
		);
	// Before the picture is painted, the headline is the largest element.
	await expect.poll(findLargest).toBeDefined();
	const largest = await findLargest();
	expect(largest?.loading).not.toBe("lazy");
	expect(largest?.path).toMatch(/-960\.webp$/);
	expect(transferred(largest?.path ?? "")).toBeLessThan(120_000);
	expect(await page.locator("main img:not([loading=lazy])").count()).toBe(1);
});

// The same at the width of a phone: `accessibility.test.ts`.
test("no page moves when fonts, pictures and scripts arrive after its first paint at 1280 px", async () => {
	const { page } = await openOwnWindow(browser, { viewport: { width: 1280, height: 740 } });
	await setLaterDay(page);
	for (const address of Object.values(samplePages))
		expect(await shiftsOf(page, address), address).toEqual([]);
}, 120_000);
