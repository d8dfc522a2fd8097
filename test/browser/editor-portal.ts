/** A portal in its own repository, and the desk that serves it with a local editor. */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { openDesk } from "../../src/desk/desk.ts";
import { asIsoDateTime } from "../../src/model/ids.ts";
import { toVietnamMoment } from "../../src/text/index.ts";
import { takeBuildProcess } from "../support/build-processes.ts";
import { commonCache } from "../support/fixture.ts";
import { reuseWindow } from "./reuse-window.ts";

export interface EditorPortal {
	readonly directory: string;
	readonly content: string;
	readonly origin: string;
	git(...args: string[]): string;
	/** Reads a file of the content folder. */
	read(file: string): Promise<string>;
	/** Reads a file of a pending text, given its entry: `articles/2026/11/22-hoi-nghi`. */
	readPending(entry: string, file: string): string;
	close(): Promise<void>;
}

/**
 * @param files by their paths below the content folder; they are committed
 * @throws if the portal cannot be built from them
 */
export async function openEditorPortal(
	files: Readonly<Record<string, string | Buffer>>,
): Promise<EditorPortal> {
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
	let fault: string | undefined;
	const desk = await openDesk({
		location: { content },
		outputDirectory: path.join(directory, "_site"),
		cacheDirectory: commonCache(),
		dataDirectory: path.join(directory, ".desk"),
		port: 0,
		host: "127.0.0.1",
		trustsProxy: false,
		local: true,
		search: false,
		now: () => asIsoDateTime(toVietnamMoment(Date.now())),
		clock: Date.now,
		log: () => {},
		startBuildProcess: takeBuildProcess,
		onBuild: (reply) => {
			if (reply.kind !== "built") fault ??= JSON.stringify(reply);
		},
	});
	await desk.firstBuild;
	const portal: EditorPortal = {
		directory,
		content,
		origin: desk.url.replace(/\/$/, ""),
		git,
		read: (file) => readFile(path.join(content, file), "utf8"),
		readPending: (entry, file) => git("show", `refs/desk/revisions/${entry}:files/${file}`),
		async close() {
			await desk.close();
			// The processes of a build that was stopped may still be ending.
			await rm(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
		},
	};
	if (fault === undefined) return portal;
	await portal.close();
	throw new Error(`the first build of the portal failed: ${fault}`);
}

/**
 * Opens the editor in a browser set to English and a time zone far from Vietnam. Errors of the page are collected in
 * `complaints`.
 */
export async function openEditor(
	browser: Browser,
	{ origin }: EditorPortal,
	route: string,
	viewport = { width: 1280, height: 900 },
): Promise<{ page: Page; complaints: string[] }> {
	const { page, complaints } = await reuseWindow(
		origin,
		{
			locale: "en-US",
			timezoneId: "America/New_York",
			permissions: ["clipboard-read", "clipboard-write"],
			viewport,
		},
		async (options) => {
			const context = await browser.newContext(options);
			context.setDefaultTimeout(40_000);
			const complaints: string[] = [];
			context.on("weberror", (error) => complaints.push(error.error().message));
			context.on("console", (message) => {
				if (/Content Security Policy|React|polyglot|Cannot /i.test(message.text()))
					complaints.push(message.text());
			});
			return { page: await context.newPage(), context, complaints, gathered: [complaints] };
		},
	);
	await page.goto(`${origin}/admin/#${route}`);
	return { page, complaints };
}

/** The editor of an article's body. */
export function bodyOf(page: Page): Locator {
	return page.getByRole("textbox", { name: "Nội dung bài viết" });
}

/** The control of a field of the form. */
export function input(page: Page, field: string): Locator {
	return page.locator(`[id^="${field}-field-"]`).first();
}

/** The bar below the form. */
export function entryBar(page: Page): Locator {
	return page.getByRole("complementary", { name: "Trạng thái của mục này" });
}

/** Saves the form and waits for the acknowledgement. */
export async function save(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Lưu", exact: true }).click();
	await page.getByText("Đã lưu").first().waitFor();
}

/** Saves the form and publishes it. */
export async function publish(page: Page): Promise<void> {
	await save(page);
	await entryBar(page).getByRole("button", { name: "Đăng ngay" }).click();
	await entryBar(page).getByText("Đã đăng").waitFor();
}

/** Types words of a name without accents and chooses the first result. */
export async function choose(page: Page, field: string, words: string, name: string): Promise<void> {
	await input(page, field).click();
	await page.keyboard.type(words);
	await page.getByRole("option", { name }).first().waitFor();
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: `Bỏ “${name}”` }).waitFor();
}

/** The current Markdown of the body. */
export async function markdownOf(page: Page): Promise<string> {
	await page.getByRole("button", { name: "Sửa mã Markdown" }).click();
	const markdown = await page.getByRole("textbox", { name: "Nội dung viết bằng Markdown" }).inputValue();
	await page.getByRole("button", { name: "Về cách soạn thường" }).click();
	return markdown;
}
