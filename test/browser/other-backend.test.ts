/** The editor of a deployed site with another backend, up to the button that leads to that backend's sign-in page. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPortal } from "../../src/build/build.ts";
import { type BackendVariables, otherBackendOf } from "../../src/editor/forms/index.ts";
import { asIsoDateTime } from "../../src/model/ids.ts";
import { soundFolder, writeContentFolder } from "../support/content-folder.ts";
import { shareCache, temporaryFolder } from "../support/fixture.ts";
import { serveSite } from "../support/serve-site.ts";
import { closeWindows, openChromium } from "./chromium.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await openChromium();
});
afterAll(closeWindows);

async function build(variables: BackendVariables, before?: { folder: string; content: string }) {
	const folder = before?.folder ?? temporaryFolder();
	const content = before?.content ?? writeContentFolder(soundFolder);
	const cacheDirectory = join(folder, "cache");
	if (!before) shareCache(cacheDirectory);
	const outputDirectory = join(folder, "site");
	const { problems } = await buildPortal({
		contentDirectory: content,
		outputDirectory,
		cacheDirectory,
		now: asIsoDateTime("2026-11-22T08:00:00+07:00"),
		search: false,
		otherBackend: otherBackendOf(variables),
	});
	expect(problems).toEqual([]);
	return { folder, content, outputDirectory };
}

/** The Decap backends whose scripts a site has. */
function backendsOf(outputDirectory: string): string[] {
	const scripts = readdirSync(join(outputDirectory, "admin")).join("\n");
	return [...scripts.matchAll(/^(github|gitlab|forgejo|git-gateway)-[A-Z0-9]+\.js$/gm)].map(
		([, name = ""]) => name,
	);
}

const doors: readonly [BackendVariables, string, string][] = [
	[{ CMS_BACKEND: "github", CMS_REPOSITORY: "tinh/tin" }, "GitHub", "https://api.github.com"],
	[{ CMS_BACKEND: "gitlab", CMS_REPOSITORY: "tinh/tin", CMS_APP_ID: "ma" }, "GitLab", "https://gitlab.com"],
	[
		{
			CMS_BACKEND: "forgejo",
			CMS_REPOSITORY: "tinh/tin",
			CMS_SERVER: "https://git.example.vn",
			CMS_APP_ID: "ma",
		},
		"Forgejo",
		"https://git.example.vn",
	],
	[{ CMS_BACKEND: "git-gateway" }, "Đăng nhập", ""],
];

test("each backend is built only on demand, and its editor starts up to signing in", async () => {
	let made = await build({});
	expect(backendsOf(made.outputDirectory)).toEqual([]);
	for (const [variables, button, origin] of doors) {
		made = await build(variables, made);
		const name = variables.CMS_BACKEND ?? "";
		expect(backendsOf(made.outputDirectory)).toEqual([name]);
		const config = JSON.parse(readFileSync(join(made.outputDirectory, "admin/config.json"), "utf8"));
		expect(config).toMatchObject({
			backend: { name },
			publish_mode: "simple",
			media_folder: "content/media",
		});
		const headers = readFileSync(join(made.outputDirectory, "_headers"), "utf8");
		const [, policy = ""] = /\/admin\/\*\n {2}Content-Security-Policy: (.*)/.exec(headers) ?? [];
		expect(policy).toContain(`connect-src 'self' blob:${origin && ` ${origin}`}`);

		const site = await serveSite(made.outputDirectory);
		const page = await browser.newPage();
		const complaints: string[] = [];
		page.on("pageerror", ({ message }) => complaints.push(message));
		page.on("console", (message) => {
			if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
		});
		await page.goto(`${site.url}/admin/`);
		await page.getByRole("button", { name: new RegExp(button) }).waitFor();
		await page.getByText("không có phân quyền và duyệt bài").waitFor();
		expect(complaints, name).toEqual([]);
		await page.close();
		await site.close();
	}
	made = await build({}, made);
	expect(backendsOf(made.outputDirectory)).toEqual([]);
}, 240_000);
