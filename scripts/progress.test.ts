import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { createReporter } from "./progress.ts";

function record(isTTY: boolean) {
	const told = { out: "", progress: "", time: 0 };
	const progress = Object.assign(
		new Writable({
			write(data, _encoding, done) {
				told.progress += data;
				done();
			},
		}),
		{ isTTY, cursorTo: () => true, moveCursor: () => true, clearLine: () => true, columns: 80 },
	);
	const out = {
		write: (text: string) => {
			told.out += text;
		},
	};
	return { told, reporter: createReporter({ out, progress, clock: () => told.time }) };
}

describe("createReporter", () => {
	test("writes a line every few seconds if there is no terminal", () => {
		const { told, reporter } = record(false);
		reporter.start("Nhập bài", 5000);
		for (let second = 0; second < 10; second++) {
			told.time = second * 1000;
			reporter.advance(500);
		}
		reporter.done();
		expect(told.progress.split("\n")).toEqual([
			"Nhập bài: 2.000/5.000",
			"Nhập bài: 3.500/5.000",
			"Nhập bài: 5.000/5.000",
			"Nhập bài: 5.000, xong sau 9,0 giây",
			"",
		]);
	});

	test("counts up if the total is unknown", () => {
		const { told, reporter } = record(false);
		reporter.start("Nhập bài", 0);
		told.time = 4000;
		reporter.advance();
		expect(told.progress).toBe("Nhập bài: 1\n");
	});

	test.each([false, true])(
		"ends with the number of what was done where only its share was known; on a terminal: %s",
		(isTTY) => {
			const { told, reporter } = record(isTTY);
			reporter.start("Nhập bài", 0);
			told.time = 4000;
			reporter.advance(920, 0.368);
			reporter.advance(1580);
			reporter.done();
			if (isTTY) expect(told.progress).toMatch(/Nhập bài \[=+\] 2500 \|/);
			else expect(told.progress).toBe("Nhập bài: 920 (36 %)\nNhập bài: 2.500, xong sau 4,0 giây\n");
		},
	);

	test("ends the current step when the next begins", () => {
		const { told, reporter } = record(false);
		reporter.start("Một", 1);
		reporter.start("Hai", 1);
		reporter.summary("Hết.");
		reporter.done();
		expect(told).toMatchObject({
			progress: "Một: xong sau 0,0 giây\nHai: xong sau 0,0 giây\n",
			out: "Hết.\n",
		});
	});

	test.each([false, true])("shows steps that run at the same time; on a terminal: %s", (isTTY) => {
		const { told, reporter } = record(isTTY);
		const beside = reporter.beside();
		reporter.start("Một", 100);
		beside.start("Hai", 10);
		told.time = 4000;
		reporter.advance(60);
		beside.advance(3);
		reporter.done();
		told.time = 9000;
		beside.advance(3);
		reporter.summary("Hết.");
		if (isTTY) expect(told.progress).toMatch(/Một \[.*60\/100[\s\S]*Hai \[.*6\/10/);
		else
			expect(told.progress.split("\n")).toEqual([
				"Một: 60/100",
				"Hai: 3/10",
				"Một: 60, xong sau 4,0 giây",
				"Hai: 6/10",
				"Hai: 6, xong sau 9,0 giây",
				"",
			]);
		expect(told.out).toBe("Hết.\n");
	});

	test("draws a bar on a terminal and prints the result separately", () => {
		const { told, reporter } = record(true);
		reporter.start("Nhập bài", 2);
		reporter.advance(2);
		reporter.summary("Hết.");
		expect(told.progress).toContain("Nhập bài [");
		expect(told.out).toBe("Hết.\n");
	});
});
