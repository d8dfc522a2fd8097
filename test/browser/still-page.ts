import type { Page } from "playwright-core";

/**
 * Sets the clock of a window to a later day than that of the sample's newest article, so that the script of the home
 * page has a weekday to correct.
 */
export async function setLaterDay(page: Page): Promise<void> {
	await page.addInitScript(() => {
		Date.now = () => Date.UTC(2026, 10, 30, 2);
	});
}

/**
 * Opens a page whose fonts, pictures and scripts arrive after its first paint.
 *
 * @returns what moved then: by how much, and the elements
 */
export async function shiftsOf(page: Page, address: string): Promise<string[]> {
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(/\.(?:woff2|webp|jpg|js)$/, async (route) => {
		await released;
		await route.continue();
	});
	await page.goto(address, { waitUntil: "commit" });
	await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
	release();
	await page.waitForLoadState("load");
	const shifts = await page.evaluate(async () => {
		const found: string[] = [];
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				const { value, sources } = entry as unknown as { value: number; sources: { node?: Node }[] };
				const moved = sources.map(({ node }) => (node instanceof Element ? node.outerHTML : "").slice(0, 80));
				found.push(`${value} ${moved.join(" ")}`);
			}
		}).observe({ type: "layout-shift", buffered: true });
		await document.fonts.ready;
		// The list on the phone, or the answer to a query.
		await new Promise((resolve) =>
			setTimeout(resolve, document.querySelector("#kept, [role=status]") ? 300 : 0),
		);
		await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		await new Promise((resolve) => setTimeout(resolve));
		return found;
	});
	await page.unrouteAll({ behavior: "ignoreErrors" });
	return shifts;
}
