import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openReadCache } from "./read-cache.ts";

let directory: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "read-cache-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const paths = ["site.yml", "articles/2025/12/31-cũ.md", "articles/2026/01/01-mới.md"];

function open(identityOf = (path: string): string | undefined => `1 ${path.length}`, version = "a") {
	const { find, ...cache } = openReadCache({ directory, version });
	return { ...cache, find: (path: string) => find(path, identityOf(path)) };
}

/**
 * Looks up every path and stores what is missing.
 * @returns what was found
 */
async function visit(cache: ReturnType<typeof open>, wanted = paths): Promise<(string | undefined)[]> {
	const found = wanted.map((path) => {
		const document = cache.find(path);
		if (!document) {
			cache.keep(path, { head: JSON.stringify({ path }), rest: JSON.stringify(`còn lại của ${path}`) });
		}
		return document && `${JSON.stringify(document.head)} ${document.rest()}`;
	});
	await cache.save();
	return found;
}

const everything = paths.map((path) => `${JSON.stringify({ path })} còn lại của ${path}`);
const nothing = paths.map(() => undefined);

describe("the read cache", () => {
	test("finds the entries of unchanged files", async () => {
		expect(await visit(open())).toEqual(nothing);
		expect(await visit(open())).toEqual(everything);
	});

	test("finds entries in any order", async () => {
		await visit(open());
		const order = ["articles/2026/01/01-mới.md", "site.yml", "articles/2026/01/02-nữa.md"];
		await visit(open(), [...paths, "articles/2026/01/02-nữa.md", "articles/2026/01/00-trước.md"]);
		const cache = open();
		const heads = [...order, ...order].map((path) => cache.find(path)?.head);
		expect(heads).toEqual([...order, ...order].map((path) => ({ path })));
	});

	test("has no entry for a changed file, nor entries of another version", async () => {
		await visit(open());
		const identityOf = (path: string) => (path.includes("2026") ? "2" : `1 ${path.length}`);
		expect(await visit(open(identityOf))).toEqual([everything[0], everything[1], undefined]);
		expect(await visit(open(identityOf, "b"))).toEqual(nothing);
	});

	test("stores nothing of a file without an identity", async () => {
		await visit(open(() => undefined));
		expect(await visit(open(() => undefined))).toEqual(nothing);
		expect(readdirSync(directory)).toEqual([]);
	});

	test("writes only the volume of the changed year, and drops one whose files are gone", async () => {
		await visit(open());
		expect(readdirSync(directory).sort()).toEqual(["2025", "2026", "others"]);
		const written = statSync(join(directory, "2025")).ino;
		await visit(open(), [...paths, "articles/2026/01/02-nữa.md"]);
		expect(statSync(join(directory, "2025")).ino).toBe(written);
		await visit(open(), ["site.yml"]);
		expect(readdirSync(directory)).toEqual(["others"]);
	});

	test("ignores a volume that cannot be read", async () => {
		await visit(open());
		rmSync(join(directory, "2026"));
		mkdirSync(join(directory, "2026"));
		expect(paths.map((path) => open().find(path) !== undefined)).toEqual([true, true, false]);
	});

	test.each<[string, (bytes: Buffer) => Buffer]>([
		["cut short", (bytes) => bytes.subarray(0, bytes.length - 20)],
		["empty", () => Buffer.alloc(0)],
		["changed by hand", (bytes) => Buffer.from(bytes.toString().replace("mới", "lạ"))],
	])("believes nothing of a volume that is %s", async (_, damage) => {
		await visit(open());
		const volume = join(directory, "2026");
		writeFileSync(volume, damage(readFileSync(volume)));
		expect(await visit(open())).toEqual([everything[0], everything[1], undefined]);
		expect(await visit(open())).toEqual(everything);
	});
});
