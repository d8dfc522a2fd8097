/** A portal in a repository of its own, with the editor served as the site's server does. */
import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { editorBundle } from "../../src/editor/bundle.ts";
import { cmsConfig, localBackend } from "../../src/editor/forms/index.ts";
import { createEditorHandler } from "../../src/editor/local-server.ts";

/** What the editor must do with. */
const policy =
	"default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' blob:";
const types: Readonly<Record<string, string>> = {
	".css": "text/css",
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".json": "application/json",
};

export interface EditorPortal {
	readonly directory: string;
	readonly content: string;
	readonly origin: string;
	git(...args: string[]): string;
	/** A file of the content folder. */
	read(file: string): Promise<string>;
	close(): Promise<void>;
}

/** @param files by their paths below the content folder; they are committed */
export async function openEditorPortal(files: Readonly<Record<string, string>>): Promise<EditorPortal> {
	const directory = await mkdtemp(path.join(tmpdir(), "editor-"));
	const content = path.join(directory, "content");
	for (const [file, text] of Object.entries(files)) {
		const target = path.join(content, file);
		await mkdir(path.dirname(target), { recursive: true });
		await writeFile(target, text);
	}
	const git = (...args: string[]) => execFileSync("git", args, { cwd: directory, encoding: "utf8" }).trim();
	git("init", "--quiet", "--initial-branch=main");
	git("config", "user.name", "Biên tập thử");
	git("config", "user.email", "thu@localhost");
	git("add", ".");
	git("commit", "--quiet", "--message=start");
	const output = path.join(directory, "output");
	await cp((await editorBundle()).folder, path.join(output, "admin"), { recursive: true });
	const config = cmsConfig({ backend: localBackend, contentFolder: "" });
	await writeFile(path.join(output, "admin/config.json"), JSON.stringify(config));
	const server = await serve(output, content);
	const address = server.address();
	if (typeof address !== "object" || !address) throw new Error("The server has no port.");
	return {
		directory,
		content,
		origin: `http://localhost:${address.port}`,
		git,
		read: (file) => readFile(path.join(content, file), "utf8"),
		async close() {
			server.closeAllConnections();
			server.close();
			await rm(directory, { recursive: true, force: true });
		},
	};
}

async function serve(output: string, content: string): Promise<Server> {
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

/** A page of an editor far from Vietnam; what the page complains of is gathered in `complaints`. */
export async function openEditor(
	browser: Browser,
	{ origin }: EditorPortal,
	route: string,
	viewport = { width: 1280, height: 900 },
): Promise<{ page: Page; complaints: string[] }> {
	const context = await browser.newContext({
		locale: "vi-VN",
		timezoneId: "America/New_York",
		permissions: ["clipboard-read", "clipboard-write"],
		viewport,
	});
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	const complaints: string[] = [];
	page.on("pageerror", (error) => complaints.push(error.message));
	page.on("console", (message) => {
		if (/Content Security Policy|React|polyglot|Cannot /i.test(message.text()))
			complaints.push(message.text());
	});
	await page.goto(`${origin}/admin/#${route}`);
	return { page, complaints };
}

/** Where an article's text is written. */
export function bodyOf(page: Page): Locator {
	return page.getByRole("textbox", { name: "Nội dung bài viết" });
}

/** The Markdown of the body as it stands. */
export async function markdownOf(page: Page): Promise<string> {
	await page.getByRole("button", { name: "Sửa mã Markdown" }).click();
	const markdown = await page.getByRole("textbox", { name: "Nội dung viết bằng Markdown" }).inputValue();
	await page.getByRole("button", { name: "Về cách soạn thường" }).click();
	return markdown;
}
