/** Kept pages stay complete, whatever happens during a download. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite, buildTemporarySite, type TemporarySite } from "../support/build-site.ts";
import { fixtureDirectory, fixtureNow, PortalCopy, smallArticle } from "../support/fixture.ts";
import { closeWindows, openChromium } from "./chromium.ts";
import { openPhone, type Phone } from "./phone.ts";

const month = "/2026/11/";
const offer = "Lưu để đọc khi không có mạng";

/** Built once, for the tests that publish nothing. */
let fixture: TemporarySite;
let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
	fixture = await buildTemporarySite({ contentDirectory: fixtureDirectory, now: fixtureNow, search: false });
});

afterAll(async () => {
	await closeWindows();
	fixture?.remove();
});

async function readerOf(site: string): Promise<{ phone: Phone; page: Page }> {
	const phone = await openPhone(browser, site);
	await phone.read("/");
	return { phone, page: phone.page };
}

async function press(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.getByRole("button", { name: offer }).click();
	await page.getByRole("button", { name: "Lưu", exact: true }).click();
}

async function keep(page: Page, address: string): Promise<void> {
	await press(page, address);
	await page.getByText("Đã lưu, đọc được khi không có mạng.").waitFor();
}

/** The titles of kept sets, as listed on the page of kept content. */
async function kept(page: Page): Promise<string[]> {
	await page.goto("/doc-ngoai-tuyen/");
	await page.locator(".kept-sets :is(.kept-list, .notice)").first().waitFor();
	return await page.locator(".kept-sets .kept-list > li > a").allTextContents();
}

/** The title of a kept page, read offline. */
async function titleOf(page: Page, address: string): Promise<string | null> {
	await page.goto(address);
	return await page.locator("h1").textContent();
}

test("an interrupted download continues by itself where it stopped", async () => {
	const { phone, page } = await readerOf(fixture.site);
	await phone.stopServer();
	let sent = 0;
	await phone.startServer((address, response) => {
		if (!address.startsWith("/2026/") || !address.endsWith(".html") || ++sent <= 3) return false;
		// The connection is lost.
		response.destroy();
		return true;
	});
	await press(page, month);
	await page.getByText("Mạng bị ngắt.").waitFor();
	const there = await page.evaluate(async () => (await (await caches.open("kept-files")).keys()).length);
	expect(there).toBeGreaterThan(0);
	expect(await kept(page)).toEqual([]);
	expect(await page.locator(".kept-sets").first().textContent()).toContain("Sẽ tiếp tục khi có mạng.");
	await phone.stopServer();
	await phone.startServer();
	await page.goto("/");
	await expect.poll(() => kept(page), { timeout: 30_000, interval: 1000 }).toEqual(["Tháng 11/2026"]);
	const again = phone.answers().filter(({ address }) => /^\/2026\/11\/.*(?:\/|\.html)$/.test(address)).length;
	const all = await page.evaluate(async () => (await (await caches.open("kept-files")).keys()).length);
	expect(again).toBeLessThan(all);
	await phone.close();
}, 120_000);

test("an update with an unavailable page keeps the whole former state, which stays readable", async () => {
	const portal = new PortalCopy();
	await buildSite(portal.options);
	const { phone, page } = await readerOf(portal.output);
	await keep(page, month);
	portal.edit("articles/2026/11/15-phong-su-anh.md", "title: ", "title: Bản sửa của ");
	portal.write(...smallArticle("2026-11-20", "moi-nhat", "Tin mới nhất", "11:30"));
	await buildSite(portal.options);
	await phone.stopServer();
	// A cache in the network still serves the former version of one page.
	await phone.startServer((address, response) => {
		if (address !== "/2026/11/15/phong-su-anh.html") return false;
		response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end("<p>cũ</p>");
		return true;
	});
	const reading = await phone.context.newPage();
	await reading.goto("/2026/11/02/gia-lua.html");
	await kept(page);
	await page.getByRole("button", { name: "Cập nhật" }).click();
	await page.getByText("Mạng đang dùng trả về trang khác với trang của cổng tin").waitFor();
	expect(await reading.locator("h1").count()).toBe(1);
	await phone.stopServer();
	await page.evaluate(() => caches.delete("read-pages"));
	expect(await titleOf(page, "/2026/11/20/moi-nhat.html")).toBe("Không có mạng");
	expect(await titleOf(page, "/2026/11/15/phong-su-anh.html")).not.toContain("Bản sửa của");
	await page.goto(month);
	expect(await page.locator("main").textContent()).not.toContain("Tin mới nhất");

	await phone.startServer();
	await kept(page);
	await page.getByRole("button", { name: "Cập nhật" }).click();
	await expect.poll(() => page.getByRole("button", { name: "Cập nhật" }).isEnabled()).toBe(true);
	await phone.stopServer();
	await page.evaluate(() => caches.delete("read-pages"));
	expect(await titleOf(page, "/2026/11/15/phong-su-anh.html")).toContain("Bản sửa của");
	expect(await titleOf(page, "/2026/11/20/moi-nhat.html")).toBe("Tin mới nhất");
	await phone.close();
}, 120_000);

test("a full phone is reported: the incomplete download is dropped, and complete ones stay", async () => {
	const { phone, page } = await readerOf(fixture.site);
	await keep(page, "/2026/11/20/");
	await page.goto("/2026/10/");
	const told = (estimate: StorageEstimate) =>
		page.evaluate((given) => {
			navigator.storage.estimate = async () => given;
		}, estimate);
	await told({ usage: 0, quota: 1000 });
	await page.getByRole("button", { name: offer }).click();
	const dialog = page.getByRole("dialog");
	await expect.poll(() => dialog.textContent(), { timeout: 15_000 }).toContain("không đủ dung lượng");
	expect(await page.getByRole("button", { name: "Lưu", exact: true }).isEnabled()).toBe(false);
	await page.getByRole("button", { name: "Đóng" }).click();

	// The browser does not tell beforehand that its storage is full, but refuses to write.
	await told({});
	const client = await phone.context.newCDPSession(page);
	const origin = new URL(page.url()).origin;
	await client.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
	await page.getByRole("button", { name: offer }).click();
	await page.getByRole("button", { name: "Lưu", exact: true }).click();
	await expect.poll(() => dialog.textContent(), { timeout: 15_000 }).toContain("Máy hết dung lượng");
	await client.send("Storage.overrideQuotaForOrigin", { origin });
	expect(await kept(page)).not.toContain("Tháng 10/2026");
	await phone.stopServer();
	await page.evaluate(() => caches.delete("read-pages"));
	expect(await titleOf(page, "/2026/11/20/")).not.toBe("Không có mạng");
	await phone.close();
}, 120_000);

test("two tabs keep and remove pages at the same time: both actions are done, and both tabs show them", async () => {
	const { phone, page } = await readerOf(fixture.site);
	const other = await phone.context.newPage();
	await Promise.all([press(page, month), press(other, "/2026/11/20/")]);
	for (const tab of [page, other]) await tab.getByText("Đã lưu, đọc được khi không có mạng.").waitFor();
	expect((await kept(other)).length).toBe(2);
	await kept(page);
	await page.getByRole("button", { name: "Xóa khỏi máy “Tháng 11/2026”" }).click();
	await expect
		.poll(() => other.locator(".kept-sets .kept-list > li > a").allTextContents())
		.not.toContain("Tháng 11/2026");
	await phone.stopServer();
	await other.evaluate(() => caches.delete("read-pages"));
	// The day shares files with the removed month.
	expect(await titleOf(other, "/2026/11/20/")).not.toBe("Không có mạng");
	expect(await titleOf(other, month)).toBe("Không có mạng");
	await phone.close();
}, 120_000);

test("pages that the browser evicted are reported, and can be kept again", async () => {
	const { phone, page } = await readerOf(fixture.site);
	await keep(page, "/2026/11/20/");
	const title = (await kept(page))[0] ?? "";
	const client = await phone.context.newCDPSession(page);
	await client.send("Storage.clearDataForOrigin", {
		origin: new URL(page.url()).origin,
		storageTypes: "indexeddb,cache_storage,service_workers",
	});
	await page.goto("/");
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.goto("/doc-ngoai-tuyen/");
	await page.getByText("Trình duyệt đã xóa những nội dung bạn lưu").waitFor();
	await page.getByRole("button", { name: `Lưu lại “${title}”` }).click();
	await expect.poll(() => page.locator(".kept-sets .kept-list > li > a").allTextContents()).toEqual([title]);
	expect(await page.getByText("Trình duyệt đã xóa những nội dung bạn lưu").count()).toBe(0);

	// The browser may also evict single files.
	await page.evaluate(async () => {
		const cache = await caches.open("kept-files");
		const [first] = await cache.keys();
		if (first) await cache.delete(first);
	});
	await page.reload();
	await page.getByText("Trình duyệt đã xóa bớt 1 tệp").waitFor();
	await page.getByRole("button", { name: "Tải lại phần thiếu" }).click();
	await expect.poll(() => page.getByText("Trình duyệt đã xóa bớt").count()).toBe(0);
	await phone.close();
}, 120_000);

test("in data-saving mode the reader is asked, and pictures are not left out silently", async () => {
	const { phone, page } = await readerOf(fixture.site);
	await page.addInitScript(() => {
		Object.defineProperty(navigator, "connection", { value: { saveData: true } });
	});
	await page.goto(month);
	await page.getByRole("button", { name: offer }).click();
	await page.getByText("Máy đang tiết kiệm dữ liệu").waitFor();
	expect(await page.getByRole("checkbox", { name: /Kèm ảnh/ }).isChecked()).toBe(false);
	await page.getByRole("button", { name: "Lưu", exact: true }).click();
	await page.getByText("Đã lưu, đọc được khi không có mạng.").waitFor();
	const pictures = await page.evaluate(
		async () =>
			(await (await caches.open("kept-files")).keys()).filter(({ url }) => url.includes("/anh/")).length,
	);
	expect(pictures).toBe(0);
	await phone.close();
}, 90_000);
