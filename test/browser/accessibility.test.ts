/** No page of any kind has a fault that axe can find, in the light and in the dark, on a phone and on a desk. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeWindows, openChromium } from "./chromium.ts";
import { openWindow } from "./open-window.ts";
import { samplePages } from "./sample-pages.ts";
import { answer, openFilters } from "./search-window.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules that axe leaves out unless asked are in: targets of 24 px, and contrast of 7:1 for text. */
const all: RunOptions = {
	rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: true } },
	resultTypes: ["violations"],
};
/** In the dark nothing but the colours is different. */
const colours: RunOptions = {
	runOnly: ["color-contrast", "color-contrast-enhanced", "link-in-text-block"],
	resultTypes: ["violations"],
};

let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
});

afterAll(closeWindows);

test.each(Object.entries(samplePages))("%s", async (kind, address) => {
	const { page, context } = await openWindow(browser, { viewport: { width: 360, height: 740 } });
	await page.goto(address);
	if (kind.startsWith("search")) await answer(page);
	if (kind === "search within the archive") await openFilters(page);
	expect(await faultsOf(page)).toEqual([]);
	await context.close();
});

test("suggestions under the search field", async () => {
	const { page, context } = await openWindow(browser, { viewport: { width: 360, height: 740 } });
	await page.goto("/tim-kiem/");
	const field = page.locator(".search-page input[name=q]");
	await field.pressSequentially("dân vận");
	await page.locator(".search-page [role=option]").first().waitFor();
	await field.press("ArrowDown");
	expect(await faultsOf(page)).toEqual([]);
	await context.close();
});

async function faultsOf(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	const faults: string[] = [];
	for (const [colorScheme, width, options] of [
		["light", 360, all],
		["dark", 360, colours],
		["dark", 1280, colours],
		["light", 1280, all],
	] as const) {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 800 });
		const { violations } = await page.evaluate(
			(given) =>
				(globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(given),
			options,
		);
		for (const { id, help, nodes } of violations) {
			for (const { target } of nodes)
				faults.push(`${colorScheme}, ${width} px: ${id} (${help}) at ${target}`);
		}
	}
	return faults;
}
