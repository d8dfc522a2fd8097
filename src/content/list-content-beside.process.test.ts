import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { contentFiles } from "./content-files.ts";
import { listContent, toInventory } from "./list-content.ts";
import { listContentBeside } from "./list-content-beside.ts";

const root = mkdtempSync(join(tmpdir(), "list-content-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("a listing from another process equals one made here", async () => {
	const content = join(root, "content");
	mkdirSync(join(content, "articles/2026/11"), { recursive: true });
	for (const path of ["site.yml", "articles/2026/11/22-tin.md", "articles/2026/11/Ảnh 1.JPG"]) {
		writeFileSync(join(content, path), path);
	}
	symlinkSync("/", join(content, "elsewhere"));
	const [here, beside] = [listContent(content), await listContentBeside(content)];
	expect(beside?.files.paths).toEqual(here?.files.paths);
	expect(beside?.problems).toEqual(here?.problems);
	expect(beside?.problems).toHaveLength(1);
	expect(beside?.digest()).toBe(here?.digest());
	expect(beside?.files.namesIn("articles/2026/11")).toEqual(here?.files.namesIn("articles/2026/11"));
	for (const path of [...(here?.files.paths ?? []), "absent.md"]) {
		expect(beside?.identityOf(path)).toBe(here?.identityOf(path));
	}
});

test.each([
	["there is none", "absent", undefined],
	["it is empty", "empty", []],
])("a folder is reported if %s", async (_, name, paths) => {
	if (paths) mkdirSync(join(root, name));
	expect((await listContentBeside(join(root, name)))?.files.paths).toEqual(paths);
});

test.each([
	["all files can be told from others", ["1", "2"], true],
	["the first cannot", [undefined, "2"], false],
	["the last cannot", ["1", undefined], false],
])("there is a digest if %s: %s", (_, identities, isThere) => {
	const paths = ["a.md", "b.md"];
	const identityOf = (path: string) => identities[paths.indexOf(path)];
	const listing = { files: contentFiles(root, paths), problems: [], identityOf, digest: () => undefined };
	expect(toInventory(listing).digest !== undefined).toBe(isThere);
});
