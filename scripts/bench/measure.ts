/** What a command costs, with everything that it starts. Linux only: it reads /proc. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { platform } from "node:process";
import { CommandError } from "../command.ts";
import { strings } from "./strings.ts";

export interface Measurement {
	/** Seconds from the start of the process to its end. */
	readonly wall: number;
	/** Seconds of user and system time of the process and all its descendants. */
	readonly cpu: number;
	/** Bytes: the largest resident set that any single process of the tree ever had. */
	readonly peakMemory: number;
}

/** Milliseconds between two looks at the processes. */
const pollInterval = 100;
/** Linux counts process times in hundredths of a second (USER_HZ) on every architecture that Node runs on. */
const ticksPerSecond = 100;
/** The end of what a failed command printed. */
const outputKept = 4000;

/** A command went on for longer than it may. */
export class TimeLimitError extends Error {}

/**
 * Runs a command to its end and measures it.
 *
 * CPU time is read in two ways that can each only be too low, and the larger is taken. First, what the system has added
 * to this process's account of children that were waited for, with their own waited-for children (`cutime` and
 * `cstime`); exact, unless a process ends before it has waited for one of its own. Second, the sum of what each process
 * of the tree was last seen to have used. For this no other child may end meanwhile: measure one at a time.
 *
 * Memory is each process's own high-water mark (`VmHWM`), so that only growth in the last tenth of a second is missed.
 *
 * @throws CommandError where the command fails
 * @throws TimeLimitError after `limit` seconds; the command is ended
 */
export async function measure(
	command: string,
	commandLine: readonly string[],
	{ cwd, env, limit }: { cwd?: string; env?: NodeJS.ProcessEnv; limit?: number } = {},
): Promise<Measurement> {
	if (platform !== "linux") throw new CommandError(strings.linuxOnly);
	const waitedForBefore = waitedForTicks();
	const began = performance.now();
	const child = spawn(command, commandLine, {
		cwd,
		env: { ...process.env, ...env },
		stdio: ["ignore", "pipe", "pipe"],
		detached: true,
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output = (output + text).slice(-outputKept);
		});
	}
	const tree = new ProcessTree(child.pid ?? 0);
	const polling = setInterval(() => tree.look(), pollInterval);
	let limitPassed = false;
	const timer =
		limit === undefined
			? undefined
			: setTimeout(() => {
					limitPassed = true;
					// The group that `detached` made, so that nothing goes on working.
					process.kill(-(child.pid ?? 0), "SIGKILL");
				}, limit * 1000);
	let wall = 0;
	child.once("exit", () => {
		wall = (performance.now() - began) / 1000;
	});
	try {
		const [code] = (await once(child, "close")) as [number | null];
		if (limitPassed) throw new TimeLimitError(command);
		if (code !== 0)
			throw new CommandError(strings.failed([command, ...commandLine].join(" "), output.trim()));
	} finally {
		clearInterval(polling);
		clearTimeout(timer);
	}
	const ticks = Math.max(waitedForTicks() - waitedForBefore, tree.ticks());
	return { wall, cpu: ticks / ticksPerSecond, peakMemory: tree.peakMemory };
}

/**
 * A process that leads a session, and its descendants, as far as they have been seen: a session's number passes from
 * parent to child.
 */
class ProcessTree {
	peakMemory = 0;
	readonly #session: number;
	readonly #ticks = new Map<number, number>();
	/** Processes of others, and those there were before. */
	readonly #foreign: Set<number>;

	constructor(session: number) {
		this.#session = session;
		this.#foreign = new Set(processes().filter((pid) => pid !== session));
	}

	look(): void {
		for (const pid of processes()) {
			if (this.#foreign.has(pid)) continue;
			const stat = readProcess(pid, "stat");
			const status = readProcess(pid, "status");
			if (stat === undefined || status === undefined) continue;
			const { session, ticks } = readStat(stat);
			if (session !== this.#session) {
				this.#foreign.add(pid);
				continue;
			}
			this.#ticks.set(pid, ticks);
			const highWater = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? "0";
			this.peakMemory = Math.max(this.peakMemory, Number(highWater) * 1024);
		}
	}

	/** Of all processes that were ever seen. */
	ticks(): number {
		return [...this.#ticks.values()].reduce((sum, ticks) => sum + ticks, 0);
	}
}

function processes(): number[] {
	return readdirSync("/proc").map(Number).filter(Number.isInteger);
}

/** Undefined where the process has ended. */
function readProcess(pid: number | "self", file: "stat" | "status"): string | undefined {
	try {
		return readFileSync(`/proc/${pid}/${file}`, "utf8");
	} catch {
		return undefined;
	}
}

/** The parts of `/proc/<pid>/stat` that are wanted; see proc_pid_stat(5). A process's name may hold spaces. */
export function readStat(stat: string): { session: number; ticks: number; waitedForTicks: number } {
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	// The first of these is the manual's field 3.
	const field = (number: number) => Number(fields[number - 3]);
	return { session: field(6), ticks: field(14) + field(15), waitedForTicks: field(16) + field(17) };
}

function waitedForTicks(): number {
	return readStat(readProcess("self", "stat") ?? "").waitedForTicks;
}
