import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asUrlPath } from "../../model/ids.ts";
import { CachedFolders, makeFolder as makeCachedFolder, writeDigests } from "./cached-folders.ts";

let directory: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "cached-folders-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const address = asUrlPath("/pagefind/2025/");
const folder = { address, root: address, name: "2025-x" };
const digests = { "index/a.bin": "a".repeat(64), "b.js": "b".repeat(64) };

async function makeFolder(): Promise<void> {
	mkdirSync(join(directory, folder.name));
	await writeDigests(join(directory, folder.name), digests);
}

test("a finished folder lists its files, each with its digest and the folder that must be made again if it is damaged", async () => {
	await makeFolder();
	const cached = new CachedFolders(directory, new Map());
	expect(await cached.has(folder)).toBe(true);
	const path = join(directory, folder.name);
	expect(await cached.filesToCopy([folder])).toEqual(
		Object.entries(digests).map(([file, sha256]) => ({
			address: address + file,
			source: join(path, file),
			identity: sha256,
			cached: { sha256, folder: path },
		})),
	);
});

test("a folder that the published site contains is not read", async () => {
	const cached = new CachedFolders(directory, new Map([[address, folder.name]]));
	expect(await cached.has(folder)).toBe(true);
	await makeFolder();
	expect(await cached.filesToCopy([folder])).toEqual([]);
	expect(await cached.has({ ...folder, name: "2025-y" })).toBe(false);
});

test("a folder whose digests were changed by hand is removed", async () => {
	await makeFolder();
	writeFileSync(join(directory, folder.name, "digests.json"), "00000000\n{}");
	expect(await new CachedFolders(directory, new Map()).has(folder)).toBe(false);
	expect(existsSync(join(directory, folder.name))).toBe(false);
});

test("folders that are no longer needed are removed", async () => {
	await makeFolder();
	mkdirSync(join(directory, "2024-old"));
	await new CachedFolders(directory, new Map()).removeOthers([folder.name]);
	expect(existsSync(join(directory, folder.name))).toBe(true);
	expect(existsSync(join(directory, "2024-old"))).toBe(false);
});

test("a folder is made with the digests of its files, and an unfinished one does not appear", async () => {
	const path = join(directory, folder.name);
	await makeCachedFolder(path, async (unfinished, onFile) => {
		expect(existsSync(path)).toBe(false);
		for (const name of ["b.js", "a.bin", "c.css"]) {
			writeFileSync(join(unfinished, name), name);
			onFile(name, Buffer.from(name));
		}
	});
	const cached = new CachedFolders(directory, undefined);
	expect(await cached.has(folder)).toBe(true);
	expect((await cached.filesToCopy([folder])).map(({ address, identity }) => [address, identity])).toEqual(
		["a.bin", "b.js", "c.css"].map((name) => [
			address + name,
			createHash("sha256").update(name).digest("hex"),
		]),
	);
	rmSync(directory, { recursive: true });
	await new CachedFolders(directory, undefined).removeOthers([]);
});
