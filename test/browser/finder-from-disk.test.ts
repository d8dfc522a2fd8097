/** The finder on a page that was opened from a disk, where nothing may be fetched and no module loaded. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { finderAddress } from "../../src/model/addresses.ts";
import { asScript } from "../../src/search/finder/file-scripts.ts";
import type { Finder, FinderAnswer } from "../../src/search/finder/finder.ts";
import { launchChromium } from "./chromium.ts";

declare global {
	/** Of the page that is opened. */
	var finder: Finder;
}

const disk = mkdtempSync(join(tmpdir(), "tintinh-disk-"));
const article = "Ba giờ đối thoại về một con kênh";
let browser: Browser;

beforeAll(async () => {
	const index = join(inject("siteDirectory"), finderAddress);
	for (const entry of readdirSync(index, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const file = join(entry.parentPath, entry.name);
		const path = relative(index, file);
		const script = join(disk, "chi-muc", `${path}.js`);
		mkdirSync(dirname(script), { recursive: true });
		writeFileSync(script, asScript(path, readFileSync(file)));
	}
	await build({
		stdin: {
			contents: `
				import { readByScripts } from "./file-scripts.ts";
				import { openFinder } from "./open-finder.ts";
				globalThis.finder = openFinder({ read: readByScripts(document, "chi-muc/") });`,
			resolveDir: "src/search/finder",
		},
		bundle: true,
		format: "iife",
		charset: "utf8",
		outfile: join(disk, "finder.js"),
	});
	writeFileSync(
		join(disk, "index.html"),
		'<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tìm</title><script src="finder.js"></script></html>',
	);
	browser = await launchChromium();
});

afterAll(async () => {
	await browser?.close();
	rmSync(disk, { recursive: true, force: true });
});

test("finds, corrects and shows articles from file://", async () => {
	const page = await browser.newPage();
	await page.goto(pathToFileURL(join(disk, "index.html")).href);
	const find = (text: string): Promise<FinderAnswer> =>
		page.evaluate((text) => finder.find({ text, filters: {}, byDate: false, page: 1 }), text);
	const answer = await find("doi thoai con kenh");
	expect(answer.failures).toBe(0);
	expect(answer.hits[0]?.title).toBe(article);
	expect((await find("đối thoạii con kênh")).hits[0]?.title).toBe(article);
	expect((await find("chữnàykhôngcó")).total).toBe(0);
	await page.close();
});
