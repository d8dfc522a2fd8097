import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { Journal, readJournal } from "./journal.ts";

describe("a journal", () => {
	let path = "";
	beforeEach(() => {
		const folder = mkdtempSync(join(tmpdir(), "tintinh-journal-"));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		path = join(folder, "journal");
	});

	test("has its entries when it is read again, in their order", async () => {
		const journal = await Journal.start(path, 1_000, 0);
		expect(await readJournal(path)).toEqual([]);
		for (const number of [1, 2, 3])
			expect(await journal.append({ number, text: `bài ${number}` })).toBe(true);
		await journal.close();
		expect(await readJournal(path)).toEqual([1, 2, 3].map((number) => ({ number, text: `bài ${number}` })));
	});

	test("leaves out an entry that was half-written", async () => {
		const journal = await Journal.start(path, 1_000, 0);
		await journal.append({ number: 1, text: "one" });
		await journal.append({ number: 2, text: "two" });
		await journal.close();
		const bytes = readFileSync(`${path}-0`);
		bytes.fill(0, bytes.indexOf("two") + 1);
		writeFileSync(`${path}-0`, bytes);
		expect(await readJournal(path)).toEqual([{ number: 1, text: "one" }]);
	});

	test("writes over entries that were released, and over no others", async () => {
		const journal = await Journal.start(path, 64, 0);
		const append = (number: number) => journal.append({ number, text: "x".repeat(20) });
		expect([await append(1), await append(2), await append(3), await append(4)]).toEqual([
			true,
			true,
			true,
			true,
		]);
		expect(await append(5)).toBe(false);
		journal.release(1);
		expect(await append(5)).toBe(false);
		journal.release(2);
		expect(await append(5)).toBe(true);
		await journal.close();
		const numbers = (await readJournal(path)).map(({ number }) => number);
		expect(numbers.filter((number) => number > 2)).toEqual([3, 4, 5]);
	});

	test("takes no entry that is longer than a file", async () => {
		const journal = await Journal.start(path, 64, 0);
		expect(await journal.append({ number: 1, text: "x".repeat(64) })).toBe(false);
		await journal.remove();
		expect(readdirSync(join(path, ".."))).toEqual([]);
	});

	test("begins empty in the place of another", async () => {
		const before = await Journal.start(path, 1_000, 0);
		await before.append({ number: 1, text: "one" });
		await before.close();
		const journal = await Journal.start(path, 1_000, 1);
		expect(await readJournal(path)).toEqual([]);
		await journal.close();
	});
});
