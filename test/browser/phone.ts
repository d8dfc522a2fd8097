/** A phone that reads a site. It loses the network when the server is stopped. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { type ServedSite, serveSite } from "../support/serve-site.ts";

export interface Phone {
	readonly context: BrowserContext;
	readonly page: Page;
	/** Errors of scripts. */
	readonly complaints: string[];
	/** The requests since the server was last started. */
	readonly answers: () => ServedSite["answers"];
	/** Opens a page and waits until the service worker has stored it with its pictures. */
	read(address: string): Promise<void>;
	/** Takes the network away. */
	stopServer(): Promise<void>;
	/** Restores the network, at the same address. */
	startServer(lead?: Parameters<typeof serveSite>[2]): Promise<void>;
	close(): Promise<void>;
}

export async function openPhone(
	browser: Browser,
	directory: string,
	options: BrowserContextOptions = {},
): Promise<Phone> {
	let site = await serveSite(directory);
	const port = Number(new URL(site.url).port);
	const context = await browser.newContext({
		baseURL: site.url,
		locale: "vi-VN",
		timezoneId: "Asia/Ho_Chi_Minh",
		viewport: { width: 360, height: 740 },
		...options,
	});
	context.setDefaultTimeout(20_000);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on("pageerror", ({ message }) => complaints.push(message));
	return {
		context,
		page,
		complaints,
		answers: () => site.answers,
		async read(address) {
			await page.goto(address);
			await page.evaluate(() => navigator.serviceWorker.ready);
			await loadPictures(page);
			await expect.poll(() => isStored(page, address), { timeout: 15_000 }).toBe(true);
		},
		async stopServer() {
			await site.close();
			// Otherwise recent pages would come from the HTTP cache.
			const client = await context.newCDPSession(page);
			await client.send("Network.clearBrowserCache");
			await client.detach();
		},
		async startServer(lead) {
			site = await serveSite(directory, port, lead);
		},
		async close() {
			await context.close();
			await site.close().catch(() => {});
		},
	};
}

/** Whether the service worker has stored a page. */
export async function isStored(page: Page, address: string): Promise<boolean> {
	return await page.evaluate(
		async (path) => (await (await caches.open("read-pages")).match(path)) !== undefined,
		address,
	);
}

/** Also loads the pictures that are loaded lazily. */
async function loadPictures(page: Page): Promise<void> {
	await page.evaluate(async () => {
		for (const image of document.images) image.loading = "eager";
		await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
	});
}

/** Addresses of the page's pictures that failed to load. */
export async function brokenPictures(page: Page): Promise<string[]> {
	await loadPictures(page);
	return await page
		.locator("main img")
		.evaluateAll((images) =>
			(images as HTMLImageElement[])
				.filter(({ naturalWidth }) => naturalWidth === 0)
				.map(({ currentSrc }) => currentSrc),
		);
}
