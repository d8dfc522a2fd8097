/** Two people open one article: they see each other, and one takes over. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SaveAnswer } from "../../src/desk/messages.ts";
import { articleText } from "../support/content-folder.ts";
import { articleId, DeskFolder } from "../support/desk-store.ts";
import { type DeskClient, officeContent, TestDesk } from "../support/running-desk.ts";
import { closeWindows, openChromium } from "./chromium.ts";
import { bodyOf, entryBar, input, save } from "./editor-portal.ts";

let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
});
afterAll(closeWindows);

async function openForm(client: DeskClient, origin: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: origin, locale: "en-US" });
	await context.addCookies(
		client.cookie.split("; ").map((cookie) => {
			const at = cookie.indexOf("=");
			return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin };
		}),
	);
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	await page.goto(`/admin/#/collections/articles/entries/${articleId}`);
	await bodyOf(page).waitFor();
	return page;
}

test("the first person to open an article holds it until somebody takes it over, and both are notified at once", async () => {
	const desk = await TestDesk.open(new DeskFolder({ files: officeContent }));
	await desk.desk.firstBuild;
	const an = await desk.signIn("An", [{ role: "editor", committees: ["ban-dan-van"] }]);
	const binh = await desk.signIn("Binh", [{ role: "editor", committees: "all" }]);
	const first = await openForm(an, desk.origin);
	await entryBar(first).waitFor();
	expect(await entryBar(first).getByText("Lượt sửa").count()).toBe(0);
	const second = await openForm(binh, desk.origin);
	await entryBar(second)
		.getByText(/Đang mở ở chỗ khác: An \(từ \d{1,2}:\d{2} /)
		.waitFor();
	await entryBar(first)
		.getByText(/Lượt sửa là của anh\/chị\. Cũng đang mở: Binh/)
		.waitFor();
	await entryBar(second).getByRole("button", { name: "Tôi sửa tiếp" }).press("Enter");
	await entryBar(second)
		.getByText(/Lượt sửa là của anh\/chị\. Cũng đang mở: An/)
		.waitFor();
	await entryBar(first)
		.getByText(/Đang mở ở chỗ khác: Binh/)
		.waitFor();
	await input(second, "summary").click();
	await second.keyboard.type("Sapo mới.");
	await save(second);
	await entryBar(first).getByText("Binh vừa thay đổi mục này.").waitFor();
	await entryBar(first).getByRole("button", { name: "Xem bản mới" }).press("Enter");
	await expect.poll(() => input(first, "summary").inputValue()).toBe("Sapo mới.");
	await second.close();
	await entryBar(first).getByText("Đang mở ở chỗ khác").waitFor({ state: "detached" });
	// After a decision, Enter leads to the next article that waits for this person: one of An's own committee.
	for (const [name, committee] of [
		["Bài của ban khác", "ban-tuyen-giao"],
		["Bài chờ duyệt sau", "ban-dan-van"],
	]) {
		const waiting = `/entries/articles/2026%2F11%2F21-${committee}`;
		const text = articleText([`title: ${name}`, `committee: ${committee}`]);
		const { body } = await binh.ask<SaveAnswer>("PUT", waiting, { text, base: null });
		await binh.ask("POST", `${waiting}/state`, { to: "review", base: body.revision });
	}
	await entryBar(first).getByRole("button", { name: "Gửi duyệt" }).press("Enter");
	await entryBar(first).getByRole("button", { name: "Duyệt", exact: true }).press("Enter");
	await entryBar(first).getByText("Bài chờ duyệt tiếp theo (còn 1): Bài chờ duyệt sau").waitFor();
	await first.keyboard.press("Enter");
	await expect.poll(() => input(first, "title").inputValue()).toBe("Bài chờ duyệt sau");
	await first.context().close();
	await second.context().close();
}, 180_000);
