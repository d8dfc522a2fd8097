import type { Browser, BrowserContextOptions } from "playwright-core";
import type { Window } from "./open-window.ts";
import { openWindow } from "./open-window.ts";

/** What most readers have. */
export const phoneWindow = {
	viewport: { width: 360, height: 740 },
	hasTouch: true,
	isMobile: true,
} as const satisfies BrowserContextOptions;

/** The windows in which whatever depends on the width is tried: a phone's and a desk's. */
export const searchWindows: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
	["360 px", phoneWindow],
	["1280 px", { viewport: { width: 1280, height: 800 } }],
];

export type SearchPage = Window["page"];

/** A window whose browser asks sites to send less. */
export async function openSavingWindow(browser: Browser, options: BrowserContextOptions): Promise<Window> {
	const window = await openWindow(browser, options);
	await window.context.addInitScript(() => {
		Object.defineProperty(navigator, "connection", { value: { saveData: true } });
	});
	return window;
}

/** The status line of an answer, on either page of search. */
const answered = "#search:not(:has([aria-busy=true])) .search-status:not(.search-loading):not(:empty)";

/** Waits for an answer and returns what the status line says. */
export async function answer(page: SearchPage): Promise<string> {
	await page.locator(answered).waitFor();
	return (await page.locator(".search-status").textContent()) ?? "";
}

/** How many the status line says were found. */
export async function countFound(page: SearchPage): Promise<number> {
	return Number(/^Tìm thấy (\d+) bài/.exec(await answer(page))?.[1]);
}

export async function titles(page: SearchPage): Promise<string[]> {
	await page.locator(".search-result").first().waitFor();
	return await page.locator(".search-result-title").allTextContents();
}

export function parameters(page: SearchPage): Record<string, string> {
	return Object.fromEntries(new URL(page.url()).searchParams);
}

/** Presses Tab until the element has the focus. */
export async function tabTo(page: SearchPage, selector: string): Promise<void> {
	const reached = () => page.evaluate((given) => document.activeElement?.matches(given) ?? false, selector);
	for (let presses = 0; presses < 40 && !(await reached()); presses++) await page.keyboard.press("Tab");
	if (!(await reached())) throw new Error(`Tab never reached ${selector}`);
}

/** Opens the filters, which in narrow windows are behind a word until they narrow something. */
export async function openNarrowing(page: SearchPage): Promise<void> {
	const closed = page.locator(".search-narrow:not([open]) summary");
	if ((await closed.count()) > 0) await closed.click();
}

/** Opens the fields that narrow a search of the archive, and waits for the answer that brings their choices. */
export async function openFilters(page: SearchPage): Promise<void> {
	// The page asks again when it learns that the fields are open, which is later than the click.
	const told = await page.locator(".search-more-filters").evaluateHandle((fields) => ({
		open: new Promise((resolve) => fields.addEventListener("toggle", resolve, { once: true })),
	}));
	await page.locator(".search-more-filters summary").click();
	await told.evaluate(async ({ open }) => void (await open));
	await answer(page);
}
