import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/fixture.ts";
import { createWorkers } from "./workers.ts";

test("if a task fails, running tasks are awaited and no more are started", async () => {
	const directory = temporaryFolder();
	const files = Array.from({ length: 2000 }, (_, number) => `tags/tag-${number}.yml`);
	mkdirSync(join(directory, "tags"));
	for (const file of files) writeFileSync(join(directory, file), "name: Dân vận khéo\n");
	const given: number[] = [];
	const done: number[] = [];
	const reading = [[], files, files].map((wanted, number) => () => {
		given.push(number);
		return { kind: "read" as const, directory, files: wanted };
	});
	const workers = createWorkers(2);
	const take = (_: unknown, task: number) => {
		if (task === 0) throw new Error("not as it was wanted");
		done.push(task);
	};
	await expect(workers.run(reading, take)).rejects.toThrow("not as it was wanted");
	expect(given).toEqual([0, 1]);
	expect(done).toEqual([1]);
	await workers.close();
});
