/** Numbers on the pages of a desk's site: counted, shown, and absent without harm if the server does not answer. */
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { articleText } from "../support/content-folder.ts";
import { DeskFolder } from "../support/desk-store.ts";
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
