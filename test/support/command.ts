/** Runs the project's commands as processes, like somebody at a terminal. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";

/** The program; its first argument names a command. */
export const tintinh = "scripts/tintinh.js";

export interface Finished {
	readonly code: number | null;
	readonly out: string;
	readonly error: string;
}

/** A running script. */
export class RunningCommand {
	readonly child: ChildProcess;
	private out = "";
	private error = "";
	private readonly ended: Promise<number | null>;

	/** @param directory the working directory; by default that of the tests */
	constructor(
		script: string,
		words: readonly string[],
		environment: Readonly<Record<string, string>> = {},
		directory?: string,
	) {
		this.child = spawn(process.execPath, [script, ...words], {
			env: { ...process.env, ...environment },
			...(directory === undefined ? {} : { cwd: directory }),
			stdio: ["ignore", "pipe", "pipe"],
		});
		this.child.stdout?.on("data", (bytes: Buffer) => {
			this.out += bytes;
		});
		this.child.stderr?.on("data", (bytes: Buffer) => {
			this.error += bytes;
		});
		this.ended = once(this.child, "close").then(([code]) => code as number | null);
	}

	get output(): string {
		return this.out;
	}

	/** Waits until it has ended. */
	async finish(): Promise<Finished> {
		const code = await this.ended;
		return { code, out: this.out, error: this.error };
	}

	/**
	 * Waits until its output contains `times` matches.
	 * @throws with its output if it ends before
	 */
	async printed(pattern: RegExp, times = 1): Promise<void> {
		const all = new RegExp(pattern, "g");
		while ((this.out.match(all)?.length ?? 0) < times) {
			const isOver = await Promise.race([
				once(this.child.stdout as NodeJS.EventEmitter, "data").then(() => false),
				this.ended.then(() => true),
			]);
			if (isOver) throw new Error(`ended without ${pattern}:\n${this.out}${this.error}`);
		}
	}
}

/** Runs a script to its end. */
export function runScript(script: string, ...words: readonly string[]): Promise<Finished> {
	return new RunningCommand(script, words).finish();
}
