import type { Browser, BrowserContextOptions } from "playwright-core";
import type { Window } from "./open-window.ts";
import { openOwnWindow } from "./open-window.ts";

/** The device of most readers. */
export const phoneWindow = {
	viewport: { width: 360, height: 740 },
	hasTouch: true,
	isMobile: true,
} as const satisfies BrowserContextOptions;

/** The widths at which width-dependent behaviour is tested: a phone's and a desktop's. */
export const searchWindows: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
	["360 px", phoneWindow],
	["1280 px", { viewport: { width: 1280, height: 800 } }],
];

export type SearchPage = Window["page"];

/** Opens a window in data-saving mode. */
export async function openSavingWindow(browser: Browser, options: BrowserContextOptions): Promise<Window> {
	const window = await openOwnWindow(browser, options);
	await window.context.addInitScript(() => {
		Object.defineProperty(navigator, "connection", { value: { saveData: true } });
	});
	return window;
}

/** The status line of a finished search, on either search page. */
const answered = "#search:not(:has([aria-busy=true])) .search-status:not(.search-loading):not(:empty)";

/** Waits for the results and returns the text of the status line. */
export async function answer(page: SearchPage): Promise<string> {
	await page.locator(answered).waitFor();
	return (await page.locator(".search-status").textContent()) ?? "";
}

/**
 * Searches for what an address asks for. A search page that is loaded follows the address as it follows Back: neither
 * the page nor its index is loaded again.
 */
export async function searchFor(
	page: SearchPage,
	address: string,
	query: Readonly<Record<string, string>>,
): Promise<string> {
	const asked = `?${new URLSearchParams(query)}`;
	if (new URL(page.url()).pathname !== address) await page.goto(`${address}${asked}`);
	else
		await page.evaluate((to) => {
			history.pushState(null, "", to);
			dispatchEvent(new PopStateEvent("popstate"));
		}, asked);
	return await answer(page);
}

/** Searches for something else on a search page, as readers do: neither the page nor its index is loaded again. */
export async function searchAgain(page: SearchPage, text: string): Promise<string> {
	await page.locator(".search-page .search-box input").fill(text);
	await page.keyboard.press("Enter");
	return await answer(page);
}

/** The number of results that the status line states. */
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

/** Opens the filters, which are collapsed in narrow windows until one is set. */
export async function openNarrowing(page: SearchPage): Promise<void> {
	const closed = page.locator(".search-narrow:not([open]) summary");
	if ((await closed.count()) > 0) await closed.click();
}

/** Opens the filters of the archive search and waits until their choices are loaded. */
export async function openFilters(page: SearchPage): Promise<void> {
	// The page searches again on the "toggle" event, which comes after the click.
	const told = await page.locator(".search-more-filters").evaluateHandle((fields) => ({
		open: new Promise((resolve) => fields.addEventListener("toggle", resolve, { once: true })),
	}));
	await page.locator(".search-more-filters summary").click();
	await told.evaluate(async ({ open }) => void (await open));
	await answer(page);
}
