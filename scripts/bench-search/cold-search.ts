/** The cost of a reader's first search: everything from the focus of the field until the results are shown. */
import type { Browser, Page } from "playwright-core";
import type { CountingServer } from "./counting-server.ts";
import { slowLine } from "./counting-server.ts";

/** Where a search begins and how one sees that it has ended. */
export interface SearchWay {
	/** The page that the reader comes from; it has been loaded before. */
	readonly start: string;
	/** Selector of the field. */
	readonly field: string;
	/** Runs in the page: whether it shows the results, or that there are none. */
	readonly isDone: () => boolean;
}

export interface ColdSearch {
	readonly bytes: number;
	readonly requests: number;
	/** Milliseconds from the last key, which asks, to the results, over `slowLine`. */
	readonly time: number;
}

/** Milliseconds between two keys: a practised writer. */
const keyPause = 180;
/** Milliseconds without a request after which nothing more is expected. */
const quiet = 400;
const patience = 60_000;

/** Searches with a browser that has never seen the site, once to measure what is loaded. */
export async function searchCold(
	browser: Browser,
	server: CountingServer,
	{ start, field, isDone }: SearchWay,
	text: string,
): Promise<ColdSearch> {
	const context = await browser.newContext({ locale: "vi-VN", serviceWorkers: "block" });
	try {
		const page = await context.newPage();
		await page.goto(server.url + start, { waitUntil: "networkidle" });
		server.take();
		server.setLine(slowLine);
		await page.focus(field);
		await page.keyboard.type(text, { delay: keyPause });
		const asked = performance.now();
		await page.keyboard.press("Enter");
		await waitFor(page, isDone);
		const time = performance.now() - asked;
		server.setLine(undefined);
		await page.waitForLoadState("networkidle");
		await page.waitForTimeout(quiet);
		return { ...server.take(), time };
	} finally {
		server.setLine(undefined);
		await context.close();
	}
}

/** Waits through the change of pages that a search may bring. */
async function waitFor(page: Page, isDone: () => boolean): Promise<void> {
	await page.waitForFunction(isDone, undefined, { polling: 20, timeout: patience });
}

/** From the box in the head of any page to the results of the finder. */
export const finderWay: SearchWay = {
	start: "/gioi-thieu.html",
	field: 'header input[name="q"], .search-box input[name="q"]',
	isDone: () =>
		document.querySelectorAll("#search .search-results > li").length > 0 ||
		document.querySelector("#search .search-advice") !== null,
};

/** From the box on a year's page to results within that year. */
export function yearWay(year: string): SearchWay {
	return {
		start: `/${year}/`,
		field: '.archive-search-box input[name="q"]',
		isDone: () => document.querySelectorAll("#search .search-results > li").length > 0,
	};
}

/** Stock Pagefind on its own page. */
export const stockWay: SearchWay = {
	start: "/",
	field: "input",
	isDone: () => document.querySelector("ol")?.dataset.state === "done",
};
