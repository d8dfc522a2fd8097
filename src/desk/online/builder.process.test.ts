import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/fixture.ts";
import { startSpare } from "./builder.ts";

describe("a spare process", () => {
	const started: ChildProcess[] = [];
	let file: string;

	beforeEach(() => {
		started.length = 0;
		file = join(temporaryFolder(), "waits.js");
		writeFileSync(file, "process.on('message', () => {});\n");
	});

	function start(): ChildProcess {
		const made = fork(file);
		started.push(made);
		return made;
	}

	test("is started at once and taken first; later ones are started when they are needed", async () => {
		const spare = startSpare(start);
		expect(started).toHaveLength(1);
		expect(spare.take()).toBe(started[0]);
		expect(spare.take()).toBe(started[1]);
		spare.close();
		expect(started.map(({ killed }) => killed)).toEqual([false, false]);
		for (const each of started) each.kill();
	});

	test("ends if nobody takes it, and is not given away once it has ended", async () => {
		const spare = startSpare(start);
		started[0]?.kill();
		await once(started[0] as ChildProcess, "exit");
		expect(spare.take()).toBe(started[1]);
		started[1]?.kill();

		startSpare(start).close();
		expect(await once(started[2] as ChildProcess, "exit")).toEqual([null, "SIGTERM"]);
	});
});
