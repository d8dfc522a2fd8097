/** Runs the project's commands like somebody at a terminal, mostly as processes. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Writable } from "node:stream";
import { vi } from "vitest";
import { commands } from "../../scripts/commands.ts";

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

class Collected extends Writable {
	text = "";

	override _write(bytes: Buffer, _: BufferEncoding, done: () => void): void {
		this.text += bytes;
		done();
	}
}

/**
 * Runs a command to its end in this process, which takes a tenth of the time of a process of its own. Only one at a
 * time can run so.
 *
 * @param name of the command
 */
export async function runHere(
	name: string,
	words: readonly string[],
	environment: Readonly<Record<string, string>> = {},
): Promise<Finished> {
	const listed = commands[name];
	if (!listed) throw new Error(`There is no command “${name}”`);
	const [out, error] = [new Collected(), new Collected()];
	const stubs = [
		vi.spyOn(process, "stdout", "get").mockReturnValue(out as unknown as typeof process.stdout),
		vi.spyOn(process, "stderr", "get").mockReturnValue(error as unknown as typeof process.stderr),
	];
	for (const [key, value] of Object.entries(environment)) vi.stubEnv(key, value);
	const { exitCode } = process;
	process.exitCode = 0;
	try {
		const { command } = await listed.load();
		await command.run({ name, summary: listed.summary }, words);
		return { code: Number(process.exitCode), out: out.text, error: error.text };
	} finally {
		process.exitCode = exitCode;
		vi.unstubAllEnvs();
		for (const stub of stubs) stub.mockRestore();
	}
}
