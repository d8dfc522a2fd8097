/** Decap as its package has it, with its own server for a folder on the same machine. */
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { freePort } from "../free-port.ts";
import { type BrowserWork, finished, inBrowser, openPage, words } from "./measure-browser.ts";

/** Decap's own server for local work; npm fetches it for the measurement. */
const decapServer = "decap-server@3.11.3";

/** @returns what the same work costs in Decap; a page is opened anew for each */
export async function measureStockInBrowser(content: string): Promise<readonly BrowserWork[]> {
	const { url, close } = await serveStock(content);
	try {
		return await inBrowser(async (browser) => {
			const enter = async (route: string) => {
				const page = await openPage(browser);
				await page.goto(`${url}#${route}`);
				const login = page.getByRole("button", { name: "Login" });
				await login.waitFor();
				return { page, login };
			};
			const results: BrowserWork[] = [];
			for (const [work, route, ready] of [
				["list", "/collections/articles", '[class*="-ListCard"]'],
				["search", `/collections/articles/search/${words}`, '[class*="-ListCard"], p:text("No Entries")'],
				["form", "/collections/articles/new", '[id^="title-field-"]'],
			] as const) {
				const { page, login } = await enter(route);
				const began = performance.now();
				await login.click();
				await page.locator(ready).first().waitFor();
				results.push(await finished(work, page, began));
			}
			const writing = async () => {
				const { page, login } = await enter("/collections/articles/new");
				await login.click();
				await page.locator('[id^="title-field-"]').first().fill(`Bài đo ${Date.now()}`);
				return page;
			};
			const choosing = await writing();
			let began = performance.now();
			await choosing.locator("[role=combobox]").first().fill(words);
			// Without accents it may find none, and says so.
			await choosing.getByText("No options").or(choosing.getByRole("option")).first().waitFor();
			results.push(await finished("relation", choosing, began));

			const saving = await writing();
			began = performance.now();
			await saving.getByRole("button", { name: "Publish", exact: true }).click();
			await saving.getByText("Publish now", { exact: true }).click();
			await saving.getByText("Entry saved").first().waitFor();
			results.push(await finished("save", saving, began));
			return results;
		});
	} finally {
		await close();
	}
}

const config = (port: number) => ({
	load_config_file: false,
	backend: { name: "proxy", proxy_url: `http://127.0.0.1:${port}/api/v1` },
	media_folder: "uploads",
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
});

async function serveStock(content: string): Promise<{ url: string; close(): Promise<void> }> {
	const port = await freePort();
	const repository = spawn("npx", ["--yes", decapServer], {
		env: { ...process.env, PORT: String(port), GIT_REPO_DIRECTORY: content, LOG_LEVEL: "warn" },
		stdio: "ignore",
		// A group of its own, as npx is not the server itself.
		detached: true,
	});
	await answering(port);
	const editor = await stockEditor(port);
	const page =
		'<!doctype html><meta charset="utf-8"><title>Decap</title><body><script src="/editor.js"></script>';
	const server = createServer((request, response) => {
		const [type, text] = request.url === "/editor.js" ? ["text/javascript", editor] : ["text/html", page];
		response.writeHead(200, { "Content-Type": `${type}; charset=utf-8` }).end(text);
	});
	server.listen(0, "127.0.0.1");
	await new Promise((resolve) => server.once("listening", resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		close: async () => {
			if (repository.pid !== undefined) process.kill(-repository.pid);
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function answering(port: number): Promise<void> {
	for (let tries = 0; tries < 600; tries++) {
		const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
		if (answer) return;
		await wait(200);
	}
	throw new Error(`${decapServer} does not answer`);
}

/** The whole of Decap as its package has it, with nothing left out. */
async function stockEditor(port: number): Promise<string> {
	const { outputFiles } = await build({
		stdin: {
			contents: `import CMS from "decap-cms-app"; CMS.init({ config: ${JSON.stringify(config(port))} });`,
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
