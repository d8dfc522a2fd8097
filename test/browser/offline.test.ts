/** What a phone can read without a network. The server is really stopped. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { removingWorker } from "../../src/site/offline/service-worker.ts";
import { closeWindows, openChromium } from "./chromium.ts";
import { brokenPictures, isStored, openPhone } from "./phone.ts";
import { samplePages } from "./sample-pages.ts";

const article = samplePages["article with attachments and related stories"];

let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
});

afterAll(closeWindows);

const phoneOn = () => openPhone(browser, inject("siteDirectory"));

describe("without a network", () => {
	test("pages that were read stay readable with their pictures, even the very first one; one that was removed from the site does not; no tap leads to the browser's own error page", async () => {
		const phone = await phoneOn();
		const { page } = phone;
		await phone.read(article);
		const removed = "/2020/01/01/da-xoa.html";
		await page.evaluate(
			async ([from, to]) => {
				const cache = await caches.open("read-pages");
				const stored = await cache.match(from);
				if (stored) await cache.put(to, stored);
			},
			[article, removed] as const,
		);
		expect(await isStored(page, removed)).toBe(true);
		await page.goto(removed);
		expect(await isStored(page, removed)).toBe(false);
		await phone.read(samplePages.day);
		const title = await page.locator("h1").textContent();
		await phone.stopServer();
		await page.goto(article);
		expect(await brokenPictures(page)).toEqual([]);
		expect(await page.locator("h1").evaluate((heading) => getComputedStyle(heading).fontFamily)).toContain(
			"Source Serif",
		);
		await page.goto(samplePages.day);
		expect(await page.locator("h1").textContent()).toBe(title);
		for (const address of ["/", "/luu-tru/", "/khong-co.html", "/2026?x=1", "/doc-ngoai-tuyen/"]) {
			await page.goto(address);
			expect(await page.locator("main h1").count(), address).toBe(1);
		}
		expect(phone.complaints).toEqual([]);
		await phone.close();
	});

	test("a page that was not read says so, and links to those that were", async () => {
		const phone = await phoneOn();
		const { page } = phone;
		await phone.read("/");
		await phone.read(article);
		const title = (await page.locator("h1").textContent()) ?? "";
		await phone.stopServer();
		await page.goto(samplePages.month);
		expect(await page.locator("h1").textContent()).toBe("Không có mạng");
		expect(await page.getByRole("link", { name: "Thử mở lại trang này" }).getAttribute("href")).toContain(
			samplePages.month,
		);
		const addressesBelow = (heading: string) =>
			page
				.locator(`:is(h2, h3):text-is("${heading}") + ul a`)
				.evaluateAll((links) => (links as HTMLAnchorElement[]).map(({ pathname }) => pathname));
		expect(await addressesBelow("Bài đã mở gần đây")).toEqual([article]);
		expect(await addressesBelow("Trang khác đã mở")).toEqual(["/"]);
		await page.getByRole("link", { name: title }).click();
		expect(phone.complaints).toEqual([]);
		await expect.poll(() => new URL(page.url()).pathname).toBe(article);
		expect(await page.locator("h1").textContent()).toBe(title);
		await phone.close();
	});
});

test("a service worker that is turned off removes itself and everything that it kept", async () => {
	const phone = await phoneOn();
	const { page } = phone;
	await phone.read(article);
	await phone.stopServer();
	// What a portal serves whose offline reading is turned off.
	await phone.startServer((address, response) => {
		if (address !== "/sw.js") return false;
		response.writeHead(200, { "Content-Type": "text/javascript" }).end(removingWorker);
		return true;
	});
	await page.goto("/");
	const left = () =>
		page.evaluate(async () => [
			...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
			...(await caches.keys()),
		]);
	await expect.poll(left, { timeout: 15_000 }).toEqual([]);
	await phone.close();
});

test("a browser that lets no service worker start is told about, where pages are kept and where they are listed", async () => {
	const phone = await phoneOn();
	const { page } = phone;
	await phone.stopServer();
	await phone.startServer((address, response) => {
		if (address !== "/sw.js") return false;
		response.writeHead(404).end();
		return true;
	});
	await page.goto(article);
	await page.getByRole("button", { name: "Lưu để đọc khi không có mạng" }).click();
	const refusal = /^Trình duyệt chưa cho cổng tin lưu bài/;
	await expect.poll(() => page.getByRole("dialog").locator("p").first().textContent()).toMatch(refusal);
	await page.goto(samplePages.kept);
	await expect.poll(() => page.locator("#kept").textContent()).toMatch(refusal);
	await phone.close();
});

test("the editor, the API and attachments that were not kept are never served from the phone's cache", async () => {
	const phone = await phoneOn();
	const { page } = phone;
	await phone.read(article);
	await page.goto("/api/");
	expect(await isStored(page, "/api/")).toBe(false);
	await phone.stopServer();
	await page.goto(article);
	// After the page: a page that is opened later takes itself for online.
	await phone.context.setOffline(true);
	await page.locator(".attachment-list a").first().click();
	const told = page.locator(".attachment-list").getByRole("status");
	expect(await told.textContent()).toContain("Hãy tải khi có mạng");
	await phone.context.setOffline(false);
	await expect(page.goto("/admin/")).rejects.toThrow("ERR_CONNECTION_REFUSED");
	await phone.close();
});

test("the web app manifest names existing icons with their right sizes", async () => {
	const phone = await phoneOn();
	const { page, context } = phone;
	await page.goto("/");
	const client = await context.newCDPSession(page);
	const { url, errors } = await client.send("Page.getAppManifest");
	expect(url).toBe(new URL("/app.json", page.url()).href);
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
