import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asUrlPath } from "../../model/ids.ts";
import { type Archive, openPlanMemory, type Remembered } from "./plan-memory.ts";

let directory = "";
let file = "";
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "plan-memory-"));
	file = join(directory, "plan");
});
afterEach(() => rmSync(directory, { recursive: true }));

const keysOf = (letters: string) => [...letters].map((letter) => letter.repeat(22));
const archive = (letters: string, base = "base"): Archive => ({ base, keys: keysOf(letters) });
const folder = (through: number): Remembered => ({ address: asUrlPath("/2026/07/"), through });
const page = (through?: number): Remembered => ({
	address: asUrlPath("/2026/07/a.html"),
	...(through === undefined ? {} : { through }),
});

/** Digests that count how often they are computed. */
function digests(inputs: string, made: string) {
	const asked = { inputs: 0, made: 0 };
	return {
		asked,
		inputs: () => {
			asked.inputs += 1;
			return inputs.padEnd(22, "_");
		},
		made: () => {
			asked.made += 1;
			return made.padEnd(22, "_");
		},
	};
}

/** A build that plans one folder with one page. */
async function build(letters: string, folder: Remembered, page: Remembered): Promise<void> {
	const memory = await openPlanMemory(file, archive(letters));
	memory.recall(page, digests("in", "out"), folder);
	await memory.save();
}

describe("a folder", () => {
	test.each<[string, string, string, number, boolean]>([
		["articles came after its last one", "abcd", "abcde", 2, true],
		["the article after its last one changed", "abcd", "abcx", 2, true],
		["its last article changed", "abcd", "abxd", 2, false],
		["an article before changed", "abcd", "xbcd", 2, false],
		["an article was removed before", "abcd", "acd", 2, false],
	])("is judged where %s", async (_, before, after, through, isUnchanged) => {
		await build(before, folder(through), page(through));
		const memory = await openPlanMemory(file, archive(after));
		expect(memory.isUnchanged(folder(through))).toBe(isUnchanged);
	});

	test("has changed if an article after the unchanged ones has left it", async () => {
		await build("abcd", folder(3), page(3));
		expect((await openPlanMemory(file, archive("abcx"))).isUnchanged(folder(1))).toBe(false);
	});

	test("has changed if anything else that its pages depend on has changed, or if nothing is known of it", async () => {
		expect((await openPlanMemory(file, archive("abcd"))).isUnchanged(folder(1))).toBe(false);
		await build("abcd", folder(1), page(1));
		expect((await openPlanMemory(file, archive("abcd", "other"))).isUnchanged(folder(1))).toBe(false);
	});

	test("that is reused stays known to the next build", async () => {
		await build("ab", folder(1), page(1));
		const second = await openPlanMemory(file, archive("abc"));
		second.reuse(folder(1));
		await second.save();
		const third = await openPlanMemory(file, archive("abcd"));
		expect(third.isUnchanged(folder(1))).toBe(true);
		const never = digests("", "");
		expect(third.recall(page(1), never, folder(1))).toBe("out".padEnd(22, "_"));
		expect(never.asked).toEqual({ inputs: 0, made: 0 });
	});
});

describe("a page", () => {
	test("with the same inputs has the remembered digest", async () => {
		await build("ab", folder(1), page());
		const same = digests("in", "never");
		const memory = await openPlanMemory(file, archive("xy"));
		expect(memory.recall(page(), same, folder(1))).toBe("out".padEnd(22, "_"));
		expect(same.asked).toEqual({ inputs: 1, made: 0 });
	});

	test("with different inputs makes its view", async () => {
		await build("ab", folder(1), page());
		const memory = await openPlanMemory(file, archive("ab"));
		expect(memory.recall(page(), digests("other", "new"), folder(1))).toBe("new".padEnd(22, "_"));
	});
});

test("an unchanged memory is not written, and a damaged file is ignored", async () => {
	await build("ab", folder(1), page(1));
	const { ino } = statSync(file);
	await build("ab", folder(1), page(1));
	expect(statSync(file).ino).toBe(ino);
	writeFileSync(file, readFileSync(file, "utf8").replace("out", "oat"));
	expect((await openPlanMemory(file, archive("abc"))).isUnchanged(folder(1))).toBe(false);
});

/** What a build with one page in each folder would write. */
async function planned(
	letters: string,
	base: string,
	pages: Readonly<Record<string, string>>,
): Promise<void> {
	const memory = await openPlanMemory(file, archive(letters, base));
	for (const [address, made] of Object.entries(pages)) {
		memory.recall({ address: asUrlPath(`${address}a.html`) }, digests(made, made), {
			address: asUrlPath(address),
			through: 9,
		});
	}
	await memory.save();
}

test.each<[string, string, string, Record<string, string>, boolean]>([
	["nothing", "ab", "base", { "/1/": "x", "/2/": "y" }, false],
	["the settings", "ab", "other", { "/1/": "x", "/2/": "y" }, true],
	["an article", "ac", "base", { "/1/": "x", "/2/": "y" }, true],
	["a page of one folder among several", "ab", "base", { "/1/": "x", "/2/": "z" }, true],
	["a folder that is gone", "ab", "base", { "/1/": "x" }, true],
	["a folder that is new", "ab", "base", { "/1/": "x", "/2/": "y", "/3/": "z" }, true],
])("what differs is written: %s", async (_, letters, base, pages, isWritten) => {
	await planned("ab", "base", { "/1/": "x", "/2/": "y" });
	const before = statSync(file).ino;
	await planned(letters, base, pages);
	expect(statSync(file).ino !== before).toBe(isWritten);
	const { ino } = statSync(file);
	await planned(letters, base, pages);
	expect(statSync(file).ino).toBe(ino);
});

test("a page computes its inputs if it depends on a changed article now or did so before", async () => {
	for (const [before, after] of [
		[1, 3],
		[3, 1],
	] as const) {
		rmSync(file, { force: true });
		await build("abcd", folder(3), page(before));
		const memory = await openPlanMemory(file, archive("abcx"));
		const asked = digests("other", "new");
		expect(memory.recall(page(after), asked, folder(3))).toBe("new".padEnd(22, "_"));
		expect(asked.asked).toEqual({ inputs: 1, made: 1 });
	}
});
