/** Pages that a reader keeps for offline reading: keeping, listing, updating, removing. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite } from "../support/build-site.ts";
import { PortalCopy, smallArticle } from "../support/fixture.ts";
import { closeWindows, openChromium } from "./chromium.ts";
import { brokenPictures, openPhone, type Phone } from "./phone.ts";

const month = "/2026/11/";
const article = "/2026/11/02/gia-lua.html";

/** Made once, for the tests that publish nothing. */
const shared = mkdtempSync(join(tmpdir(), "kept-pages-"));
const table = "Thôn,Số hộ\n".repeat(10_000);

let browser: Browser;
let output: string;

beforeAll(async () => {
	browser = await openChromium();
	const portal = new PortalCopy(shared);
	const [file, text] = smallArticle("2026-11-19", "kem-tep", "Bài kèm tệp", "10:00");
	portal.write(
		file,
		text.replace("title:", "attachments: [{ title: Bảng số liệu, file: 19-kem-tep/bang.csv }]\ntitle:"),
	);
	portal.write("articles/2026/11/19-kem-tep/bang.csv", table);
	await buildSite({ ...portal.options, search: true });
	output = portal.output;
});

afterAll(async () => {
	await closeWindows();
	rmSync(shared, { recursive: true, force: true });
});

async function readerOf(site: string): Promise<{ phone: Phone; page: Page }> {
	const phone = await openPhone(browser, site);
	await phone.read("/");
	return { phone, page: phone.page };
}

/** Keeps a page: presses its button and the one in the dialog. */
async function keep(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.getByRole("button", { name: "Lưu để đọc khi không có mạng" }).click();
	await page.getByRole("button", { name: "Lưu", exact: true }).click();
	await page.getByText("Đã lưu, đọc được khi không có mạng.").waitFor();
}

async function keptFiles(page: Page): Promise<number> {
	return await page.evaluate(async () => (await (await caches.open("kept-files")).keys()).length);
}

/** The list on the page of kept content. */
async function listed(page: Page): Promise<string> {
	await page.goto("/doc-ngoai-tuyen/");
	await page.locator(".kept-sets :is(.kept-list, .notice)").first().waitFor();
	return (await page.locator(".kept-sets").textContent()) ?? "";
}

/** Updates a kept set, without the usual pause between updates. */
async function update(page: Page, address: string): Promise<void> {
	await listed(page);
	const item = page.locator(".kept-list li", { has: page.locator(`a[href="${address}"]`) });
	await item.getByRole("button", { name: "Cập nhật" }).click();
	await expect.poll(() => item.getByRole("button", { name: "Cập nhật" }).isEnabled()).toBe(true);
}

test("before a month is kept its size is shown; then all its pages can be read offline, with pictures and attachments", async () => {
	const { phone, page } = await readerOf(output);
	await page.goto(month);
	await page.getByRole("button", { name: "Lưu để đọc khi không có mạng" }).click();
	const dialog = page.getByRole("dialog", { name: "Tháng 11/2026" });
	await expect.poll(() => dialog.textContent()).toMatch(/\d+ bài, [\d,]+ (?:KB|MB)\./);
	expect(await keptFiles(page)).toBe(0);
	const choice = dialog.getByRole("checkbox", { name: "Kèm tệp đính kèm" });
	await choice.uncheck();
	const without = await dialog.textContent();
	await choice.check();
	expect(await dialog.textContent()).not.toBe(without);
	await dialog.getByRole("button", { name: "Lưu", exact: true }).click();
	await dialog.getByText("Đã lưu, đọc được khi không có mạng.").waitFor();
	const addresses = await page
		.locator("main a[href^='/2026/11/']")
		.evaluateAll((links) => [...new Set((links as HTMLAnchorElement[]).map(({ pathname }) => pathname))]);
	expect(addresses.length).toBeGreaterThan(5);
	await phone.stopServer();
	await page.evaluate(() => caches.delete("read-pages"));
	await page.evaluate(() => caches.delete("read-pictures"));
	for (const address of [month, ...addresses]) {
		await page.goto(address);
		expect(await page.locator("h1").textContent(), address).not.toBe("Không có mạng");
		if (address.endsWith(".html")) expect(await brokenPictures(page), address).toEqual([]);
	}
	await page.goto("/2026/11/19/kem-tep.html");
	await phone.context.setOffline(true);
	const download = page.waitForEvent("download");
	await page.locator(".attachment-list a").click();
	expect(readFileSync(await (await download).path(), "utf8")).toBe(table);
	await phone.context.setOffline(false);
	expect(await listed(page)).toMatch(/Tháng 11\/2026\s*\d+ bài, [\d,]+ (?:KB|MB), cập nhật ngày/);
	expect(phone.complaints).toEqual([]);
	await phone.close();
}, 90_000);

test("an article, a day and a list can be kept, appear in the list, and are removed completely", async () => {
	const { phone, page } = await readerOf(output);
	const tag = "/tu-khoa/dan-van-kheo/";
	for (const address of [article, "/2026/11/20/", tag]) await keep(page, address);
	await page.goto(tag);
	const titles = await page
		.locator("main .article-card a")
		.evaluateAll((links) => [
			...new Set(
				(links as HTMLAnchorElement[])
					.map(({ pathname }) => pathname)
					.filter((path) => path.endsWith(".html")),
			),
		]);
	await phone.stopServer();
	await page.evaluate(() => caches.delete("read-pages"));
	for (const address of [article, "/2026/11/20/", tag, ...titles]) {
		await page.goto(address);
		expect(await page.locator("h1").textContent(), address).not.toBe("Không có mạng");
	}
	await listed(page);
	const items = page.locator(".kept-list li:has(.kept-actions)");
	expect(await items.count()).toBe(3);
	for (let left = 3; left > 0; left--) {
		await items.first().getByRole("button", { name: "Xóa khỏi máy" }).click();
		await expect.poll(() => items.count()).toBe(left - 1);
	}
	expect(await keptFiles(page)).toBe(0);
	expect(await page.locator(".kept-sets").textContent()).toContain("Bạn chưa lưu gì.");
	await phone.close();
}, 90_000);

test("after an article is published, only changed files are fetched; a withdrawn one is removed from a phone as soon as it is online, whether kept or only read", async () => {
	const portal = new PortalCopy();
	await buildSite(portal.options);
	const { phone, page } = await readerOf(portal.output);
	await keep(page, month);
	const before = await keptFiles(page);
	portal.write(...smallArticle("2026-11-20", "moi-nhat", "Tin mới nhất", "11:30"));
	const { added, changed } = await buildSite(portal.options);
	const expected = [...added, ...changed].filter((address) =>
		/^\/2026\/11\/(?:.*(?:\/|\.html))?$/.test(address),
	);
	expect(expected).toContain("/2026/11/20/moi-nhat.html");
	await listed(page);
	const asked = phone.answers().length;
	await update(page, month);
	const fetched = phone
		.answers()
		.slice(asked)
		.filter(({ address }) => address.startsWith("/2026/") || address.endsWith("2026-11.json"));
	expect(fetched.map(({ address }) => address).sort()).toEqual(
		["/doc-ngoai-tuyen/2026-11.json", ...expected].sort(),
	);
	console.info(
		`fetched ${fetched.length} files, ${fetched.reduce((sum, { bytes }) => sum + bytes, 0)} bytes`,
	);
	// Former versions of pages are removed.
	expect(await keptFiles(page)).toBe(before + 1);
	await phone.stopServer();
	await page.goto("/2026/11/20/moi-nhat.html");
	expect(await page.locator("h1").textContent()).toBe("Tin mới nhất");

	await phone.startServer();
	await phone.read(article);
	await phone.read("/2026/11/15/phong-su-anh.html");
	const title = (await page.locator("h1").textContent()) ?? "";
	portal.edit(
		"articles/2026/11/15-phong-su-anh.md",
		"title:",
		"withdrawn: { date: 2026-11-20T08:00:00+07:00, reason: Dẫn sai nguồn }\ntitle:",
	);
	await buildSite(portal.options);
	await page.goto("/lien-he.html");
	await expect
		.poll(
			async () =>
				await page.evaluate(async (text) => {
					const found: string[] = [];
					for (const name of ["read-pages", "kept-files"]) {
						const cache = await caches.open(name);
						for (const request of await cache.keys()) {
							const response = await cache.match(request);
							if (response?.headers.get("Content-Type")?.startsWith("text/html")) {
								if ((await response.text()).includes(text)) found.push(request.url);
							}
						}
					}
					return found;
				}, title),
			{ timeout: 30_000, interval: 500 },
		)
		.toEqual([]);
	await phone.stopServer();
	await page.goto("/2026/11/15/phong-su-anh.html");
	expect(await page.locator("main").textContent()).not.toContain(title);
	await phone.close();
}, 90_000);

test("offline, kept pages can be searched, and the whole archive once its index is kept", async () => {
	const { phone, page } = await readerOf(output);
	await keep(page, article);
	const title = (await page.locator("h1").textContent()) ?? "";
	await phone.stopServer();
	await page.goto("/tim-kiem/?q=gia%20lua");
	await page.getByText("Tìm thấy").waitFor();
	expect(new URL(page.url()).pathname).toBe("/doc-ngoai-tuyen/");
	expect(await page.locator(".kept-searching li a").allTextContents()).toContain(title);
	await page.getByRole("searchbox", { name: "Tìm trong những bài đã có trong máy" }).fill("xyzzy");
	await page.getByRole("button", { name: "Tìm", exact: true }).last().click();
	await page.getByText("Trong máy không có bài nào").waitFor();

	await phone.startServer();
	await page.goto("/doc-ngoai-tuyen/");
	await page.getByRole("button", { name: "Xem dung lượng và lưu" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("button", { name: "Lưu", exact: true }).waitFor();
	expect(await dialog.textContent()).toMatch(/\d+ bài, [\d,]+ (?:KB|MB)/);
	await dialog.getByRole("button", { name: "Lưu", exact: true }).click();
	await dialog.getByText("Đã lưu, đọc được khi không có mạng.").waitFor({ timeout: 40_000 });
	await phone.stopServer();
	for (const question of ["dân vận khéo", "dan van kheo", "dong nai"]) {
		await page.goto(`/tim-kiem/?q=${encodeURIComponent(question)}`);
		await page.locator(".search-result").first().waitFor();
		expect(await page.locator(".search-status").textContent(), question).toMatch(/Tìm thấy \d+ bài/);
	}
	expect(phone.complaints).toEqual([]);
	await phone.close();
}, 120_000);
