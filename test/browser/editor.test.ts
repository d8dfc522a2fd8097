import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readData, readDocument, readPortal } from "../../src/content/index.ts";
import { editorBundle } from "../../src/editor/bundle.ts";
import { cmsConfig, localBackend } from "../../src/editor/forms/index.ts";
import { createEditorHandler } from "../../src/editor/local-server.ts";
import { asIsoDateTime } from "../../src/model/ids.ts";
import { launchChromium } from "./chromium.ts";

const policy =
	"default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' blob:";
const types: Readonly<Record<string, string>> = {
	".css": "text/css",
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".json": "application/json",
};

let directory: string;
let content: string;
let server: Server;
let origin: string;
let browser: Browser;

function git(...args: string[]): string {
	return execFileSync("git", args, { cwd: directory, encoding: "utf8" }).trim();
}

async function contentFile(file: string): Promise<string> {
	return await readFile(path.join(content, file), "utf8");
}

async function write(file: string, text: string): Promise<void> {
	const target = path.join(content, file);
	await mkdir(path.dirname(target), { recursive: true });
	await writeFile(target, text);
}

/** Serves the bundle as the site's server does, with the policy that the editor must do with. */
async function serve(output: string): Promise<Server> {
	const handler = await createEditorHandler({ contentDirectory: content });
	const result = createServer((request, response) => {
		handler(request, response, async () => {
			const { pathname } = new URL(request.url ?? "/", "http://localhost");
			const file = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
			try {
				const bytes = await readFile(path.join(output, file));
				response.setHeader("Content-Type", types[path.extname(file)] ?? "application/octet-stream");
				response.setHeader("Content-Security-Policy", policy);
				response.end(bytes);
			} catch {
				response.writeHead(404).end();
			}
		});
	});
	await new Promise<void>((resolve) => result.listen(0, "127.0.0.1", resolve));
	return result;
}

beforeAll(async () => {
	directory = await mkdtemp(path.join(tmpdir(), "editor-"));
	content = path.join(directory, "content");
	await write("authors/lan-anh.yml", "name: Lan Anh\norganisation: Ban Dân vận\n");
	await write("authors/phong-vien.yml", "name: Phóng viên\n");
	await write(
		"site.yml",
		[
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
	);
	await write("media/logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>');
	await write("../readme.txt", "not content\n");
	git("init", "--quiet", "--initial-branch=main");
	git("config", "user.name", "Biên tập thử");
	git("config", "user.email", "thu@localhost");
	git("add", ".");
	git("commit", "--quiet", "--message=start");
	await writeFile(path.join(directory, "readme.txt"), "changed, not committed\n");
	const output = path.join(directory, "output");
	await cp((await editorBundle()).folder, path.join(output, "admin"), { recursive: true });
	const config = cmsConfig({ backend: localBackend, contentFolder: "" });
	await writeFile(path.join(output, "admin/config.json"), JSON.stringify(config));
	server = await serve(output);
	const address = server.address();
	if (typeof address !== "object" || !address) throw new Error("The server has no port.");
	origin = `http://localhost:${address.port}`;
	browser = await launchChromium();
}, 60_000);

afterAll(async () => {
	await browser?.close();
	server?.closeAllConnections();
	server?.close();
	await rm(directory, { recursive: true, force: true });
});

/** A page of an editor far from Vietnam; what the page complains of is gathered in `complaints`. */
async function openEditor(route: string): Promise<{ page: Page; complaints: string[] }> {
	const context = await browser.newContext({
		locale: "vi-VN",
		timezoneId: "America/New_York",
		viewport: { width: 1280, height: 900 },
	});
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	const complaints: string[] = [];
	page.on("pageerror", (error) => complaints.push(error.message));
	page.on("console", (message) => {
		if (/Content Security Policy|React|polyglot/i.test(message.text())) complaints.push(message.text());
	});
	await page.goto(`${origin}/admin/#${route}`);
	return { page, complaints };
}

function input(page: Page, field: string) {
	return page.locator(`[id^="${field}-field-"]`).first();
}

async function publish(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Đăng", exact: true }).click();
	await page.getByText("Đăng ngay").click();
	await page.getByText("Đã lưu").first().waitFor();
}

async function chooseAuthor(page: Page, name: string): Promise<void> {
	await input(page, "author").fill(name);
	await page.getByRole("option", { name }).click();
}

/** In the media library, which has just been opened. */
async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
	const mimeType = name.endsWith(".png") ? "image/png" : "image/jpeg";
	await page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });
	await page.getByRole("button", { name: "Dùng mục đã chọn" }).click();
}

/** The picture's own width in pixels, once it has loaded. */
async function widthOf(image: Locator): Promise<number> {
	return await image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth);
}

function picture(): Sharp {
	return sharp({ create: { width: 640, height: 400, channels: 3, background: "#b5523b" } });
}

describe("the editor", () => {
	test("writes an article with a photo as a commit, filed under its day in Vietnam", async () => {
		const { page, complaints } = await openEditor("/collections/articles/new");
		const title = "Đồng chí Nguyễn Thị Hòa gặp gỡ bà con";
		await input(page, "title").fill(title.normalize("NFD"));
		// 20:30 in New York on the 21st is 08:30 in Vietnam on the 22nd.
		await input(page, "date").fill("2026-11-21T20:30");
		await chooseAuthor(page, "Lan Anh");
		await input(page, "tags").fill("dân vận, Bắc Ninh");
		await input(page, "summary").fill("Buổi gặp gỡ đầu mùa.".normalize("NFD"));

		await page.getByRole("button", { name: "Chọn ảnh", exact: true }).click();
		await upload(page, "Hội nghị.jpg", await picture().jpeg().toBuffer());
		await input(page, "alt").fill("Bà con ngồi quanh bàn");

		await page.locator("[data-slate-editor]").click();
		await page.keyboard.type("Sáng nay, bà con gặp nhau.");
		await publish(page);

		const file = "articles/2026/11/22-dong-chi-nguyen-thi-hoa-gap-go-ba-con.md";
		const text = await contentFile(file);
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
		expect(await readdir(path.join(content, file.replace(/\.md$/, "")))).toEqual(["hoi-nghi.jpg"]);

		expect(git("log", "-1", "--format=%s|%an")).toBe(
			"Thêm Bài viết “2026/11/22-dong-chi-nguyen-thi-hoa-gap-go-ba-con”|Biên tập thử",
		);
		expect(git("status", "--porcelain", "--untracked-files=no")).toBe("M readme.txt");
		expect(complaints).toEqual([]);
		await page.context().close();
	});

	test("gives a second article of that day and title a folder of its own", async () => {
		const { page } = await openEditor("/collections/articles/new");
		await input(page, "title").fill("Đồng chí Nguyễn Thị Hòa gặp gỡ bà con");
		await input(page, "date").fill("2026-11-21T20:30");
		await chooseAuthor(page, "Phóng viên");
		await page.locator("[data-slate-editor]").click();
		await page.keyboard.type("Đoạn đầu.");
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Chèn" }).click();
		await page.getByText("Ảnh", { exact: true }).last().click();
		await page.getByRole("button", { name: "Chọn ảnh", exact: true }).last().click();
		await upload(page, "sơ đồ.png", await picture().png().toBuffer());
		await page.locator('[id^="alt-field-"]').last().fill("Sơ đồ thôn");
		await page.locator('[id^="caption-field-"]').last().fill("Con đường mới");
		await page.locator('[id^="credit-field-"]').last().fill("Lan Anh");
		await publish(page);

		const folder = "22-dong-chi-nguyen-thi-hoa-gap-go-ba-con-1";
		const text = await contentFile(`articles/2026/11/${folder}.md`);
		expect(text).toContain(`![Sơ đồ thôn](${folder}/so-do.png "Con đường mới | Lan Anh")`);
		expect(await readdir(path.join(content, "articles/2026/11", folder))).toEqual(["so-do.png"]);
		const { portal, problems } = await readPortal({
			directory: content,
			now: asIsoDateTime("2026-12-01T00:00:00+07:00"),
		});
		expect(problems).toEqual([]);
		expect(portal?.articles.map(({ address }) => address)).toEqual([
			"/2026/11/22/dong-chi-nguyen-thi-hoa-gap-go-ba-con.html",
			"/2026/11/22/dong-chi-nguyen-thi-hoa-gap-go-ba-con-1.html",
		]);
		await page.context().close();
	});

	test("says what is missing and saves nothing", async () => {
		const { page } = await openEditor("/collections/articles/new");
		await input(page, "title").fill("Bài thiếu mô tả ảnh");
		await chooseAuthor(page, "Lan Anh");
		await page.getByRole("button", { name: "Chọn ảnh", exact: true }).click();
		await upload(page, "anh.png", await picture().png().toBuffer());
		await page.locator("[data-slate-editor]").click();
		await page.keyboard.type("Bài.");
		const before = git("rev-parse", "HEAD");
		await page.getByRole("button", { name: "Đăng", exact: true }).click();
		await page.getByText("Đăng ngay").click();
		await page
			.getByText("Không lưu được: chưa lưu được vì: Ảnh chính › Mô tả ảnh: thiếu; hãy điền vào")
			.waitFor();
		expect(git("rev-parse", "HEAD")).toBe(before);
		await page.context().close();
	});

	test("changes one setting and leaves the others as they were typed", async () => {
		const { page } = await openEditor("/collections/settings/entries/site");
		await expect.poll(() => widthOf(page.locator('img[role="presentation"]'))).toBe(64);
		await input(page, "description").fill("Trang để thử tiếp");
		await publish(page);
		const { document } = readData("site.yml", Buffer.from(await contentFile("site.yml")));
		expect(document?.fields).toMatchObject({
			description: "Trang để thử tiếp",
			contact: { phone: "0204555012" },
			features: { share: "false" },
		});
		await page.context().close();
	});

	test("shows an article that exists as the site will, with its picture", async () => {
		const { page } = await openEditor(
			"/collections/articles/entries/2026/11/22-dong-chi-nguyen-thi-hoa-gap-go-ba-con",
		);
		const preview = page.frameLocator("#preview-pane");
		await preview.getByRole("heading", { level: 1, name: "Đồng chí Nguyễn Thị Hòa" }).waitFor();
		await preview.getByText("Chủ Nhật, 22/11/2026 | 08:30").waitFor();
		await preview.getByRole("link", { name: "Lan Anh" }).waitFor();
		await expect.poll(() => widthOf(preview.getByRole("img", { name: "Bà con ngồi quanh bàn" }))).toBe(640);
		await expect.poll(() => widthOf(page.locator('[id^="image-field-"] img').first())).toBe(640);
		await page.context().close();
	});
});
