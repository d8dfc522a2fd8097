/** Numbers on the pages of a desk's site: counted, shown, and absent without harm if the server does not answer. */
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { articleAddress } from "../../src/model/addresses.ts";
import { asArticleId } from "../../src/model/ids.ts";
import { articleText } from "../support/content-folder.ts";
import { articleId, DeskFolder } from "../support/desk-store.ts";
import { officeContent, TestDesk } from "../support/running-desk.ts";
import { browserAgent } from "../support/voice-server.ts";
import { closeWindows, openChromium } from "./chromium.ts";

let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
});
afterAll(closeWindows);

const article = "/2026/11/20/lua-chin.html";

const content = {
	...officeContent,
	"site.yml": `${officeContent["site.yml"]}\nvoice:\n  views: true\n`,
	"articles/2026/11/20-lua-chin.md": articleText(
		["title: Lúa chín ở xã Tây", 'views: "1250"'],
		"Một đoạn.\n",
	),
};

function reader(desk: TestDesk, userAgent = browserAgent): Promise<BrowserContext> {
	return browser.newContext({ baseURL: desk.origin, locale: "vi-VN", userAgent });
}

async function visit(page: Page, address: string): Promise<void> {
	const told = page.waitForResponse((answer) => answer.url().endsWith("/tieng-noi/thong-ke.json"));
	await page.goto(address);
	await told;
}

/** Opens a page and looks at a part of it before the numbers come. @returns what they have moved */
async function movedBeside(part: string, address: string, desk: TestDesk, width: number): Promise<string[]> {
	const context = await reader(desk);
	const page = await context.newPage();
	await page.setViewportSize({ width, height: 740 });
	await page.route("**/tieng-noi/**", async (route) => {
		await page.waitForFunction("window.moved");
		await route.continue();
	});
	await page.goto(address);
	await page.evaluate(async (selector) => {
		await document.fonts.ready;
		const seen = document.querySelector(selector);
		(seen?.checkVisibility() ? seen : seen?.previousElementSibling)?.scrollIntoView({ block: "center" });
		const moved: string[] = [];
		const observer = new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node: Node }[] })[])
				for (const { node } of entry.sources) {
					const element = node instanceof Element ? node : node.parentElement;
					// Another script puts today's date there.
					if (element && !element.closest(".masthead")) moved.push(element.outerHTML.slice(0, 80));
				}
		});
		observer.observe({ type: "layout-shift" });
		Object.assign(window, { moved });
	}, part);
	await page.locator("[data-visits]").waitFor();
	await page.locator("[data-most-read] button:visible").first().waitFor();
	const moved = await page.evaluate(async () => {
		for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
		return (window as unknown as { readonly moved: string[] }).moved;
	});
	await context.close();
	// An article's list is its end: only the footer is below it.
	return moved.filter((element) => !element.startsWith("<footer"));
}

test("a reader is counted once, a robot never, and counting starts from the imported numbers", async () => {
	const desk = await TestDesk.open(new DeskFolder({ files: content }));
	await desk.desk.firstBuild;
	const page = await (await reader(desk)).newPage();
	await visit(page, article);
	await page.locator("[data-views]", { hasText: "1.251" }).waitFor();
	await visit(page, article);
	await visit(page, "/");
	await page.locator("[data-most-read] a", { hasText: "Lúa chín ở xã Tây" }).waitFor();
	await page.getByRole("button", { name: "Tháng", exact: true }).click();
	expect(await page.locator("[data-most-read] button[aria-pressed=true]").textContent()).toBe("Tháng");
	expect(await page.locator("[data-visits-of=now]").textContent()).toBe("1");

	const other = await (await reader(desk, browserAgent.replace("Android 14", "Android 13"))).newPage();
	await visit(other, article);
	const robot = await (await reader(desk, "Mozilla/5.0 (compatible; Googlebot/2.1)")).newPage();
	await visit(robot, article);
	const numbers = await desk.stranger.fetch("/tieng-noi/so/2026-11.json");
	expect(await numbers.json()).toMatchObject({ views: { "20-lua-chin": 2 } });

	desk.folder.now += 24 * 60 * 60 * 1000;
	await desk.desk.tidy();
	const still = await browser.newContext({ baseURL: desk.origin, javaScriptEnabled: false });
	const home = await still.newPage();
	await home.goto("/");
	const listed = home.locator("[data-most-read] li");
	expect(await listed.allTextContents()).toEqual(["Lúa chín ở xã Tây"]);
	expect(await home.locator("[data-most-read] button").first().isVisible()).toBe(false);
	await still.close();
	const moved: string[] = [];
	for (const [width, part, address] of [
		[360, "[data-most-read]", "/"],
		[1280, "[data-most-read]", "/"],
		[360, "[data-visits]", "/"],
		[360, "[data-views]", articleAddress(asArticleId(articleId))],
		[360, "[data-most-read]", article],
	] as const)
		for (const element of await movedBeside(part, address, desk, width))
			moved.push(`${part} at ${width} px: ${element}`);
	expect(moved).toEqual([]);
	for (const { context } of [robot, page, other].map((each) => ({ context: each.context() }))) {
		expect(await context.cookies()).toEqual([]);
		await context.close();
	}
});

test("another counter is told once; without numbers the page is complete and shows none", async () => {
	const told: { url: string; headers: IncomingHttpHeaders }[] = [];
	const counter = createServer((request, response) => {
		told.push({ url: request.url ?? "", headers: request.headers });
		response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "image/gif" }).end();
	});
	counter.listen(0, "127.0.0.1");
	await once(counter, "listening");
	onTestFinished(() => void counter.close());
	const elsewhere = `http://127.0.0.1:${(counter.address() as AddressInfo).port}`;
	const settings = `${content["site.yml"]}  counter:\n    service: goatcounter\n    address: ${elsewhere}\n`;
	const desk = await TestDesk.open(new DeskFolder({ files: { ...content, "site.yml": settings } }));
	await desk.desk.firstBuild;
	const context = await reader(desk);
	const page = await context.newPage();
	const faults: string[] = [];
	page.on("pageerror", ({ message }) => faults.push(message));
	await page.route("**/tieng-noi/**", (route) => route.abort());
	const asked = page.waitForEvent("requestfailed");
	await page.goto(article);
	await asked;
	expect(await page.locator("[data-views]").textContent()).toBe("1.250");
	expect(await page.locator("[data-visits]").isHidden()).toBe(true);
	expect(await page.locator("[data-most-read]").isHidden()).toBe(true);
	expect(faults).toEqual([]);
	await expect.poll(() => told.length).toBe(1);
	const [{ url, headers } = { url: "", headers: {} }] = told;
	const counted = new URL(url, elsewhere);
	expect([counted.pathname, counted.searchParams.get("p")]).toEqual(["/count", article]);
	expect([headers.cookie, headers.referer]).toEqual([undefined, `${desk.origin}/`]);
	const answer = await desk.stranger.fetch(article);
	expect(answer.headers.get("Content-Security-Policy")).toContain(`connect-src 'self' ${elsewhere};`);
	await context.close();
});
