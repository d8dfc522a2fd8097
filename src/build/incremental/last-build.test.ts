import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { listContent } from "../../content/index.ts";
import { asIsoDateTime, asUrlPath } from "../../model/ids.ts";
import { type LastBuildOptions, lastBuildMemory } from "./last-build.ts";

const root = mkdtempSync(join(tmpdir(), "last-build-"));
const content = join(root, "content");
const from = asIsoDateTime("2026-11-22T08:00:00+07:00");
const until = asIsoDateTime("2026-11-22T12:00:00+07:00");
const folder = { address: asUrlPath("/pagefind/2025/"), root: asUrlPath("/pagefind/2025/"), name: "2025-x" };
const build = { articles: 3, files: 40, from, until, folders: [folder], warnings: [] };

afterAll(() => rmSync(root, { recursive: true, force: true }));

function options(change: Partial<LastBuildOptions> = {}): LastBuildOptions {
	const listing = listContent(content);
	if (!listing) throw new Error("No content");
	return {
		file: join(root, "cache", "last-build"),
		outputDirectory: join(root, "_site"),
		search: true,
		content: listing,
		theme: "",
		...change,
	};
}

function publish(manifest: string): void {
	rmSync(join(root, "._site.a"), { recursive: true, force: true });
	rmSync(join(root, "_site"), { force: true });
	mkdirSync(join(root, "._site.a"), { recursive: true });
	writeFileSync(join(root, "._site.a", "manifest.json"), manifest);
	symlinkSync("._site.a", join(root, "_site"));
}

async function remembered(): Promise<void> {
	mkdirSync(content, { recursive: true });
	writeFileSync(join(content, "site.yml"), "name: Tin");
	publish("{}");
	await lastBuildMemory(options()).remember(build);
}

test("the last build is valid for the same files at a later moment", async () => {
	await remembered();
	for (const now of [from, asIsoDateTime("2026-11-22T11:59:59+07:00")])
		expect(await lastBuildMemory(options()).find(now)).toMatchObject(build);
});

test.each<[string, () => Partial<LastBuildOptions>]>([
	[
		"whose files cannot be identified",
		() => ({ content: { ...options().content, digest: () => undefined } }),
	],
	["that has published nothing", () => ({ outputDirectory: join(root, "nothing") })],
])("a build %s is not remembered", async (_, change) => {
	await remembered();
	const file = join(root, "cache", "other");
	await lastBuildMemory(options({ file, ...change() })).remember(build);
	expect(existsSync(file)).toBe(false);
});

test.each([
	["the next scheduled change is due", until],
	["the clock was set back", asIsoDateTime("2026-11-22T07:00:00+07:00")],
])("the last build is not valid if %s", async (_, now) => {
	await remembered();
	expect(await lastBuildMemory(options()).find(now)).toBeUndefined();
});

test.each<[string, () => void]>([
	["a file has other bytes", () => writeFileSync(join(content, "site.yml"), "name: Báo")],
	["a file was added", () => writeFileSync(join(content, "new.yml"), "name: Mới")],
	["another site was published", () => publish("{} ")],
	["the published site is gone", () => rmSync(join(root, "_site"))],
	["the record is damaged", () => writeFileSync(join(root, "cache", "last-build"), "0000\n{}")],
])("the last build is not valid if %s", async (_, change) => {
	rmSync(content, { recursive: true, force: true });
	await remembered();
	change();
	expect(await lastBuildMemory(options()).find(from)).toBeUndefined();
});

test("its folders stay known while its site is the published one, whatever else has changed", async () => {
	await remembered();
	writeFileSync(join(content, "site.yml"), "name: Báo");
	expect(await lastBuildMemory(options()).currentFolders()).toEqual(new Map([["/pagefind/2025/", "2025-x"]]));
	publish("{} ");
	expect(await lastBuildMemory(options()).currentFolders()).toBeUndefined();
});

test("the last build is not valid if search has been turned off since", async () => {
	await remembered();
	expect(await lastBuildMemory(options({ search: false })).find(from)).toBeUndefined();
});
