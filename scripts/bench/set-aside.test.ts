import { access, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setAside } from "./set-aside.ts";

let directory: string;

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "set-aside-"));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

test("a discarded folder is moved away at once and deleted at the end", async () => {
	const aside = join(directory, "aside");
	const { discard, remove } = setAside(aside);
	const site = join(directory, "site");
	for (const text of ["first", "second"]) {
		await mkdir(site);
		await writeFile(join(site, "index.html"), text);
		await discard(site);
		await expect(access(site)).rejects.toThrow("ENOENT");
	}
	expect(await readdir(aside)).toHaveLength(2);
	await remove();
	expect(await readdir(directory)).toEqual([]);
});

test("a missing folder need not be discarded", async () => {
	const { discard, remove } = setAside(join(directory, "aside"));
	await discard(join(directory, "site"));
	await remove();
	expect(await readdir(directory)).toEqual([]);
});
