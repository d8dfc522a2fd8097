/**
 * Each kind of page stays still while it loads, fits windows of every width and loads its pictures, and axe finds no
 * fault on it, in light and dark mode, at the widths of a phone and a desktop.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildTemporarySite, type TemporarySite } from "../support/build-site.ts";
import { sampleNow } from "../support/sample.ts";
import { type ServedSite, serveSite } from "../support/serve-site.ts";
import { closeWindows, openChromium } from "./chromium.ts";
import { makeWindow, type Window } from "./open-window.ts";
import { plainPages, writePlainPortal } from "./plain-portal.ts";
import { samplePages } from "./sample-pages.ts";
import { answer, openFilters } from "./search-window.ts";
import { setLaterDay, shiftsOf } from "./still-page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** By default the check for a contrast of 7:1 leaves what has less than 4.5:1 to another rule, and calls it good. */
const contrast = {
	checks: {
		"color-contrast-enhanced": {
			options: { contrastRatio: { normal: { minThreshold: 0 }, large: { minThreshold: 0 } } },
		},
	},
};
/** Also enables two rules that axe skips by default: targets of 24 px, and the higher contrast. */
const all: RunOptions = {
	...contrast,
	rules: {
		"target-size": { enabled: true },
		"color-contrast-enhanced": { enabled: true },
		"color-contrast": { enabled: false },
	},
	resultTypes: ["violations"],
};
/** In dark mode only the colours differ. */
const colours: RunOptions = {
	...contrast,
	runOnly: ["color-contrast-enhanced", "link-in-text-block"],
	resultTypes: ["violations"],
};

/** One window for all tests. */
let window: Window;

beforeAll(async () => {
	const browser = await openChromium();
	window = await makeWindow(browser, { viewport: { width: 320, height: 740 } });
	await setLaterDay(window.page);
	await window.page.addInitScript(axe);
});

beforeEach(async () => {
	const { page, foreign, complaints } = window;
	await page.unrouteAll({ behavior: "ignoreErrors" });
	foreign.length = 0;
	complaints.length = 0;
	await page.emulateMedia({ colorScheme: "light" });
	await page.setViewportSize({ width: 320, height: 740 });
});

afterAll(closeWindows);

test.each(Object.entries(samplePages))("%s", async (kind, address) => {
	const { page, foreign, complaints } = window;
	expect(await shiftsOf(page, address)).toEqual([]);
	if (/search/i.test(kind)) await answer(page);
	await expectPictures(page, /search/i.test(kind));
	await expectToFit(page);
	await expectWordsInLine(page);
	expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
	expect(foreign).toEqual([]);
	if (kind === "search within the archive") await openFilters(page);
	await expectLargeTextToFit(page);
	expect(await faultsOf(page, address)).toEqual([]);
});

test("suggestions under the search field", async () => {
	const { page } = window;
	await page.goto("/tim-kiem/");
	const field = page.locator(".search-page input[name=q]");
	await field.pressSequentially("dân vận");
	await page.locator(".search-page [role=option]").first().waitFor();
	await field.press("ArrowDown");
	expect(await faultsOf(page)).toEqual([]);
});

describe("of a portal without pictures and leads", () => {
	const contentDirectory = mkdtempSync(join(tmpdir(), "tintinh-plain-"));
	let built: TemporarySite;
	let served: ServedSite;

	beforeAll(async () => {
		writePlainPortal(contentDirectory);
		built = await buildTemporarySite({ contentDirectory, now: sampleNow, search: false });
		served = await serveSite(built.site);
	}, 120_000);

	afterAll(async () => {
		await served?.close();
		built?.remove();
		rmSync(contentDirectory, { recursive: true, force: true });
	});

	test.each(Object.entries(plainPages))("%s", async (_, address) => {
		const { page } = window;
		const answer = await page.goto(served.url + address);
		expect(answer?.status()).toBe(address === plainPages["page that does not exist"] ? 404 : 200);
		await expectWordsInLine(page);
		await expectLargeTextToFit(page);
		expect(await faultsOf(page, address)).toEqual([]);
	});
});

/** All pictures load, also those that are loaded lazily; pictures of articles have sizes and versions. */
async function expectPictures(page: Page, isSearch: boolean): Promise<void> {
	await page.evaluate(async () => {
		for (const image of document.images) image.loading = "eager";
		await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
	});
	const pictures = await page.locator("main img").evaluateAll((images) =>
		(images as HTMLImageElement[]).map((image) => ({
			path: new URL(image.src).pathname,
			loaded: image.naturalWidth > 0,
			sized: image.hasAttribute("width") && image.hasAttribute("height"),
			sets: [
				image.srcset,
				...[...(image.parentElement?.querySelectorAll("source") ?? [])].map((s) => s.srcset),
			],
		})),
	);
	for (const { path, loaded, sized, sets } of pictures) {
		expect(loaded, path).toBe(true);
		if (!path.startsWith("/anh/") || isSearch) continue;
		expect(sized, path).toBe(true);
		expect(sets.join(), path).toMatch(/\.webp \d+w/);
	}
}

async function expectToFit(page: Page): Promise<void> {
	for (const width of [320, 360, 768, 1280, 1440]) {
		await page.setViewportSize({ width, height: 800 });
		const wide = await page.evaluate(() => ({
			page: document.documentElement.scrollWidth - innerWidth,
			parts:
				document.documentElement.scrollWidth > innerWidth
					? [...document.querySelectorAll("main *")]
							.filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
							.map((part) => part.className)
					: [],
		}));
		expect(wide, `${width} px`).toEqual({ page: 0, parts: [] });
	}
}

/** What typography keeps together stays in the line of its text, and no line ends within a number or a date. */
async function expectWordsInLine(page: Page): Promise<void> {
	const apart = await page.locator("span.whole").evaluateAll((spans) =>
		spans
			.filter((span) => {
				const parent = span.parentElement;
				const isAmongWords = [...(parent?.childNodes ?? [])].some((node) => node instanceof Text);
				return isAmongWords && !["inline", "inline-block"].includes(getComputedStyle(span).display);
			})
			.map((span) => span.parentElement?.outerHTML),
	);
	expect(apart).toEqual([]);
	const parted = await page.evaluate(() => {
		const found: string[] = [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		for (let node = texts.nextNode(); node; node = texts.nextNode()) {
			const parent = node.parentElement;
			// Text for screen readers alone is clipped to one pixel.
			if (!parent || parent.offsetWidth <= 1 || parent.closest("code, pre, script, style")) continue;
			for (const { 0: number, index } of (node.textContent ?? "").matchAll(/\d[\d.,:/]*\d/g)) {
				range.setStart(node, index);
				range.setEnd(node, index + number.length);
				const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
				if (tops.size > 1) found.push(`${number} in ${node.textContent}`);
			}
		}
		return found;
	});
	expect(parted, "numbers and dates in two lines").toEqual([]);
}

/** Runs in the page: leaves two of siblings with the same elements, classes, roles and other attributes. */
function removeSiblingsAlike(): void {
	const shapeOf = (element: Element): string => {
		const attributes = [...element.attributes].map(({ name, value }) =>
			["class", "role", "type"].includes(name) ? `${name}=${value}` : name,
		);
		return `${element.tagName} ${attributes.sort()} (${[...element.children].map(shapeOf)})`;
	};
	const thin = (parent: Element): void => {
		const counts = new Map<string, number>();
		for (const child of [...parent.children]) {
			const shape = shapeOf(child);
			const count = (counts.get(shape) ?? 0) + 1;
			counts.set(shape, count);
			if (count > 2) child.remove();
			else thin(child);
		}
	};
	thin(document.body);
}

async function expectLargeTextToFit(page: Page): Promise<void> {
	await page.setViewportSize({ width: 320, height: 740 });
	const { beyond, below } = await page.evaluate(() => {
		document.documentElement.style.fontSize = "200%";
		const found = {
			beyond: document.documentElement.scrollWidth - innerWidth,
			below: document.querySelector(".skip-link")?.getBoundingClientRect().bottom,
		};
		document.documentElement.style.fontSize = "";
		return found;
	});
	expect(beyond, "sideways at 320 px with text at 200 %").toBe(0);
	expect(below, "the link past the masthead, out of sight with its edge").toBeLessThanOrEqual(-1);
}

/** Pages whose masthead and footer are judged in every colour scheme and at every width. Most others have the same. */
const framed: readonly string[] = [
	samplePages.home,
	samplePages.latest,
	samplePages.English,
	samplePages.search,
	plainPages.home,
	plainPages.article,
];

/**
 * What axe finds on the page. Of siblings that are built alike, such as the cards of a list, two stand for all: the
 * others are removed first.
 */
async function faultsOf(page: Page, address?: string): Promise<string[]> {
	await page.evaluate(removeSiblingsAlike);
	const faults: string[] = [];
	for (const [colorScheme, width, options] of [
		["light", 320, all],
		["dark", 320, colours],
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
		if (address === undefined || !framed.includes(address))
			await page.evaluate(() => {
				for (const frame of document.querySelectorAll("body > :is(header, footer)")) frame.remove();
			});
	}
	return faults;
}
