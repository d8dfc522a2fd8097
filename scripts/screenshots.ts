/** Takes the documentation's screenshots from the current sample portal. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium, type Page } from "playwright-core";
import { findBrowser } from "./browser/find-browser.ts";
import { runCommand } from "./command.ts";
import { writeDensePortal } from "./dense-portal.ts";
import { freePort } from "./free-port.ts";

interface Shot {
	/** Of the picture in `docs/screenshots`, without its ending. */
	readonly name: string;
	/** Of the sample, unless another portal is named. */
	readonly address: string;
	readonly portal?: "dense";
	/** Of the window, in CSS pixels. */
	readonly size: readonly [width: number, height: number];
	/** Pixels of the picture for each CSS pixel. @default 1 */
	readonly scale?: number;
	/** Brings the page into the state that is shown. */
	readonly prepare?: (page: Page) => Promise<void>;
}

interface RunningPortal {
	/** Without a trailing slash. */
	readonly url: string;
	close(): Promise<void>;
}

const article = "/2026/11/08/bay-chiec-xuong-thuy-lap.html";

/** Whose history is shown. */
const edited = "2026/11/08-bay-chiec-xuong-thuy-lap";
const articles = "/ban-lam-viec/bai-viet/";

/** Small pictures are made when they are first asked for. */
async function picturesShown(page: Page): Promise<void> {
	await page.waitForFunction(() =>
		[...document.images]
			.filter((image) => image.getBoundingClientRect().top < window.innerHeight)
			.every((image) => image.complete && image.naturalWidth > 0),
	);
}

/** The search index follows the pages, so the page is asked again until there is one. */
async function resultsShown(page: Page): Promise<void> {
	const first = page.locator(".search-result").first();
	for (let tries = 0; tries < 20; tries++) {
		try {
			await first.waitFor({ timeout: 15_000 });
			return;
		} catch {
			await page.reload();
		}
	}
	await first.waitFor();
}

const shots: readonly Shot[] = [
	{ name: "home", address: "/", size: [1280, 860] },
	{ name: "article-phone", address: article, size: [390, 844], scale: 2 },
	{
		name: "search",
		address: "/tim-kiem/?q=hoi%20nghi",
		size: [1280, 860],
		prepare: resultsShown,
	},
	{ name: "archive", address: "/2026/11/", size: [1280, 860] },
	{ name: "dense-home", portal: "dense", address: "/", size: [1280, 1100] },
	{
		name: "dense-article",
		portal: "dense",
		address: "/2026/11/20/",
		size: [1280, 860],
		prepare: async (page) => {
			await page.locator(".headline-list a").first().click();
			await page.locator(".article-page").waitFor();
		},
	},
	{ name: "dense-day", portal: "dense", address: "/2026/11/20/", size: [1280, 860] },
	{ name: "dense-month", portal: "dense", address: "/2026/11/", size: [1280, 860] },
	{ name: "dense-archive", portal: "dense", address: "/luu-tru/", size: [1280, 860] },
	{
		name: "dense-search",
		portal: "dense",
		address: "/tim-kiem/?q=nong%20thon",
		size: [1280, 860],
		prepare: resultsShown,
	},
	{ name: "desk", address: "/ban-lam-viec/", size: [1280, 860] },
	{ name: "desk-list", address: `${articles}?q=dan+van`, size: [1280, 700], prepare: picturesShown },
	{ name: "desk-phone", address: articles, size: [360, 740], scale: 2, prepare: picturesShown },
	{ name: "desk-calendar", address: "/ban-lam-viec/lich/?thang=2026-11", size: [1280, 760] },
	{ name: "desk-pictures", address: "/ban-lam-viec/anh/", size: [1280, 760], prepare: picturesShown },
	{
		name: "desk-history",
		address: `/ban-lam-viec/lich-su/articles/${encodeURIComponent(edited)}/`,
		size: [1280, 560],
		prepare: async (page) => {
			await page.getByRole("link", { name: "So sánh" }).last().click();
			await page.locator(".desk-difference").waitFor();
		},
	},
	{
		name: "editor",
		address: "/admin/#/collections/articles/entries/2026/11/05-dong-nai-tiep-thu-y-kien-cong-nhan",
		size: [1280, 860],
		prepare: async (page) => {
			await page.locator('[id^="title-field-"]').first().waitFor();
			await page.getByRole("button", { name: "Xem trước", exact: true }).click();
			await page.frameLocator("iframe").locator("h1").first().waitFor();
		},
	},
];

await runCommand(
	{
		name: "screenshots",
		summary: "Chụp lại các hình trong docs/screenshots từ cổng tin mẫu.",
		options: { only: { kind: "text", value: "TÊN,…", summary: "Chỉ chụp những hình này" } },
	},
	async ({ content, options }, reporter) => {
		const only = options.only?.split(",");
		const directory = await mkdtemp(join(tmpdir(), "tintinh-screenshots-"));
		const shown = shots.filter(({ name }) => !only || only.includes(name));
		const portals = new Map<Shot["portal"], RunningPortal>();
		const browser = await chromium.launch({
			executablePath: findBrowser((line) => reporter.line(line)),
			args: ["--no-sandbox"],
		});
		try {
			for (const { name, portal, address, size, scale = 1, prepare } of shown) {
				let site = portals.get(portal);
				if (!site) {
					const own = join(directory, portal ?? "sample");
					await mkdir(own);
					if (portal === "dense") {
						await writeDensePortal(join(own, "content"));
						commit(own, "Nhập bài");
					} else await copySample(content, own);
					site = await startPortal(own);
					portals.set(portal, site);
				}
				const [width, height] = size;
				const page = await browser.newPage({
					viewport: { width, height },
					deviceScaleFactor: scale,
					locale: "vi-VN",
					timezoneId: "Asia/Ho_Chi_Minh",
				});
				const response = await page.goto(site.url + address, { waitUntil: "load", timeout: 180_000 });
				if (response?.status() !== 200) throw new Error(`${address}: ${response?.status()}`);
				// The site's own faces are shown only if they were there before the first paint.
				await page.reload({ waitUntil: "load" });
				await prepare?.(page);
				await page.evaluate(() => document.fonts.ready);
				await page.screenshot({ path: `docs/screenshots/${name}.jpg`, type: "jpeg", quality: 80 });
				await page.close();
				reporter.line(`docs/screenshots/${name}.jpg`);
			}
		} finally {
			await browser.close();
			for (const site of portals.values()) await site.close();
			await rm(directory, { recursive: true, force: true });
		}
	},
);

/** The sample with a history of its own. */
async function copySample(content: string, directory: string): Promise<void> {
	const copy = join(directory, "content");
	await cp(content, copy, { recursive: true });
	// The article whose history is shown had one paragraph less at first.
	const file = join(copy, `articles/${edited}.md`);
	const text = await readFile(file, "utf8");
	await writeFile(file, text.trimEnd().replace(/\n\n[^\n]+$/, "\n"));
	commit(directory, "Duyệt đăng");
	await writeFile(file, text);
	commit(directory, "Cập nhật");
}

/** Makes the repository, where there is none yet, and commits all. */
function commit(directory: string, message: string): void {
	const author = ["-c", "user.name=Tin Tỉnh", "-c", "user.email=tintinh@localhost"];
	const git = (...words: readonly string[]) => execFileSync("git", ["-C", directory, ...words]);
	git("init", "--quiet", "--initial-branch=main");
	git("add", ".");
	git(...author, "commit", "-qm", message);
}

/** Runs `npm start` on the folder's content until it says where the portal is. */
async function startPortal(directory: string): Promise<RunningPortal> {
	const port = await freePort();
	const portal = spawn(
		process.execPath,
		[
			...["scripts/tintinh.js", "start"],
			...["--content", join(directory, "content")],
			...["--output", join(directory, "site")],
			...["--data", join(directory, "desk")],
		],
		{ env: { ...process.env, PORT: String(port) }, stdio: ["ignore", "pipe", "inherit"] },
	);
	let said = "";
	for await (const line of createInterface({ input: portal.stdout })) {
		said += `${line}\n`;
		if (line.includes(`localhost:${port}`)) break;
	}
	if (portal.exitCode !== null) throw new Error(said);
	return {
		url: `http://localhost:${port}`,
		async close() {
			portal.kill();
			await once(portal, "exit");
		},
	};
}
