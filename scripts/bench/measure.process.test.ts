import { describe, expect, test } from "vitest";
import { CommandError } from "../command.ts";
import { measure, readStat, TimeLimitError } from "./measure.ts";

/** Uses the processor for 0.4 s. User and system time are added up, as Linux only estimates how they divide. */
const busy = `const used = () => Object.values(process.cpuUsage()).reduce((a, b) => a + b);
	for (const end = used() + 400_000; used() < end; ) for (let i = 0; i < 1e6; i++);`;

if (process.platform === "linux") {
	describe("measure", () => {
		test("counts the work of a grandchild, even if nobody waited for it", async () => {
			const grandchild = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(busy)}])`;
			const waiting = await measure(process.execPath, ["-e", grandchild]);
			expect(waiting.cpu).toBeGreaterThan(0.35);
			expect(waiting.wall).toBeGreaterThan(0.35);
			// It exits while its child still runs. By then the child has done its work and has been measured.
			const resting = JSON.stringify(`${busy} console.log("done"); setTimeout(() => {}, 60_000);`);
			const leaving = await measure(process.execPath, [
				"-e",
				`const child = require("node:child_process").spawn(process.execPath, ["-e", ${resting}]);
				child.stdout.once("data", () => setTimeout(() => { child.kill(); process.exit(); }, 500));`,
			]);
			expect(leaving.cpu).toBeGreaterThan(0.35);
		}, 30_000);

		test("reports the memory of the largest process", async () => {
			const { peakMemory } = await measure(process.execPath, [
				"-e",
				"globalThis.kept = Buffer.alloc(300e6, 1); setTimeout(() => {}, 400)",
			]);
			expect(peakMemory).toBeGreaterThan(300e6);
		});

		test("reports the output of a failed command", async () => {
			const failed = measure(process.execPath, ["-e", "console.error('no content'); process.exit(3)"]);
			await expect(failed).rejects.toThrow(CommandError);
			await expect(failed).rejects.toThrow("no content");
		});

		test("ends a command that takes too long", async () => {
			const slow = measure(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"], { limit: 0.3 });
			await expect(slow).rejects.toThrow(TimeLimitError);
		});
	});
} else {
	test("measure says that it needs Linux", async () => {
		await expect(measure(process.execPath, ["-e", ""])).rejects.toThrow("Linux");
	});
}

test("readStat finds the times after a name with spaces and brackets", () => {
	const numbers = Array.from({ length: 49 }, (_, index) => index + 4);
	expect(readStat(`12 (a b) c) S ${numbers.join(" ")}`)).toEqual({
		session: 6,
		ticks: 14 + 15,
		waitedForTicks: 16 + 17,
	});
});
