/** What the same work costs a browser at the desk and in stock Decap, on the same articles. */
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "../browser/find-browser.ts";
import type { strings } from "./strings.ts";

/** Milliseconds until the work is done; bytes and nodes of the page then. */
export interface BrowserWork {
	readonly work: keyof typeof strings.work;
	readonly took: number;
	readonly heap: number;
	readonly nodes: number;
}

const words = "nong thon";
const viewport = { width: 1280, height: 900 };
/** Stock Decap needs minutes for what it reads whole. */
const patience = 600_000;

/** @returns what each piece of work at the desk costs; a page is opened anew for each */
export async function measureDeskInBrowser(url: string): Promise<readonly BrowserWork[]> {
	return await inBrowser(async (browser) => {
		const at = (address: string) => new URL(address, url).href;
		const pageOf = async (address: string, ready: string) => {
			const page = await openPage(browser);
			await page.goto(at(address));
			await page.locator(ready).first().waitFor();
			return page;
		};
		const results: BrowserWork[] = [];
		for (const [work, address, ready] of [
			["start", "/ban-lam-viec/", "h1"],
			["list", "/ban-lam-viec/bai-viet/", ".desk-choices"],
			["search", `/ban-lam-viec/bai-viet/?q=${encodeURIComponent(words)}`, "[role=status]"],
			["form", "/admin/#/collections/articles/new", '[id^="title-field-"]'],
		] as const) {
			const began = performance.now();
			results.push(await finished(work, await pageOf(address, ready), began));
		}
		const newest = await pageOf("/ban-lam-viec/bai-viet/?state=published", ".desk-title");
		const form = (await newest.locator(".desk-title").first().getAttribute("href")) ?? "";
		await newest.context().close();
		const writing = async () => await pageOf(form, '[role="textbox"][contenteditable]');

		const choosing = await writing();
		const box = choosing.locator('[id^="related-field-"]').first();
		await choosing.locator(".group-control[aria-expanded=false]").first().click();
		await box.click();
		let began = performance.now();
		await box.fill(words);
		await choosing.getByRole("option").first().waitFor();
		results.push(await finished("relation", choosing, began));

		const saving = await writing();
		await saving.locator('[id^="summary-field-"]').first().fill(`Đo lúc ${Date.now()}.`);
		began = performance.now();
		await saving.getByRole("button", { name: "Lưu", exact: true }).click();
		await saving.getByText("Đã lưu").first().waitFor();
		results.push(await finished("save", saving, began));
		return results;
	});
}

/**
 * Stock Decap with the backend that keeps its repository in the page. So no network and no server is measured, which
 * favours it; the bytes of the repository itself are taken off the heap.
 */
export async function measureStockInBrowser(content: string): Promise<readonly BrowserWork[]> {
	const { url, close } = await serveStock(content);
	try {
		return await inBrowser(async (browser) => {
			const bare = await openPage(browser);
			await bare.goto(`${url}repository.html`);
			const { heap: repository } = await costOf(bare);
			await bare.context().close();
			const enter = async (route: string) => {
				const page = await openPage(browser);
				await page.goto(`${url}#${route}`);
				const login = page.getByRole("button", { name: "Login" });
				await login.waitFor();
				return { page, login };
			};
			const results: BrowserWork[] = [];
			const add = async (work: BrowserWork["work"], page: Page, began: number) => {
				const result = await finished(work, page, began);
				results.push({ ...result, heap: Math.max(0, result.heap - repository) });
			};
			for (const [work, route, ready] of [
				["list", "/collections/articles", '[class*="-ListCard"]'],
				["search", `/collections/articles/search/${words}`, '[class*="-ListCard"], p:text("No Entries")'],
				["form", "/collections/articles/new", '[id^="title-field-"]'],
			] as const) {
				const { page, login } = await enter(route);
				const began = performance.now();
				await login.click();
				await page.locator(ready).first().waitFor();
				await add(work, page, began);
			}
			const { page, login } = await enter("/collections/articles/new");
			await login.click();
			await page.locator('[id^="title-field-"]').first().fill(`Bài đo ${Date.now()}`);
			const box = page.locator("[role=combobox]").first();
			let began = performance.now();
			await box.fill(words);
			// Without accents it may find none, and says so.
			await page.locator('[class*="-option"], [class*="NoOptionsMessage"]').first().waitFor();
			await add("relation", page, began);

			const other = await enter("/collections/articles/new");
			await other.login.click();
			await other.page.locator('[id^="title-field-"]').first().fill(`Bài đo ${Date.now()}`);
			began = performance.now();
			await other.page.getByRole("button", { name: "Publish", exact: true }).click();
			await other.page.getByText("Publish now", { exact: true }).click();
			await other.page.getByText("Entry published").first().waitFor();
			await add("save", other.page, began);
			return results;
		});
	} finally {
		await close();
	}
}

async function inBrowser<Result>(measure: (browser: Browser) => Promise<Result>): Promise<Result> {
	const browser = await chromium.launch({ executablePath: findBrowser(() => {}), args: ["--no-sandbox"] });
	try {
		return await measure(browser);
	} finally {
		await browser.close();
	}
}

async function openPage(browser: Browser): Promise<Page> {
	const context = await browser.newContext({ viewport, locale: "en-US" });
	context.setDefaultTimeout(patience);
	return await context.newPage();
}

/** Closes the page, once what it costs is known. */
async function finished(work: BrowserWork["work"], page: Page, began: number): Promise<BrowserWork> {
	const took = performance.now() - began;
	const cost = await costOf(page);
	await page.context().close();
	return { work, took, ...cost };
}

async function costOf(page: Page): Promise<Pick<BrowserWork, "heap" | "nodes">> {
	const session = await page.context().newCDPSession(page);
	await session.send("HeapProfiler.collectGarbage");
	const { usedSize } = await session.send("Runtime.getHeapUsage");
	const { nodes } = await session.send("Memory.getDOMCounters");
	return { heap: usedSize, nodes };
}

interface Tree {
	[name: string]: Tree | { readonly content: string };
}

/** The content folder as the backend holds a repository. */
async function repositoryOf(folder: string): Promise<Tree> {
	const tree: Tree = {};
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && !entry.name.startsWith(".")) tree[entry.name] = await repositoryOf(path);
		else if (/\.(?:md|yml)$/.test(entry.name)) tree[entry.name] = { content: await readFile(path, "utf8") };
	}
	return tree;
}

const config = {
	load_config_file: false,
	backend: { name: "test-repo" },
	media_folder: "media",
	collections: [
		{
			name: "articles",
			label: "Articles",
			folder: "articles",
			create: true,
			slug: "{{slug}}",
			path: "{{year}}/{{month}}/{{slug}}",
			extension: "md",
			format: "frontmatter",
			fields: [
				{ name: "title", label: "Title", widget: "string" },
				{
					name: "related",
					label: "Related",
					widget: "relation",
					collection: "articles",
					value_field: "{{slug}}",
					search_fields: ["title"],
					display_fields: ["title"],
					required: false,
				},
				{ name: "body", label: "Body", widget: "markdown", required: false },
			],
		},
	],
};

async function serveStock(content: string): Promise<{ url: string; close(): Promise<void> }> {
	const repository = `window.repoFiles = ${JSON.stringify(await repositoryOf(content))};`;
	const editor = await stockEditor();
	const page = (more: string) =>
		`<!doctype html><meta charset="utf-8"><title>Decap</title><body><script src="/repository.js"></script>${more}`;
	const server = createServer((request, response) => {
		const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
		const answer = (type: string, text: string) =>
			response.writeHead(200, { "Content-Type": `${type}; charset=utf-8` }).end(text);
		if (name === "") answer("text/html", page(`<script src="/editor.js"></script>`));
		else if (name === "repository.html") answer("text/html", page(""));
		else if (name === "repository.js") answer("text/javascript", repository);
		else if (name === "editor.js") answer("text/javascript", editor);
		else response.writeHead(404).end();
	});
	server.listen(0, "127.0.0.1");
	await new Promise((resolve) => server.once("listening", resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}

/** The whole of Decap as its package has it, with nothing left out. */
async function stockEditor(): Promise<string> {
	const { outputFiles } = await build({
		stdin: {
			contents: `import CMS from "decap-cms-app"; CMS.init({ config: ${JSON.stringify(config)} });`,
			resolveDir: fileURLToPath(new URL("../..", import.meta.url)),
		},
		bundle: true,
		write: false,
		minify: true,
		format: "iife",
		target: "es2022",
		mainFields: ["module", "browser", "main"],
		define: { "process.env.NODE_ENV": '"production"', global: "window" },
		logLevel: "error",
	});
	return outputFiles[0]?.text ?? "";
}
