import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";
import { type ReusableWindow, reuseWindow } from "./reuse-window.ts";

/** A browser window on the sample portal. */
export interface Window {
	readonly page: Page;
	readonly context: BrowserContext;
	/** Requested addresses on other hosts. All were blocked. */
	readonly foreign: string[];
	/** Errors of scripts and of the console, including violations of the content security policy. */
	readonly complaints: string[];
}

/** Gives the test that runs an empty window; addresses without a host are the sample portal's. */
export function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Window> {
	return reuseWindow(inject("siteUrl"), options, () => makeWindow(browser, options));
}

/** Gives a window to the test that runs, and to no other. */
export async function openOwnWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Window> {
	const window = await makeWindow(browser, options);
	onTestFinished(() => window.context.close());
	return window;
}

/** Makes a window for several tests, which `closeWindows` closes. */
export async function makeWindow(
	browser: Browser,
	options: BrowserContextOptions,
): Promise<Window & ReusableWindow> {
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
	context.on("request", (request) => {
		const { protocol, origin } = new URL(request.url());
		if (protocol.startsWith("http") && origin !== siteUrl) foreign.push(request.url());
	});
	context.on("weberror", (error) => complaints.push(error.error().message));
	context.on("console", (message) => {
		if (message.type() === "error") complaints.push(message.text());
	});
	const gathered = [foreign, complaints];
	return { page: await context.newPage(), context, foreign, complaints, gathered };
}
