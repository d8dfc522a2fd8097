import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeFolderAtomically, replaceFile, writeFileAtomically } from "./atomic-write.ts";

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
