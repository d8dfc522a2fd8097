import { chromium } from "playwright-core";
import { findBrowser } from "../browser/find-browser.ts";
import { startCountingServer } from "./counting-server.ts";
import type { Search } from "./quality.ts";
import { writeStockPage } from "./stock-page.ts";

/** Hands an action stock Pagefind over a bundle, in the browser that it is made for. */
export async function withStockSearch<Result>(
	bundle: string,
	directory: string,
	action: (search: Search) => Promise<Result>,
): Promise<Result> {
	const server = await startCountingServer({ "/": await writeStockPage(directory), "/pagefind/": bundle });
	const executablePath = findBrowser((line) => process.stderr.write(`${line}\n`));
	const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
	try {
		const page = await browser.newPage();
		await page.goto(server.url);
		return await action((text) =>
			page.evaluate(async (text) => {
				const { searchStock } = globalThis as unknown as {
					searchStock(text: string): Promise<{ readonly url: string }[]>;
				};
				return (await searchStock(text)).map(({ url }) => url);
			}, text),
		);
	} finally {
		await browser.close();
		await server.close();
	}
}
