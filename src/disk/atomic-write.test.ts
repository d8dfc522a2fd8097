import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeFolderAtomically, removeUnfinished, replaceFile, writeFileAtomically } from "./atomic-write.ts";

let directory = "";
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "atomic-write-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe("writeFileAtomically", () => {
	test("creates missing folders and leaves no other files behind", async () => {
		await writeFileAtomically(join(directory, "a", "b", "c.txt"), "Chào");
		expect(readdirSync(directory, { recursive: true }).sort()).toEqual(["a", "a/b", "a/b/c.txt"]);
		expect(readFileSync(join(directory, "a", "b", "c.txt"), "utf8")).toBe("Chào");
	});

	test("accepts a name as long as the file system allows", async () => {
		const file = join(directory, "x".repeat(255));
		await writeFileAtomically(file, "1");
		await writeFileAtomically(file, "2");
		expect(readFileSync(file, "utf8")).toBe("2");
	});

	test("leaves one complete text if many write at the same time", async () => {
		const file = join(directory, "f");
		const texts = Array.from({ length: 20 }, (_, at) => String(at).repeat(100_000));
		await Promise.all(texts.map((text) => writeFileAtomically(file, text)));
		expect(texts).toContain(readFileSync(file, "utf8"));
		expect(readdirSync(directory)).toEqual(["f"]);
	});

	test("leaves the file unchanged if it fails", async () => {
		const file = join(directory, "f");
		writeFileSync(file, "before");
		await expect(
			replaceFile(file, async (unfinished) => {
				await writeFile(unfinished, "half");
				throw new Error("full");
			}),
		).rejects.toThrow("full");
		expect(readFileSync(file, "utf8")).toBe("before");
		expect(readdirSync(directory)).toEqual(["f"]);
	});
});

describe("makeFolderAtomically", () => {
	const folder = () => join(directory, "made");

	test("replaces a folder with its whole content", async () => {
		mkdirSync(folder());
		writeFileSync(join(folder(), "old"), "");
		await makeFolderAtomically(folder(), (unfinished) => writeFile(join(unfinished, "new"), ""));
		expect(readdirSync(directory, { recursive: true }).sort()).toEqual(["made", "made/new"]);
	});

	test("shows nothing of a folder whose making fails", async () => {
		const making = makeFolderAtomically(folder(), async (unfinished) => {
			await writeFile(join(unfinished, "half"), "");
			expect(existsSync(folder())).toBe(false);
			throw new Error("full");
		});
		await expect(making).rejects.toThrow("full");
		expect(readdirSync(directory)).toEqual([]);
	});

	test("leaves one complete folder if several make it at the same time", async () => {
		await Promise.all(
			["1", "2", "3"].map((text) =>
				makeFolderAtomically(folder(), async (unfinished) => {
					await writeFile(join(unfinished, "a"), text);
					await writeFile(join(unfinished, "b"), text);
				}),
			),
		);
		expect(readdirSync(directory)).toEqual(["made"]);
		expect(readFileSync(join(folder(), "a"), "utf8")).toBe(readFileSync(join(folder(), "b"), "utf8"));
	});
});

describe("removeUnfinished", () => {
	/** Larger than the largest id of a process, so that none has it. */
	const dead = 2 ** 30;
	const put = (...paths: string[]) => {
		for (const path of paths) {
			mkdirSync(join(directory, path, ".."), { recursive: true });
			writeFileSync(join(directory, path), "");
		}
	};
	const files = () =>
		readdirSync(directory, { recursive: true, withFileTypes: true }).flatMap((entry) =>
			entry.isFile() ? [join(entry.parentPath, entry.name).slice(directory.length + 1)] : [],
		);

	test("removes files and folders of ended processes, at any depth", async () => {
		put(`.${dead}-1.part`, `a/b/.${dead}-23.part`, `a/.${dead}-2.part/half/x`, "a/b/c");
		await removeUnfinished(directory);
		expect(files()).toEqual(["a/b/c"]);
		expect(readdirSync(join(directory, "a"))).toEqual(["b"]);
	});

	test("leaves what living processes write, other names and other programs' folders", async () => {
		const names = [
			`.${process.ppid}-1.part`,
			`.${process.pid}-1.part`,
			`${dead}-1.part`,
			`.${dead}-1.part.md`,
			`.${dead}.part`,
			`.${dead}-x.part`,
			`.git/.${dead}-1.part`,
			`node_modules/.${dead}-1.part`,
		];
		put(...names);
		await removeUnfinished(directory);
		expect(files().sort()).toEqual(names.sort());
	});

	test("removes what an earlier process with this process's id left", async () => {
		const name = `.${process.pid}-1.part`;
		put(name);
		utimesSync(join(directory, name), 1, 1);
		await removeUnfinished(directory);
		expect(files()).toEqual([]);
	});

	test("does nothing where there is no folder", async () => {
		await removeUnfinished(join(directory, "missing"));
		expect(files()).toEqual([]);
	});
});
