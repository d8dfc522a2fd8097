/** `npx @11ty/eleventy` in a portal's folder, as people who know Eleventy run it. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "./support/build-site.ts";
import { fixtureDirectory, fixtureNow, shareCache, temporaryFolder } from "./support/fixture.ts";

const configuration = `import tintinh from "tintinh";
export default async function portal(eleventyConfig) {
	await eleventyConfig.addPlugin(tintinh);
	eleventyConfig.addShortcode("hotline", () => "Điện thoại: 115");
}
export { config } from "tintinh";
`;

function makePortal(): string {
	const portal = temporaryFolder();
	cpSync(fixtureDirectory, join(portal, "content"), { recursive: true });
	cpSync("test/fixtures/own-pages/pages", join(portal, "pages"), { recursive: true });
	mkdirSync(join(portal, "node_modules"));
	symlinkSync(resolve("."), join(portal, "node_modules/tintinh"), "junction");
	writeFileSync(join(portal, "package.json"), '{ "type": "module" }\n');
	writeFileSync(join(portal, ".eleventy.js"), configuration);
	shareCache(join(portal, ".cache"));
	return portal;
}

function runEleventy(portal: string, ...words: readonly string[]) {
	const command = resolve("node_modules/@11ty/eleventy/cmd.cjs");
	return spawnSync(process.execPath, [command, ...words], { cwd: portal, encoding: "utf8" });
}

function filesOf(folder: string): string[] {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
		.sort();
}

test("a bare Eleventy writes the same pages as a build, into a folder of its own", async () => {
	const portal = makePortal();
	const site = join(portal, "_site");
	const { status, stderr } = runEleventy(portal);
	expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	const content = join(portal, "content");
	const cacheDirectory = join(portal, ".cache");
	const now = fixtureNow.replace(/^\d{4}/, "2100") as typeof fixtureNow;
	await buildSite({ contentDirectory: content, outputDirectory: site, cacheDirectory, now, search: false });
	const bare = join(portal, "_eleventy");
	expect(filesOf(bare)).toEqual(
		filesOf(site).filter((file) => !/^(?:manifest\.json|doc-ngoai-tuyen\/\d.*)$/.test(file)),
	);
	const differing = filesOf(bare).filter(
		(file) => !readFileSync(join(bare, file)).equals(readFileSync(join(site, file))),
	);
	// The sitemap of other pages is planned before Eleventy has rendered the portal's own.
	expect(differing).toEqual(["sitemap-trang.xml"]);
});

test("a bare Eleventy does not write through the link to a built site", async () => {
	const portal = makePortal();
	const site = join(portal, "_site");
	const options = { contentDirectory: join(portal, "content"), cacheDirectory: join(portal, ".cache") };
	await buildSite({ ...options, outputDirectory: site, now: fixtureNow, search: false });
	const before = filesOf(site);
	const { status, stderr } = runEleventy(portal, "--output=_site");
	expect(status).toBe(1);
	expect(stderr).toContain("Eleventy không được ghi vào đó");
	expect(filesOf(site)).toEqual(before);
});
