/** A comment from typing to the page and back, with a real desk, repository and browser. */
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asArticleId } from "../../src/model/ids.ts";
import { addComment } from "../../src/voice/comments/comments.ts";
import { openVoiceDatabase } from "../../src/voice/store/open-voice-database.ts";
import { articleText } from "../support/content-folder.ts";
import { DeskFolder } from "../support/desk-store.ts";
import { readable, startMail } from "../support/mail-server.ts";
import { type DeskClient, officeContent, TestDesk } from "../support/running-desk.ts";
import { browserAgent } from "../support/voice-server.ts";
import { closeWindows, openChromium } from "./chromium.ts";
import { faultsOf } from "./faults-of.ts";

let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
});
afterAll(closeWindows);

const address = "/2026/11/20/lua-chin.html";
const patience = { timeout: 60_000, interval: 500 };

const content = {
	...officeContent,
	"site.yml": `${officeContent["site.yml"]}\ncontact:\n  email: toasoan@thu.example.vn\nvoice:\n  views: true\n  comments: all\n  letters: true\n`,
	"articles/2026/11/20-lua-chin.md": articleText(["title: Lúa chín ở xã Tây"], "Một đoạn.\n"),
};

function reader(desk: TestDesk): Promise<BrowserContext> {
	return browser.newContext({
		baseURL: desk.origin,
		locale: "vi-VN",
		userAgent: browserAgent,
		viewport: { width: 360, height: 740 },
	});
}

async function pageOf(desk: TestDesk, client: DeskClient): Promise<Page> {
	const context = await browser.newContext({ baseURL: desk.origin, viewport: { width: 360, height: 740 } });
	const cookies = client.cookie.split("; ").map((cookie) => {
		const at = cookie.indexOf("=");
		return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: desk.origin };
	});
	await context.addCookies(cookies);
	return await context.newPage();
}

async function write(page: Page, name: string, text: string): Promise<void> {
	await page.getByLabel("Ý kiến của bạn").pressSequentially(text);
	await page.getByLabel("Họ và tên").pressSequentially(name);
	await page.getByRole("checkbox").check();
	await page.getByRole("button", { name: "Gửi ý kiến", exact: true }).click();
	await page.getByText("Đã nhận ý kiến của bạn").waitFor({ timeout: 60_000 });
}

/** Types what people type: with an input method, emoji of many parts, and up to the limit and beyond it. */
async function countsAsPeopleDo(page: Page): Promise<void> {
	const text = page.getByLabel("Ý kiến của bạn");
	const expectCount = async (count: number) =>
		expect(await page.locator("[data-count]").textContent()).toContain(`${count} / 500 ký tự`);
	await text.focus();
	const typing = await page.context().newCDPSession(page);
	for (const shown of ["T", "Tô", "Tố", "Tốt"])
		await typing.send("Input.imeSetComposition", { text: shown, selectionStart: 0, selectionEnd: 0 });
	await typing.send("Input.insertText", { text: "Tốt" });
	await expectCount(3);
	for (const emoji of ["👩‍👩‍👧‍👦", "🇻🇳", "👍🏽", "1️⃣", "o\u031b\u0301"]) await page.keyboard.insertText(emoji);
	await expectCount(8);
	await page.keyboard.insertText("🇻🇳".repeat(492));
	await expectCount(500);
	const button = page.getByRole("button", { name: "Gửi ý kiến", exact: true });
	expect(await button.isEnabled()).toBe(true);
	await page.keyboard.insertText("ạ");
	await expectCount(501);
	expect(await button.isEnabled()).toBe(false);
	await text.fill("");
}

async function staticPage(desk: TestDesk): Promise<string> {
	return await (await desk.stranger.fetch(address)).text();
}

test("a comment can be written, approved, read without JavaScript, liked, taken back and removed", async () => {
	const desk = await TestDesk.open(new DeskFolder({ files: content }));
	await desk.desk.firstBuild;
	const editor = await desk.signIn("Binh", [{ role: "editor", committees: "all" }]);
	const queue = await pageOf(desk, editor);

	const first = await (await reader(desk)).newPage();
	await first.goto(address);
	await write(first, "Trần Thị Bưởi", "Cánh đồng đẹp quá!");
	const second = await (await reader(desk)).newPage();
	await second.goto(address);
	await countsAsPeopleDo(second);
	await write(second, "Lê Văn Ổi", "Mong xã làm tiếp đoạn mương.");
	expect(await staticPage(desk)).not.toContain("Cánh đồng đẹp quá!");

	await queue.goto("/ban-lam-viec/y-kien/");
	await queue.locator("[data-badge]", { hasText: "2" }).waitFor();
	expect(await faultsOf(queue)).toEqual([]);
	await queue.keyboard.press("j");
	await queue.keyboard.press("d");
	await queue.getByText("Đã duyệt 1 ý kiến").waitFor();
	await queue.keyboard.press("u");
	await queue.getByText("Đã đưa 1 ý kiến về hàng chờ").waitFor();
	for (const box of await queue.getByRole("checkbox").all()) await box.check();
	await queue.getByRole("group").getByRole("button", { name: "Duyệt" }).click();
	await queue.getByText("Đã duyệt 2 ý kiến").waitFor();
	await expect.poll(() => staticPage(desk), patience).toContain("Cánh đồng đẹp quá!");
	await expect.poll(() => staticPage(desk), patience).toContain("Mong xã làm tiếp");

	await second.getByLabel("Ý kiến của bạn").pressSequentially("Còn viết dở");
	// As if the reader came back to the page from another.
	const comeBack = () => second.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
	await comeBack();
	await second.getByRole("button", { name: "Vừa có thêm ý kiến" }).click();
	expect(await second.locator("[data-discussion] h2").textContent()).toContain("Ý kiến (2)");
	expect(await second.locator(".discussion-by b").allTextContents()).toEqual(["Lê Văn Ổi", "Trần Thị Bưởi"]);
	await second.getByRole("button", { name: "Hay nhất" }).click();
	expect(await second.getByLabel("Ý kiến của bạn").inputValue()).toBe("Còn viết dở");
	await comeBack();
	expect(await second.getByRole("button", { name: "Vừa có thêm ý kiến" }).count()).toBe(0);

	const quiet = await browser.newContext({ baseURL: desk.origin, javaScriptEnabled: false });
	const still = await quiet.newPage();
	await still.goto(address);
	expect(await still.locator("[data-comment]").count()).toBe(2);
	expect(await still.locator("[data-comment-form]").isHidden()).toBe(true);

	const third = await (await reader(desk)).newPage();
	await third.goto(address);
	const shown = () => third.locator(".discussion-by b").allTextContents();
	expect(await shown()).toEqual(["Lê Văn Ổi", "Trần Thị Bưởi"]);
	const liked = third.locator("[data-comment]", { hasText: "Cánh đồng" });
	await liked.getByRole("button", { name: /Thích/ }).click();
	await liked.locator("[data-likes]", { hasText: "1" }).waitFor();
	await third.getByRole("button", { name: "Hay nhất" }).click();
	expect(await shown()).toEqual(["Trần Thị Bưởi", "Lê Văn Ổi"]);
	await third.getByRole("button", { name: "Mới nhất" }).click();
	expect(await shown()).toEqual(["Lê Văn Ổi", "Trần Thị Bưởi"]);
	expect(await faultsOf(third)).toEqual([]);
	expect(await third.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

	await first.reload();
	await first.getByRole("button", { name: "Gỡ ý kiến này" }).click();
	await first.getByText("Đã gỡ ý kiến của bạn").waitFor();
	await expect.poll(() => staticPage(desk), patience).not.toContain("Cánh đồng đẹp quá!");

	await queue.goto("/ban-lam-viec/y-kien/?xem=approved");
	await queue.getByRole("button", { name: "Gỡ khỏi trang" }).click();
	await queue.getByText("Đã gỡ 1 ý kiến").waitFor();
	await expect.poll(() => staticPage(desk), patience).not.toContain("Mong xã làm tiếp");

	const { db, close } = await openVoiceDatabase({ file: join(desk.folder.directory, "data/voice.db") });
	const article = asArticleId("2026/11/20-lua-chin");
	for (const [at, text] of [
		"Vay tiền nhanh!",
		"Đường còn xấu.",
		"VAY TIEN NHANH",
		"Mong có đèn.",
		"vay tiền… nhanh?",
		"Vay tiền nhanh",
	].entries())
		await addComment(db, desk.clock() + at, { article, name: "Cam", email: null, text, key: "k".repeat(20) });
	await close();
	await queue.goto("/ban-lam-viec/y-kien/");
	await queue.getByLabel("Từ cần xem kỹ").fill("vay tiền");
	await queue.getByRole("button", { name: "Lưu danh sách" }).click();
	const lines = () => queue.locator("[data-comment] .desk-comment-text").allTextContents();
	expect(await lines()).toEqual(["Vay tiền nhanh!", "Đường còn xấu.", "Mong có đèn."]);
	const focused = queue.locator("[data-comment]:focus");
	await queue.keyboard.press("j");
	expect(await focused.textContent()).toMatch(
		/4 ý kiến giống nhau.*và 1 lần gửi nữa.*Từ cần xem kỹ: vay tiền/s,
	);
	await queue.keyboard.press("j");
	await queue.keyboard.press("3");
	await queue.getByText("Đã từ chối 1 ý kiến").waitFor();
	expect(await focused.textContent()).toContain("Mong có đèn.");
	await queue.keyboard.press("k");
	await queue.keyboard.press("5");
	await queue.getByText("Đã từ chối 4 ý kiến").waitFor();
	expect(await lines()).toEqual(["Mong có đèn."]);
	await queue.goto("/ban-lam-viec/y-kien/?xem=rejected");
	const reasons = await queue.locator("[data-comment]").allTextContents();
	expect(reasons.map((text) => /Quảng cáo|Thông tin chưa kiểm chứng/.exec(text)?.[0])).toEqual([
		"Quảng cáo",
		"Thông tin chưa kiểm chứng",
	]);
	for (const count of [4, 1]) {
		await queue.keyboard.press("u");
		await queue.getByText(`Đã đưa ${count} ý kiến về hàng chờ`).waitFor();
	}
	await queue.goto("/ban-lam-viec/y-kien/");
	expect(await lines()).toEqual(["Vay tiền nhanh!", "Đường còn xấu.", "Mong có đèn."]);
	for (const key of ["j", "x", "j", "j", "x", "k", "5"]) await queue.keyboard.press(key);
	await queue.getByText("Đã từ chối 5 ý kiến").waitFor();
	expect(await lines()).toEqual(["Đường còn xấu."]);
	for (const page of [queue, first, second, still, third]) await page.context().close();
}, 240_000);

test("if the server is unreachable, the form says so and keeps what was written", async () => {
	const { letters, options } = await startMail();
	const settings = `mail:\n  server: ${options.server}\n  from: ${options.from}\n`;
	const folder = new DeskFolder({ files: content });
	// It is closed while a page is open, and may say so.
	const desk = await TestDesk.open(folder, { settings, log: [] });
	await desk.desk.firstBuild;
	const context = await reader(desk);
	const page = await context.newPage();
	await page.goto(address);
	await page.getByLabel("Ý kiến của bạn").pressSequentially("Một ý kiến dài.");
	await page.getByLabel("Họ và tên").pressSequentially("An");
	await page.getByLabel("Thư điện tử").pressSequentially("an@thu.example.vn");
	await page.getByRole("checkbox").check();
	await desk.desk.close();
	await page.getByRole("button", { name: "Gửi ý kiến", exact: true }).click();
	await page.getByText("Chưa gửi được").waitFor();
	expect(await page.getByLabel("Ý kiến của bạn").inputValue()).toBe("Một ý kiến dài.");
	await TestDesk.open(folder, { port: Number(new URL(desk.origin).port) });
	await page.getByRole("button", { name: "Gửi ý kiến", exact: true }).click();
	await page.getByText("Đã nhận ý kiến của bạn").waitFor({ timeout: 60_000 });

	const elsewhere = await reader(desk);
	const [link = ""] = /#go-y-kien=[a-z0-9]{12}\.[\w-]+/.exec(readable(letters[0]?.text ?? "")) ?? [];
	const other = await elsewhere.newPage();
	await other.goto(`${address}${link}`);
	await other.getByRole("button", { name: "Gỡ ý kiến này" }).click();
	await other.getByText("Đã gỡ ý kiến của bạn").waitFor();
	expect(await other.getByRole("button", { name: "Gỡ ý kiến này" }).count()).toBe(0);
	expect(new URL(other.url()).hash).toBe("");
	await elsewhere.close();

	await page.getByRole("link", { name: "Gửi ý kiến cho Ban biên tập" }).click();
	await page.getByLabel("Nội dung thư").pressSequentially("Đường vào xóm ngập.");
	await page.getByLabel("Họ và tên").pressSequentially("Bưởi");
	expect(await page.locator("[data-count]").textContent()).toContain("19 / 5.000 ký tự");
	expect(await faultsOf(page)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	await page.route("**/tieng-noi/**", (route) => route.abort());
	await page.getByRole("button", { name: "Gửi thư" }).click();
	await page.getByText("Chưa gửi được").waitFor();
	expect(await page.getByLabel("Nội dung thư").inputValue()).toBe("Đường vào xóm ngập.");
	await page.unroute("**/tieng-noi/**");
	await page.getByRole("button", { name: "Gửi thư" }).press("Enter");
	await page.getByText("Đã gửi thư tới Ban biên tập").waitFor({ timeout: 60_000 });
	expect(letters.map(({ to }) => to)).toEqual([["an@thu.example.vn"], ["toasoan@thu.example.vn"]]);
	await context.close();
}, 120_000);
