/** What a phone still reads when the network is gone: the server is really stopped. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type ServedSite, serveSite } from "../support/serve-site.ts";
import { launchChromium } from "./chromium.ts";
import { samplePages } from "./sample-pages.ts";

const article = samplePages["article with attachments and related stories"];

let browser: Browser;

beforeAll(async () => {
	browser = await launchChromium();
});

afterAll(() => browser?.close());

interface Phone {
	readonly site: ServedSite;
	readonly context: BrowserContext;
	readonly page: Page;
	readonly complaints: string[];
	/** Opens a page and waits until the worker has it. */
	read(address: string): Promise<void>;
	close(): Promise<void>;
}

async function phoneOn(directory = inject("siteDirectory")): Promise<Phone> {
	const site = await serveSite(directory);
	const context = await browser.newContext({
		baseURL: site.url,
		locale: "vi-VN",
		viewport: { width: 360, height: 740 },
	});
	context.setDefaultTimeout(20_000);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on("pageerror", ({ message }) => complaints.push(message));
	return {
		site,
		context,
		page,
		complaints,
		async read(address) {
			await page.goto(address);
			await page.evaluate(async () => {
				await navigator.serviceWorker.ready;
				for (const image of document.images) image.loading = "eager";
				await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
			});
			await expect.poll(() => isStored(page, address)).toBe(true);
		},
		async close() {
			await context.close();
			await site.close().catch(() => {});
		},
	};
}

async function isStored(page: Page, address: string): Promise<boolean> {
	return await page.evaluate(
		async (path) => (await (await caches.open("read-pages")).match(path)) !== undefined,
		address,
	);
}

async function picturesShown(page: Page): Promise<boolean[]> {
	return await page
		.locator("main img")
		.evaluateAll((images) => (images as HTMLImageElement[]).map(({ naturalWidth }) => naturalWidth > 0));
}

describe("without a network", () => {
	test("pages once read stay readable with their pictures, the very first one too", async () => {
		const phone = await phoneOn();
		const { page, site } = phone;
		await phone.read(article);
		await phone.read(samplePages.day);
		const title = await page.locator("h1").textContent();
		await site.close();
		await page.goto(article);
		await page.evaluate(async () => {
			for (const image of document.images) image.loading = "eager";
			await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
		});
		expect(await picturesShown(page)).not.toContain(false);
		expect(await page.locator("h1").evaluate((heading) => getComputedStyle(heading).fontFamily)).toContain(
			"Source Serif",
		);
		await page.goto(samplePages.day);
		expect(await page.locator("h1").textContent()).toBe(title);
		expect(phone.complaints).toEqual([]);
		await phone.close();
	});

	test("a page that was not read: says so, lists what was, and leads there", async () => {
		const phone = await phoneOn();
		const { page, site } = phone;
		await phone.read(article);
		const title = (await page.locator("h1").textContent()) ?? "";
		await site.close();
		await page.goto(samplePages.month);
		expect(await page.locator("h1").textContent()).toBe("Không có mạng");
		expect(await page.getByRole("link", { name: "Thử mở lại trang này" }).getAttribute("href")).toContain(
			samplePages.month,
		);
		await page.getByRole("link", { name: title }).click();
		expect(phone.complaints).toEqual([]);
		await expect.poll(() => new URL(page.url()).pathname).toBe(article);
		expect(await page.locator("h1").textContent()).toBe(title);
		await phone.close();
	});

	test("the next tap is never the browser's own error page", async () => {
		const phone = await phoneOn();
		const { page, site } = phone;
		await phone.read(article);
		await site.close();
		for (const address of ["/", "/luu-tru/", "/khong-co.html", "/2026?x=1", "/doc-ngoai-tuyen/"]) {
			await page.goto(address);
			expect(await page.locator("main h1").count(), address).toBe(1);
		}
		await phone.close();
	});

	test("a page that is gone from the site is not shown again", async () => {
		const phone = await phoneOn();
		const { page } = phone;
		await phone.read(article);
		await page.evaluate(async (address) => {
			const cache = await caches.open("read-pages");
			const stored = await cache.match(address);
			if (stored) await cache.put("/2020/01/01/da-xoa.html", stored);
		}, article);
		await page.goto("/2020/01/01/da-xoa.html");
		expect(await isStored(page, "/2020/01/01/da-xoa.html")).toBe(false);
		await phone.close();
	});
});

test("the editor, the API and attachments are never answered from the phone", async () => {
	const phone = await phoneOn();
	const { page, site } = phone;
	await phone.read(article);
	await page.goto("/api/");
	expect(await isStored(page, "/api/")).toBe(false);
	await site.close();
	await expect(page.goto("/admin/")).rejects.toThrow("ERR_CONNECTION_REFUSED");
	await phone.close();
});

test("the web app manifest names icons that are there in the sizes that it says", async () => {
	const phone = await phoneOn();
	const { page, context, site } = phone;
	await page.goto("/");
	const client = await context.newCDPSession(page);
	const { url, errors } = await client.send("Page.getAppManifest");
	expect(url).toBe(`${site.url}/app.json`);
	expect(errors).toEqual([]);
	const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
	expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
	const { icons } = JSON.parse(readFileSync(join(inject("siteDirectory"), "app.json"), "utf8"));
	for (const { src, sizes, type } of icons.filter(({ sizes }: { sizes: string }) => sizes !== "any")) {
		const [answer, size] = await page.evaluate(async (address) => {
			const image = new Image();
			image.src = address;
			await image.decode();
			return [
				(await fetch(address)).headers.get("Content-Type"),
				`${image.naturalWidth}x${image.naturalHeight}`,
			];
		}, src as string);
		expect([answer, size]).toEqual([type, sizes]);
	}
	await phone.close();
});
