/** The desk's own pages in a browser: usable at 360 px and without accessibility faults. */
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../../src/desk/people.ts";
import { articleText } from "../support/content-folder.ts";
import { articleId, DeskFolder } from "../support/desk-store.ts";
import { type DeskClient, officeContent, TestDesk } from "../support/running-desk.ts";
import { closeWindows, openChromium } from "./chromium.ts";
import { faultsOf } from "./faults-of.ts";

let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
});
afterAll(closeWindows);

const all: Role[] = ["writer", "editor", "publisher", "administrator"];
const draftId = "2026/11/22-bai-moi";

async function openPage(client: DeskClient | undefined, origin: string, width = 360): Promise<Page> {
	const context = await browser.newContext({ baseURL: origin, viewport: { width, height: 740 } });
	const cookies = (client?.cookie ?? "").split("; ").filter(Boolean);
	await context.addCookies(
		cookies.map((cookie) => {
			const at = cookie.indexOf("=");
			return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin };
		}),
	);
	return await context.newPage();
}

async function expectSound(page: Page): Promise<void> {
	expect(await faultsOf(page)).toEqual([]);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width, page.url()).toBeLessThanOrEqual(360);
}

const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#17503f" } })
	.jpeg()
	.toBuffer();

test("every page is usable on a phone, from signing in to an article that is online", async () => {
	const desk = await TestDesk.open(new DeskFolder({ files: { ...officeContent, "media/anh.jpg": picture } }));
	await desk.desk.firstBuild;
	const admin = await desk.signIn(
		"Dung",
		all.map((role) => ({ role, committees: "all" as const })),
	);
	const text = articleText(["title: Bài mới của phóng viên", "committee: ban-dan-van"]);
	await admin.ask("PUT", `/entries/articles/${encodeURIComponent(draftId)}`, { text, base: null });

	const visitor = await openPage(undefined, desk.origin);
	await visitor.goto("/ban-lam-viec/bai-viet/");
	expect(visitor.url()).toContain("/ban-lam-viec/dang-nhap/");
	await expectSound(visitor);
	await visitor.getByLabel("Thư điện tử").pressSequentially("dung@thu.example.vn");
	await visitor.getByLabel("Mật khẩu").pressSequentially("mật khẩu của Dung");
	await visitor.getByRole("button", { name: "Đăng nhập" }).click();
	await visitor.waitForURL("**/ban-lam-viec/bai-viet/");

	const page = await openPage(admin, desk.origin);
	const complaints: string[] = [];
	page.on("pageerror", ({ message }) => complaints.push(message));
	page.on("console", (message) => {
		// axe tries to add an inline style, which the pages' policy blocks.
		const isAxe = message.text().startsWith("Applying inline style");
		if (message.type() === "error" && !isAxe) complaints.push(message.text());
	});
	for (const address of [
		"/ban-lam-viec/",
		"/ban-lam-viec/bai-viet/",
		"/ban-lam-viec/lich/",
		"/ban-lam-viec/anh/",
		"/ban-lam-viec/trang/",
		"/ban-lam-viec/thung-rac/",
		"/ban-lam-viec/nguoi-dung/",
		"/ban-lam-viec/tai-khoan/",
		`/ban-lam-viec/lich-su/articles/${encodeURIComponent(articleId)}/`,
	]) {
		const response = await page.goto(address);
		expect(response?.status(), address).toBe(200);
		await page.getByRole("heading", { level: 1 }).waitFor();
		await expectSound(page);
	}
	expect(complaints).toEqual([]);

	await page.goto("/ban-lam-viec/bai-viet/?sort=title");
	const filters = page.locator(".desk-more-filters > label");
	const topOf = (place: number) => filters.nth(place).evaluate((field) => field.getBoundingClientRect().top);
	const { height = 0 } = (await filters.first().boundingBox()) ?? {};
	expect((await topOf(1)) - (await topOf(0))).toBeGreaterThan(height + 8);
	await page.setViewportSize({ width: 1280, height: 740 });
	expect(await topOf(1)).toBe(await topOf(0));
	await page.goto("/ban-lam-viec/bai-viet/");
	await page.getByLabel("Từ cần tìm").pressSequentially("phong vien");
	await page.getByRole("button", { name: "Tìm" }).click();
	await page.waitForURL(/q=phong/);
	expect(await page.getByRole("status").first().textContent()).toBe("1 bài");
	await page.getByRole("checkbox", { name: /Bài mới của phóng viên/ }).check();
	await page.getByRole("combobox", { name: "Thao tác" }).selectOption({ label: "Đăng" });
	await page.getByRole("button", { name: "Thực hiện" }).click();
	await page.getByText("Đã xong 1 bài.").waitFor();
	await page.getByText("Đã lên trang.").waitFor();
	await page.goto("/2026/11/22/bai-moi.html");
	expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Bài mới của phóng viên");
}, 240_000);
