import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cmsConfig, localBackend } from "../../src/cms/index.ts";
import { readData, readDocument } from "../../src/content/index.ts";
import { bundleEditor } from "../../src/editor/bundle.ts";
import { createEditorHandler } from "../../src/editor/local-server.ts";
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
			"contact:",
			"  phone: 0204555012",
			"",
		].join("\n"),
	);
	await write("../readme.txt", "not content\n");
	git("init", "--quiet", "--initial-branch=main");
	git("config", "user.name", "Biên tập thử");
	git("config", "user.email", "thu@localhost");
	git("add", ".");
	git("commit", "--quiet", "--message=start");
	await writeFile(path.join(directory, "readme.txt"), "changed, not committed\n");
	const output = path.join(directory, "output");
	await bundleEditor({
		outputDirectory: output,
		cacheDirectory: path.resolve(".cache"),
		config: cmsConfig({ backend: localBackend, contentFolder: "" }),
	});
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

/** A page of an editor in Hanoi; what the page complains of is gathered in `complaints`. */
async function openEditor(route: string): Promise<{ page: Page; complaints: string[] }> {
	const context = await browser.newContext({
		locale: "vi-VN",
		timezoneId: "America/New_York",
		viewport: { width: 1280, height: 900 },
	});
	const page = await context.newPage();
	page.setDefaultTimeout(6_000);
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
}

describe("the editor", () => {
	test("writes an article with a photo as a commit, filed under its day in Vietnam", async () => {
		const { page, complaints } = await openEditor("/collections/articles/new");
		const title = "Đồng chí Nguyễn Thị Hòa gặp gỡ bà con";
		await input(page, "title").fill(title.normalize("NFD"));
		// 20:30 in New York on the 21st is 08:30 in Vietnam on the 22nd.
		await input(page, "date").fill("2026-11-21T20:30");
		await input(page, "author").fill("Lan");
		await page.getByRole("option", { name: "Lan Anh" }).click();
		await input(page, "tags").fill("dân vận, Bắc Ninh");
		await input(page, "summary").fill("Buổi gặp gỡ đầu mùa.".normalize("NFD"));

		await page.getByRole("button", { name: "Chọn ảnh", exact: true }).click();
		const photo = await sharp({ create: { width: 640, height: 400, channels: 3, background: "#b5523b" } })
			.jpeg()
			.toBuffer();
		await page
			.locator('input[type="file"]')
			.setInputFiles({ name: "Hội nghị.jpg", mimeType: "image/jpeg", buffer: photo });
		await page.getByText("hoi-nghi.jpg").waitFor();
		await page.getByRole("button", { name: "Dùng mục đã chọn" }).click();
		await input(page, "alt").fill("Bà con ngồi quanh bàn");

		await page.locator("[data-slate-editor]").click();
		await page.keyboard.type("Sáng nay, bà con gặp nhau.");
		await page.screenshot({ path: "/tmp/ed3.png", fullPage: true });
		await publish(page);
		await page.getByText("Đã lưu").first().waitFor();

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
	}, 60_000);
});
void readData;
