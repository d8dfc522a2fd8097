import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";

/** A browser window that tests may use one after the other. */
export interface ReusableWindow {
	readonly page: Page;
	readonly context: BrowserContext;
	/** What was gathered while a test ran, and goes with it. */
	readonly gathered: readonly unknown[][];
}

/** Windows that no test uses now, by where and how they were opened. */
const unused = new Map<string, ReusableWindow[]>();

/**
 * Gives the test that runs a window that an earlier one has left, or makes it. Its process has compiled the scripts of
 * the site by then, which takes longer than most tests. Nothing else is left in it: no cookies, storage, routes or
 * listeners. A test that adds a script to every page needs a window of its own.
 *
 * @param origin of the site; what it has stored goes
 */
export async function reuseWindow<Window extends ReusableWindow>(
	origin: string,
	options: BrowserContextOptions,
	make: (options: BrowserContextOptions) => Promise<Window>,
): Promise<Window> {
	const key = JSON.stringify([origin, options]);
	const left = unused.get(key) ?? [];
	unused.set(key, left);
	// Every file of tests closes its windows.
	while (left.at(-1)?.page.isClosed()) left.pop();
	const window = (left.pop() as Window | undefined) ?? (await make(options));
	onTestFinished(async ({ task }) => {
		if (window.page.isClosed()) return;
		if (task.result?.errors?.length || window.context.pages().length > 1) return window.context.close();
		// A window that cannot be emptied is no fault of the test.
		await empty(window, origin, options).then(
			() => left.push(window),
			() => window.context.close(),
		);
	});
	return window;
}

async function empty(
	{ page, context, gathered }: ReusableWindow,
	origin: string,
	options: BrowserContextOptions,
): Promise<void> {
	for (const scope of [page, context]) await scope.unrouteAll({ behavior: "ignoreErrors" });
	await context.setOffline(false);
	page.removeAllListeners("request");
	page.removeAllListeners("dialog");
	// A form asks whether it may be left.
	page.on("dialog", (dialog) => void dialog.accept());
	// A page that belongs to no site has none.
	await page.evaluate(() => sessionStorage.clear()).catch(() => {});
	await page.goto("about:blank", { timeout: 10_000 });
	page.removeAllListeners("dialog");
	await page.setViewportSize(options.viewport ?? { width: 1280, height: 720 });
	await page.emulateMedia({ media: null, colorScheme: options.colorScheme ?? "light" });
	const client = await context.newCDPSession(page);
	await client.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
	await client.detach();
	for (const list of gathered) list.length = 0;
}
