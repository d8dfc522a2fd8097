import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Progress } from "../../src/model/progress.ts";
import { makeArchive } from "../bench/archive.ts";
import { type Machine, thisMachine } from "../bench/machine.ts";
import type { DeskMeasurement, DeskTask, DeskTimes } from "./desk-process.ts";
import { measureOnline, type OnlineMeasurement } from "./measure-online.ts";
import { strings } from "./strings.ts";

/** What a run of the benchmark found out; the JSON file. Times in milliseconds, sizes in bytes. */
export interface DeskReport {
	readonly date: string;
	readonly machine: Machine;
	readonly articles: number;
	readonly runs: number;
	readonly times: DeskTimes;
	readonly memory: { readonly cold: number; readonly warm: number };
	readonly indexBytes: number;
	/** Of a whole desk with its builds and a browser; absent where only the store was measured. */
	readonly online?: OnlineMeasurement;
}

const run = promisify(execFile);
const deskProcess = fileURLToPath(new URL("desk-process.ts", import.meta.url));

export async function measureDesk({
	directory,
	articles,
	seed,
	runs,
	online,
	hasStock,
	progress,
}: {
	readonly directory: string;
	readonly articles: number;
	readonly seed: number;
	readonly runs: number;
	/** How often something is published until a reader has it; 0 measures the store alone. */
	readonly online: number;
	/** Whether stock Decap is measured too. */
	readonly hasStock: boolean;
	readonly progress: Progress;
}): Promise<DeskReport> {
	const content = join(directory, `content-${articles}`);
	const data = join(directory, "data");
	for (const kept of [data, join(directory, "server-data")]) await rm(kept, { recursive: true, force: true });
	progress.start(strings.makingArchive, articles);
	await makeArchive(content, { articles, seed });
	progress.start(strings.committing, 0);
	await rm(join(content, ".git"), { recursive: true, force: true });
	const git = (...args: string[]) =>
		run("git", ["-c", "user.name=Do", "-c", "user.email=do@example.vn", "-c", "gc.auto=0", ...args], {
			cwd: content,
		});
	await git("init", "--quiet", "--initial-branch=main");
	await git("add", "--all");
	await git("commit", "--quiet", "--message", "Kho bài");
	await git("gc", "--quiet");
	progress.start(strings.measuring, online > 0 ? 3 : 2);
	const cold = await inProcess({ content, data, runs, isCold: true });
	progress.advance();
	const warm = await inProcess({ content, data, runs, isCold: false });
	progress.advance();
	// Its own folder of data, as the store that was measured kept its index in the other.
	const whole = online > 0 ? await measureOnline({ content, directory }, online, hasStock) : undefined;
	progress.done();
	// The articles were changed; the next run makes new ones.
	await rm(`${content}.stamp`, { force: true });
	return {
		date: new Date().toISOString(),
		machine: thisMachine(),
		articles,
		runs,
		times: { ...cold.times, ...warm.times },
		memory: { cold: cold.memory, warm: warm.memory },
		indexBytes: warm.indexBytes,
		...(whole && { online: whole }),
	};
}

async function inProcess(task: DeskTask): Promise<DeskMeasurement> {
	const { stdout } = await run(process.execPath, ["--import", "tsx/esm", deskProcess, JSON.stringify(task)], {
		maxBuffer: 10_000_000,
	});
	return JSON.parse(stdout) as DeskMeasurement;
}
