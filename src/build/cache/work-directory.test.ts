import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withWorkDirectory } from "./work-directory.ts";

let root: string;
let cache: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "work-directory-"));
	cache = join(root, "a", "cache");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("a build has a folder of its own, which is removed afterwards, even after an error", async () => {
	const seen: string[] = [];
	const use = async (directory: string) => {
		seen.push(directory);
		writeFileSync(join(directory, "file"), "");
		return "result";
	};
	expect(await withWorkDirectory(cache, use)).toBe("result");
	await expect(
		withWorkDirectory(cache, async (directory) => {
			await use(directory);
			throw new Error("stopped");
		}),
	).rejects.toThrow("stopped");
	expect(new Set(seen).size).toBe(2);
	expect(seen.map((directory) => existsSync(directory))).toEqual([false, false]);
});

test("only folders of builds that were killed more than a day ago are removed", async () => {
	const hour = 3600;
	const ages = { "work-old": 25, "work-new": 23, "images-old": 25, "old-work-": 25 };
	for (const [name, hours] of Object.entries(ages)) {
		mkdirSync(join(cache, name), { recursive: true });
		writeFileSync(join(cache, name, "file"), "");
		const time = Date.now() / 1000 - hours * hour;
		utimesSync(join(cache, name), time, time);
	}
	await withWorkDirectory(cache, async () => {});
	const left = Object.keys(ages).filter((name) => existsSync(join(cache, name)));
	expect(left).toEqual(["work-new", "images-old", "old-work-"]);
});
