/** The preview beside the form: a page from the server that follows typing. */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeWindows, openChromium } from "./chromium.ts";
import {
	bodyOf,
	type EditorPortal,
	input,
	openEditor,
	openEditorPortal,
	publish,
	save,
} from "./editor-portal.ts";
import { faultsOf } from "./faults-of.ts";

const article = `---
title: Bài có trên trang
date: '2026-11-20T08:30:00+07:00'
author: lan-anh
summary: Sapo cũ.
---

Đoạn một.
`;

let portal: EditorPortal;
let browser: Browser;

beforeAll(async () => {
	portal = await openEditorPortal({
		"authors/lan-anh.yml": "name: Lan Anh\n",
		"site.yml":
			"name: Tin thử\ndescription: Trang để thử\nurl: https://thu.example\norganisation: Ban Biên tập\n",
		"units/van-phong.yml": "name: Văn phòng\n",
		"official-documents/40-kh-bbt-2026.yml":
			"number: 40-KH/BBT\nkind: plan\ndate: 2026-10-12\nsummary: Phòng, chống lũ\nissuer: Ban Biên tập\n",
		"articles/2026/11/20-bai-co.md": article,
		"articles/2026/11/19-bai-truoc.md": article
			.replace("Bài có trên trang", "Bài hôm trước")
			.replace("-20", "-19"),
	});
	browser = await openChromium();
}, 120_000);

afterAll(async () => {
	await closeWindows();
	await portal?.close();
});

const frameOf = (page: Page) => page.frameLocator('iframe[title="Trang xem trước"]:not([hidden])');
const open = (page: Page) => page.getByRole("button", { name: "Xem trước", exact: true }).click();

describe("the preview", () => {
	test("is the real page, follows typing, and lists problems with links to their fields", async () => {
		const { page, complaints } = await openEditor(
			browser,
			portal,
			"/collections/articles/entries/2026/11/20-bai-co",
		);
		await bodyOf(page).waitFor();
		await open(page);
		const frame = frameOf(page);
		await frame.getByRole("heading", { level: 1, name: "Bài có trên trang" }).waitFor();
		await frame.getByRole("banner").waitFor();
		await frame.getByRole("link", { name: "Bài hôm trước" }).waitFor();
		await input(page, "title").click();
		await page.keyboard.press("End");
		await page.keyboard.type(", đã sửa");
		await frame.getByRole("heading", { level: 1, name: "Bài có trên trang, đã sửa" }).waitFor();
		await page.getByText("Chưa thấy chỗ nào cần sửa").waitFor();
		await bodyOf(page).click();
		await page.keyboard.press("Control+End");
		await page.waitForTimeout(300);
		await page.keyboard.press("Enter");
		await page.keyboard.type("Đoạn hai vừa gõ.");
		await frame.getByText("Đoạn hai vừa gõ.").waitFor();
		await input(page, "title").click();
		await page.keyboard.press("Control+a");
		await page.keyboard.type("Bài");
		await page.getByText("1 chỗ cần sửa trước khi đăng").click();
		await page.getByRole("button", { name: "Tiêu đề", exact: true }).click();
		await expect
			.poll(() => input(page, "title").evaluate((box) => box === box.ownerDocument.activeElement))
			.toBe(true);
		expect(portal.git("status", "--porcelain", "--untracked-files=no")).toBe("");
		expect(complaints).toEqual([]);
	});

	test("shows phone and desktop, light and dark, whatever the user's own screen is", async () => {
		const { page } = await openEditor(browser, portal, "/collections/articles/entries/2026/11/20-bai-co");
		await bodyOf(page).waitFor();
		await open(page);
		const body = frameOf(page).locator("body");
		const widthOf = () => body.evaluate((element) => element.ownerDocument.defaultView?.innerWidth);
		const shade = () =>
			body.evaluate((element) => {
				const colour = element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor ?? "";
				return Number(/\d+/.exec(colour)?.[0]);
			});
		await expect.poll(widthOf).toBe(360);
		for (const scheme of ["dark", "light"] as const) {
			await page.emulateMedia({ colorScheme: scheme });
			await page.getByRole("button", { name: "Tối", exact: true }).click();
			await expect.poll(shade).toBeLessThan(80);
			await page.getByRole("button", { name: "Sáng", exact: true }).click();
			await expect.poll(shade).toBeGreaterThan(200);
		}
		await page.getByRole("button", { name: "Máy tính" }).click();
		await expect.poll(widthOf).toBe(1280);
	});

	test("shows a photo of a new article before it is saved", async () => {
		const { page } = await openEditor(browser, portal, "/collections/articles/new");
		await input(page, "title").click();
		await page.keyboard.type("Bài mới có ảnh");
		await page
			.getByLabel("Chọn ảnh từ máy")
			.first()
			.setInputFiles({
				name: "Chợ quê.png",
				mimeType: "image/png",
				buffer: await sharp({ create: { width: 640, height: 400, channels: 3, background: "#b5523b" } })
					.png()
					.toBuffer(),
			});
		await page.locator(".file-control img").first().waitFor();
		await open(page);
		const image = frameOf(page).locator("article img").first();
		await expect
			.poll(() => image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth))
			.toBe(640);
	});

	test("can be shared with somebody without an account by a link, which can be revoked", async () => {
		const { page } = await openEditor(browser, portal, "/collections/articles/entries/2026/11/20-bai-co");
		await bodyOf(page).waitFor();
		await input(page, "summary").click();
		await page.keyboard.press("Control+a");
		await page.keyboard.type("Sapo chờ lãnh đạo xem.");
		await save(page);
		await open(page);
		await page.getByRole("button", { name: "Gửi người khác xem" }).click();
		await page.getByRole("button", { name: "Tạo liên kết" }).click();
		const link = await page.getByRole("textbox", { name: "Liên kết xem trước" }).inputValue();
		await page.getByText("Đã sao chép liên kết.").waitFor();
		const leader = await (await browser.newContext()).newPage();
		await leader.goto(link);
		await leader.getByText("Sapo chờ lãnh đạo xem.").waitFor();
		expect(await leader.title()).toBe("Xem trước: Bài có trên trang – Tin thử");
		await page.getByRole("button", { name: "Thu hồi" }).click();
		await page.getByText("Đã thu hồi liên kết.").waitFor();
		await leader.reload();
		await leader.getByText("không còn dùng được").waitFor();
		await leader.context().close();
	});

	test.each([1280, 360])("has no accessibility faults at %i px", async (width) => {
		const { page } = await openEditor(browser, portal, "/collections/articles/entries/2026/11/20-bai-co", {
			width,
			height: 800,
		});
		await bodyOf(page).waitFor();
		await page.locator("body > .progress-line").waitFor({ state: "hidden" });
		expect(await faultsOf(page)).toEqual([]);
		await open(page);
		await frameOf(page).getByRole("heading", { level: 1 }).waitFor();
		expect(await faultsOf(page)).toEqual([]);
		const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(scrollWidth).toBeLessThanOrEqual(width);
		await page.getByRole("button", { name: "Đóng xem trước" }).click();
		await bodyOf(page).click();
		await page.getByRole("navigation", { name: "Các trang của bàn làm việc" }).getByText("Bài viết").hover();
		await page.getByRole("link", { name: "Viết bài" }).hover();
	});
});

describe("the form of a record, typed key by key, with its page beside it", () => {
	async function begin(collection: string) {
		const { page, complaints } = await openEditor(browser, portal, `/collections/${collection}/new`);
		await page.locator("[id*=-field-]").first().waitFor();
		await open(page);
		/** @param at which of the fields of that name, where items of a list have it too */
		const type = async (field: string, words: string, at = 0) => {
			await page.locator(`[id^="${field}-field-"]:is(input, textarea)`).nth(at).click();
			await page.keyboard.type(words);
		};
		const choose = async (field: string, words: string, option: RegExp, at = 0) => {
			await type(field, words, at);
			await page.getByRole("option", { name: option }).first().waitFor();
			await page.keyboard.press("Enter");
		};
		const add = (item: string) => page.getByRole("button", { name: `Thêm ${item}` }).click();
		const end = async () => {
			await publish(page);
			expect(complaints).toEqual([]);
		};
		return { page, frame: frameOf(page), type, choose, add, end };
	}

	test("of an official document with its file", async () => {
		const { page, frame, type, choose, add, end } = await begin("official-documents");
		await type("number", "43-KH/BBT");
		await frame.getByRole("heading", { level: 1, name: /43-KH\/BBT/ }).waitFor();
		await choose("kind", "ke hoach", /Kế hoạch/);
		await frame.getByRole("heading", { level: 1, name: "Kế hoạch số 43-KH/BBT" }).waitFor();
		await type("date", "23/11/2026");
		await type("summary", "Tuyên truyền phòng, chống lũ");
		await type("issuer", "Ban Biên tập");
		await add("tệp văn bản");
		const folder = new URL("../fixtures/portal/articles/2017/07/13-hoi-nghi-dan-van-kheo/", import.meta.url);
		await page.getByLabel("Chọn tệp từ máy").setInputFiles({
			name: "Trang.pdf",
			mimeType: "application/pdf",
			buffer: Buffer.from("<html><script>alert(1)</script>"),
		});
		await page.getByText("“Trang.pdf”: Không nhận loại tệp này.").waitFor();
		await page.getByLabel("Chọn tệp từ máy").setInputFiles({
			name: "Kế hoạch số 43.pdf",
			mimeType: "application/pdf",
			buffer: await readFile(new URL("bao-cao.pdf", folder)),
		});
		await choose("replaces", "40-KH", /40-KH/);
		await frame.getByText(/^PDF, /).waitFor();
		await frame.getByRole("link", { name: "Kế hoạch số 40-KH/BBT" }).waitFor();
		await end();
		expect(await portal.read("official-documents/43-kh-bbt-2026.yml")).toMatch(
			/^number: 43-KH\/BBT\nkind: plan\ndate: '2026-11-23'\nsummary: .+\nissuer: .+\nfiles:\n {2}- file: \/media\/ke-hoach-so-43-\w+\.pdf\nreplaces:\n {2}- 40-kh-bbt-2026\n$/,
		);
	});

	test("of a person with a portrait, on the page of the unit", async () => {
		const { page, frame, type, choose, add, end } = await begin("people");
		await type("name", "Lê Thị Hòa");
		await add("chức vụ");
		// The keys go to the first field of the new item.
		await page.keyboard.type("Chánh Văn phòng");
		await choose("unit", "van phong", /Văn phòng/);
		await type("from", "1/7/2025");
		await page.getByLabel("Chọn ảnh từ máy").setInputFiles({
			name: "Chân dung.png",
			mimeType: "image/png",
			buffer: await sharp({ create: { width: 300, height: 400, channels: 3, background: "#b5523b" } })
				.png()
				.toBuffer(),
		});
		await frame.getByRole("heading", { level: 1, name: "Văn phòng" }).waitFor();
		await frame.getByText("Chánh Văn phòng").waitFor();
		await frame.locator("main img").waitFor();
		await end();
		expect(await portal.read("people/le-thi-hoa.yml")).toMatch(
			/^name: Lê Thị Hòa\nposts:\n {2}- title: Chánh Văn phòng\n {4}unit: van-phong\n {4}from: '2025-07-01'\nportrait: \/media\/chan-dung-\w+\.png\n$/,
		);
	});

	test("of a week, whose hours are written as people write them", async () => {
		const { page, frame, type, choose, add, end } = await begin("schedules");
		await type("week", "23/11/2026");
		await add("việc trong tuần");
		await page.keyboard.type("24/11/2026");
		await type("from", "7h30");
		await type("what", "Họp giao ban");
		await add("việc trong tuần");
		await page.keyboard.type("25/11/2026");
		await type("what", "Gặp gỡ bà con", 1);
		await choose("kind", "tiep", /Tiếp công dân/, 1);
		await frame.getByText("07:30").waitFor();
		await frame.getByText("Gặp gỡ bà con").waitFor();
		await end();
		expect(await portal.read("schedules/2026-11-23.yml")).toBe(
			"week: '2026-11-23'\nitems:\n  - date: '2026-11-24'\n    from: '07:30'\n    what: Họp giao ban\n  - date: '2026-11-25'\n    what: Gặp gỡ bà con\n    kind: reception\n",
		);
	});

	test("of an event", async () => {
		const { frame, type, end } = await begin("events");
		await type("name", "Mùa lũ năm nay");
		await type("since", "01/11/2026");
		await frame.getByRole("heading", { level: 1, name: "Mùa lũ năm nay" }).waitFor();
		await end();
		expect(await portal.read("events/mua-lu-nam-nay.yml")).toBe(
			"name: Mùa lũ năm nay\nsince: '2026-11-01'\n",
		);
	});
});
