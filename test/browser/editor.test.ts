import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readData, readDocument, readPortal } from "../../src/content/index.ts";
import { asIsoDateTime } from "../../src/model/ids.ts";
import { articleText } from "../support/content-folder.ts";
import { closeWindows, openChromium } from "./chromium.ts";
import {
	bodyOf,
	choose,
	type EditorPortal,
	input,
	openEditorPortal,
	openEditor as openPage,
	publish,
} from "./editor-portal.ts";

let portal: EditorPortal;
let browser: Browser;

const git = (...args: string[]) => portal.git(...args);
const openEditor = (route: string) => openPage(browser, portal, route);

beforeAll(async () => {
	portal = await openEditorPortal({
		"authors/lan-anh.yml": "name: Lan Anh\norganisation: Ban Dân vận\n",
		"authors/phong-vien.yml": "name: Phóng viên\n",
		"site.yml": [
			"name: Tin thử",
			"description: Trang để thử",
			"url: https://thu.example",
			"organisation: Ban Biên tập",
			"logo: /media/logo.svg",
			"contact:",
			"  phone: 0204555012",
			"features:",
			"  share: false",
			"",
		].join("\n"),
		"articles/2026/11/19-tin-cu.md": articleText([
			"title: Tin đã đăng từ trước",
			"date: 2026-11-19",
			"author: lan-anh",
		]),
		"media/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>',
		"../readme.txt": "not content\n",
	});
	await writeFile(path.join(portal.directory, "readme.txt"), "changed, not committed\n");
	browser = await openChromium();
}, 60_000);

afterAll(async () => {
	await closeWindows();
	await portal?.close();
});

/** Chooses a file in the first picture field. */
async function choosePicture(page: Page, name: string, buffer: Buffer): Promise<void> {
	const mimeType = name.endsWith(".png") ? "image/png" : "image/jpeg";
	await page.getByLabel("Chọn ảnh từ máy").first().setInputFiles({ name, mimeType, buffer });
	await page.locator(".file-control img").first().waitFor();
}

/** The picture's natural width in pixels, once it has loaded. */
async function widthOf(image: Locator): Promise<number> {
	return await image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth);
}

function picture(): Sharp {
	return sharp({ create: { width: 640, height: 400, channels: 3, background: "#b5523b" } });
}

test("a page of the site that the desk serves can be kept, and is read without a network", async () => {
	const context = await browser.newContext({ baseURL: portal.origin });
	// What the first build has left to the second is served when that has ended.
	context.setDefaultTimeout(100_000);
	const page = await context.newPage();
	// The pages are published before the rest of the first build, which opens them again.
	await page.route("**/tai-lai.js", (route) => route.abort());
	await page.goto("/2026/11/19/tin-cu.html");
	await page.getByRole("button", { name: "Lưu để đọc khi không có mạng" }).click();
	await page.getByRole("button", { name: "Lưu", exact: true }).click();
	await page.getByText("Đã lưu, đọc được khi không có mạng.").waitFor();
	await context.setOffline(true);
	await page.evaluate(() => caches.delete("read-pages"));
	await page.goto("/2026/11/19/tin-cu.html");
	expect(await page.locator("h1").textContent()).toBe("Tin đã đăng từ trước");
	await context.close();
}, 120_000);

describe("the editor", () => {
	test("commits an article with a photo, in the folder of its day in Vietnam", async () => {
		const { page, complaints } = await openEditor("/collections/articles/new");
		const title = "Đồng chí Nguyễn Thị Hòa gặp gỡ bà con";
		await input(page, "title").fill(title.normalize("NFD"));
		await input(page, "date").fill("22/11/2026");
		await page.getByLabel("Giờ", { exact: true }).first().fill("8h30");
		await choose(page, "author", "lan", "Lan Anh");
		await input(page, "tags").click();
		await page.keyboard.type("dân vận, Bắc Ninh", { delay: 5 });
		await page.keyboard.press("Tab");
		await input(page, "summary").fill("Buổi gặp gỡ đầu mùa.".normalize("NFD"));

		await choosePicture(page, "Hội nghị.jpg", await picture().jpeg().toBuffer());
		await input(page, "alt").fill("Bà con ngồi quanh bàn");

		await bodyOf(page).click();
		await page.keyboard.type("Sáng nay, bà con gặp nhau.");
		await publish(page);

		const file = "articles/2026/11/22-dong-chi-nguyen-thi-hoa-gap-go-ba-con.md";
		const text = await portal.read(file);
		expect(text).toBe(text.normalize("NFC"));
		const { document, problem } = readDocument(file, Buffer.from(text));
		expect(problem).toBeUndefined();
		expect(document?.fields).toMatchObject({
			title,
			date: "2026-11-22T08:30:00+07:00",
			author: "lan-anh",
			tags: ["dân vận", "Bắc Ninh"],
			summary: "Buổi gặp gỡ đầu mùa.",
			image: {
				src: "22-dong-chi-nguyen-thi-hoa-gap-go-ba-con/hoi-nghi.jpg",
				alt: "Bà con ngồi quanh bàn",
			},
		});
		expect(document?.body.trim()).toBe("Sáng nay, bà con gặp nhau.");
		expect(await readdir(path.join(portal.content, file.replace(/\.md$/, "")))).toEqual(["hoi-nghi.jpg"]);

		expect(git("log", "-1", "--format=%s|%an")).toBe(`Duyệt đăng: ${title}|Biên tập viên`);
		expect(git("status", "--porcelain", "--untracked-files=no")).toBe("M readme.txt");
		expect(complaints).toEqual([]);
	});

	test("gives a second article with the same day and title a folder of its own", async () => {
		const { page } = await openEditor("/collections/articles/new");
		await input(page, "title").fill("Đồng chí Nguyễn Thị Hòa gặp gỡ bà con");
		await input(page, "date").fill("22/11/2026");
		await page.getByLabel("Giờ", { exact: true }).first().fill("9:00");
		await choose(page, "author", "phong", "Phóng viên");
		await bodyOf(page).click();
		await page.keyboard.type("Đoạn đầu.");
		await page.keyboard.press("Enter");
		await page
			.getByRole("toolbar", { name: "Định dạng nội dung" })
			.getByLabel("Chèn ảnh")
			.setInputFiles({ name: "sơ đồ.png", mimeType: "image/png", buffer: await picture().png().toBuffer() });
		const figure = page.getByRole("group", { name: "Ảnh", exact: true }).last();
		await figure.getByLabel("Mô tả ảnh").click();
		await page.keyboard.type("Sơ đồ thôn");
		await figure.getByLabel("Chú thích dưới ảnh").click();
		await page.keyboard.type("Con đường mới");
		await figure.getByLabel("Người chụp").click();
		await page.keyboard.type("Lan Anh");
		await publish(page);

		const folder = "22-dong-chi-nguyen-thi-hoa-gap-go-ba-con-1";
		const text = await portal.read(`articles/2026/11/${folder}.md`);
		expect(text).toContain(`![Sơ đồ thôn](${folder}/so-do.png "Con đường mới | Lan Anh")`);
		expect(await readdir(path.join(portal.content, "articles/2026/11", folder))).toEqual(["so-do.png"]);
		const { portal: read, problems } = await readPortal({
			directory: portal.content,
			now: asIsoDateTime("2026-12-01T00:00:00+07:00"),
		});
		expect(problems).toEqual([]);
		expect(read?.articles.map(({ address }) => address)).toEqual([
			"/2026/11/19/tin-cu.html",
			"/2026/11/22/dong-chi-nguyen-thi-hoa-gap-go-ba-con.html",
			"/2026/11/22/dong-chi-nguyen-thi-hoa-gap-go-ba-con-1.html",
		]);
	});

	test("says what is missing and saves nothing", async () => {
		const { page } = await openEditor("/collections/articles/new");
		await input(page, "title").fill("Bài thiếu mô tả ảnh");
		await choose(page, "author", "lan", "Lan Anh");
		await choosePicture(page, "anh.png", await picture().png().toBuffer());
		await bodyOf(page).click();
		await page.keyboard.type("Bài.");
		const before = git("rev-parse", "HEAD");
		await page.getByRole("button", { name: "Lưu", exact: true }).click();
		await page
			.getByText("Không lưu được: chưa lưu được vì: Ảnh chính › Mô tả ảnh: thiếu; hãy điền vào")
			.waitFor();
		expect(git("rev-parse", "HEAD")).toBe(before);
	});

	test("changes one setting and leaves the others as they were written", async () => {
		const { page } = await openEditor("/collections/settings/entries/site");
		await expect.poll(() => widthOf(page.locator(".file-control img").first())).toBe(64);
		await input(page, "description").fill("Trang để thử tiếp");
		await publish(page);
		const { document } = readData("site.yml", Buffer.from(await portal.read("site.yml")));
		expect(document?.fields).toMatchObject({
			description: "Trang để thử tiếp",
			contact: { phone: "0204555012" },
			features: { share: "false" },
		});
	});

	test("previews an existing article as the site will show it, with its picture", async () => {
		const { page } = await openEditor(
			"/collections/articles/entries/2026/11/22-dong-chi-nguyen-thi-hoa-gap-go-ba-con",
		);
		await page.getByRole("button", { name: "Xem trước", exact: true }).click();
		const preview = page.frameLocator('iframe[title="Trang xem trước"]:not([hidden])');
		await preview.getByRole("heading", { level: 1, name: "Đồng chí Nguyễn Thị Hòa" }).waitFor();
		await preview.getByText("Chủ Nhật, 22/11/2026 | 08:30").waitFor();
		await preview.getByRole("link", { name: "Lan Anh" }).waitFor();
		await expect.poll(() => widthOf(preview.getByAltText("Bà con ngồi quanh bàn"))).toBe(640);
		await expect.poll(() => widthOf(page.locator(".file-control img").first())).toBe(640);
	});
});
