/** What work at the desk costs a browser. */
import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "../browser/find-browser.ts";
import type { strings } from "./strings.ts";

/** Milliseconds until the work is done; bytes and nodes of the page then. */
export interface BrowserWork {
	readonly work: keyof typeof strings.work;
	readonly took: number;
	readonly heap: number;
	readonly nodes: number;
}

/** Where a desk is, and as whom it is used. */
export interface DeskAccess {
	readonly url: string;
	/** For the header `Cookie`. */
	readonly cookie: string;
}

/** What is searched for. */
export const words = "nong thon";
const viewport = { width: 1280, height: 900 };
/** Stock Decap needs minutes for what it reads whole. */
const patience = 600_000;

/** @returns the cost of each task at the desk; a new page is opened for each */
export async function measureDeskInBrowser({ url, cookie }: DeskAccess): Promise<readonly BrowserWork[]> {
	return await inBrowser(async (browser) => {
		const at = (address: string) => new URL(address, url).href;
		const pageOf = async (address: string, ready: string) => {
			const page = await openPage(browser);
			await page.context().addCookies(
				cookie.split("; ").map((each) => {
					const end = each.indexOf("=");
					return { name: each.slice(0, end), value: each.slice(end + 1), url };
				}),
			);
			await page.goto(at(address));
			await page.locator(ready).first().waitFor();
			return page;
		};
		const results: BrowserWork[] = [];
		for (const [work, address, ready] of [
			["start", "/ban-lam-viec/", "h1"],
			["list", "/ban-lam-viec/bai-viet/", ".desk-choices"],
			["search", `/ban-lam-viec/bai-viet/?q=${encodeURIComponent(words)}`, "[role=status]"],
			["form", "/admin/#/collections/articles/new", '[id^="title-field-"]'],
		] as const) {
			const began = performance.now();
			results.push(await finished(work, await pageOf(address, ready), began));
		}
		const newest = await pageOf("/ban-lam-viec/bai-viet/?state=published", ".desk-title");
		const form = (await newest.locator(".desk-title").first().getAttribute("href")) ?? "";
		await newest.context().close();
		const writing = async () => await pageOf(form, '[role="textbox"][contenteditable]');

		const choosing = await writing();
		const box = choosing.locator('[id^="related-field-"]').first();
		await choosing.locator(".group-control[aria-expanded=false]").first().click();
		await box.click();
		let began = performance.now();
		await box.fill(words);
		await choosing.getByRole("option").first().waitFor();
		results.push(await finished("relation", choosing, began));

		const saving = await writing();
		await saving.locator('[id^="summary-field-"]').first().fill(`Đo lúc ${Date.now()}.`);
		began = performance.now();
		await saving.getByRole("button", { name: "Lưu", exact: true }).click();
		await saving.getByText("Đã lưu").first().waitFor();
		results.push(await finished("save", saving, began));
		return results;
	});
}

export async function inBrowser<Result>(measure: (browser: Browser) => Promise<Result>): Promise<Result> {
	const browser = await chromium.launch({ executablePath: findBrowser(() => {}), args: ["--no-sandbox"] });
	try {
		return await measure(browser);
	} finally {
		await browser.close();
	}
}

export async function openPage(browser: Browser): Promise<Page> {
	const context = await browser.newContext({ viewport, locale: "en-US" });
	context.setDefaultTimeout(patience);
	return await context.newPage();
}

/** Closes the page, once what it costs is known. */
export async function finished(work: BrowserWork["work"], page: Page, began: number): Promise<BrowserWork> {
	const took = performance.now() - began;
	const cost = await costOf(page);
	await page.context().close();
	return { work, took, ...cost };
}

async function costOf(page: Page): Promise<Pick<BrowserWork, "heap" | "nodes">> {
	const session = await page.context().newCDPSession(page);
	await session.send("HeapProfiler.collectGarbage");
	const { usedSize } = await session.send("Runtime.getHeapUsage");
	const { nodes } = await session.send("Memory.getDOMCounters");
	return { heap: usedSize, nodes };
}
