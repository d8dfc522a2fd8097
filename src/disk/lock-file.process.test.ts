import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LockFile, LockHeldError } from "./lock-file.ts";

let directory = "";
let file = "";
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "lock-file-"));
	file = join(directory, "lock");
});
afterEach(() => rmSync(directory, { recursive: true }));

const take = () => LockFile.take(file);

describe("LockFile", () => {
	test("is held by one at a time", async () => {
		const lock = await take();
		await expect(take()).rejects.toThrow(LockHeldError);
		await lock.release();
		await (await take()).release();
		expect(readdirSync(directory)).toEqual([]);
	});

	test("is held after its holder's end while a process that it started is running", async () => {
		const child = spawn("sleep", ["60"]);
		const lock = await take();
		await lock.include(child.pid ?? 0);
		const held = JSON.parse(readFileSync(file, "utf8"));
		const over = { id: process.pid, started: "another time" };
		writeFileSync(file, JSON.stringify({ ...held, processes: [over, held.processes[1]] }));
		await expect(take()).rejects.toThrow(LockHeldError);
		child.kill("SIGKILL");
		await once(child, "exit");
		await (await take()).release();
		await lock.release();
	});

	test("can be read at every moment, so that a holder killed during a renewal is recognised", async () => {
		const lock = await take();
		let isDone = false;
		const renewing = (async () => {
			for (let times = 0; times < 300; times++) await lock.include(process.pid);
			isDone = true;
		})();
		const unreadable: string[] = [];
		while (!isDone) {
			const text = await readFile(file, "utf8");
			if (!text.endsWith("}")) unreadable.push(text);
		}
		await renewing;
		expect(unreadable).toEqual([]);
		await lock.release();
	});

	test("of another machine is held until it has not been renewed for ten minutes", async () => {
		writeFileSync(file, JSON.stringify({ host: "elsewhere.example", processes: [{ id: 1, started: "" }] }));
		await expect(take()).rejects.toThrow(LockHeldError);
		const before = Date.now() / 1000 - 601;
		utimesSync(file, before, before);
		await (await take()).release();
	});

	test("that is unreadable is held until it is old", async () => {
		writeFileSync(file, "{");
		await expect(take()).rejects.toThrow(LockHeldError);
	});

	test("of a process whose id now belongs to another one can be taken", async () => {
		const parent = { host: hostname(), processes: [{ id: process.ppid, started: "1" }] };
		writeFileSync(file, JSON.stringify(parent));
		const lock = await take();
		expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ processes: [{ id: process.pid }] });
		await lock.release();
	});

	test("names its file and its holder when it is refused", async () => {
		const lock = await take();
		const refusal = await take().catch((error: unknown) => error);
		expect(refusal).toMatchObject({ file, holder: { host: hostname(), processes: [{ id: process.pid }] } });
		await lock.release();
	});

	test.each(["SIGTERM", "SIGINT"] as const)(
		"is removed after %s, which still ends the process",
		async (signal) => {
			const script = `
			import { LockFile } from "./src/disk/lock-file.ts";
			await LockFile.take(process.argv[1]); console.log("held"); setTimeout(() => {}, 60000);`;
			const child = spawn(process.execPath, [
				...["--import", "tsx/esm", "--input-type=module", "-e", script, file],
			]);
			await once(child.stdout, "data");
			expect(readdirSync(directory)).toEqual(["lock"]);
			child.kill(signal);
			expect(await once(child, "exit")).toEqual([null, signal]);
			expect(readdirSync(directory)).toEqual([]);
		},
	);

	test("of a dead holder is taken by only one of many", async () => {
		writeFileSync(file, "");
		utimesSync(file, 0, 0);
		const script = `
			import { LockFile } from "./src/disk/lock-file.ts";
			try { await LockFile.take(process.argv[1]); console.log("held"); setTimeout(() => {}, 60000); }
			catch { console.log("refused"); }`;
		const options = ["--import", "tsx/esm", "--input-type=module", "-e", script, file];
		const children = Array.from({ length: 4 }, () => spawn(process.execPath, options));
		const words = await Promise.all(
			children.map(async ({ stdout }) => String((await once(stdout, "data"))[0])),
		);
		for (const child of children) child.kill("SIGKILL");
		expect(words.map((word) => word.trim()).sort()).toEqual(["held", "refused", "refused", "refused"]);
	});
});
