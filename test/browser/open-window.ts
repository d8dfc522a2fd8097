import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";

/** A browser window on the sample portal. */
export interface Window {
	readonly page: Page;
	readonly context: BrowserContext;
	/** Requested addresses on other hosts. All were blocked. */
	readonly foreign: string[];
	/** Errors of scripts and of the console, including violations of the content security policy. */
	readonly complaints: string[];
}

/** Opens an empty window; addresses without a host are the sample portal's. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Window> {
	const siteUrl = inject("siteUrl");
	const context = await browser.newContext({
		baseURL: siteUrl,
		locale: "vi-VN",
		timezoneId: "Asia/Ho_Chi_Minh",
		// Tests must see requests and may answer them. (Tests of the service worker open their own windows.)
		serviceWorkers: "block",
		...options,
	});
	context.setDefaultTimeout(15_000);
	const foreign: string[] = [];
	const complaints: string[] = [];
	await context.route(
		({ origin }) => origin !== siteUrl,
		(route) => {
			foreign.push(route.request().url());
			return route.abort();
		},
	);
	const page = await context.newPage();
	page.on("pageerror", ({ message }) => complaints.push(message));
	page.on("console", (message) => {
		if (message.type() === "error") complaints.push(message.text());
	});
	return { page, context, foreign, complaints };
}
