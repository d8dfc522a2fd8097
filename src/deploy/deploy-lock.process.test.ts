import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DeployLock, LockHeldError } from "./deploy-lock.ts";

let directory = "";
let file = "";
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "deploy-lock-"));
	file = join(directory, "lock");
});
afterEach(() => rmSync(directory, { recursive: true }));

const take = () => DeployLock.take(file, Date.now);

describe("DeployLock", () => {
	test("is held by one at a time", async () => {
		const lock = await take();
		await expect(take()).rejects.toThrow(LockHeldError);
		await lock.release();
		await (await take()).release();
		expect(readdirSync(directory)).toEqual([]);
	});

	test("outlives its holder while a process that it started is at work", async () => {
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

	test("can be read at every moment, so that a holder killed while it renews it is told from others", async () => {
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

	test("of another machine is held until that has been silent for ten minutes", async () => {
		writeFileSync(file, JSON.stringify({ host: "elsewhere.example", processes: [{ id: 1, started: "" }] }));
		await expect(take()).rejects.toThrow(LockHeldError);
		const before = Date.now() / 1000 - 601;
		utimesSync(file, before, before);
		await (await take()).release();
	});

	test("that cannot be read is held until it is old", async () => {
		writeFileSync(file, "{");
		await expect(take()).rejects.toThrow(LockHeldError);
	});

	test("of a dead holder is taken by one of many", async () => {
		writeFileSync(file, "");
		utimesSync(file, 0, 0);
		const script = `
			import { DeployLock } from "./src/deploy/deploy-lock.ts";
			try { await DeployLock.take(process.argv[1], Date.now); console.log("held"); setTimeout(() => {}, 60000); }
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
