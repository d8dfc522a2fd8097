import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { GitError, startGit } from "./git-process.ts";

interface Waiting {
	readonly resolve: (line: string) => void;
	readonly reject: (error: Error) => void;
}

/** A Git command that answers each query with one line. It starts with the first query, and restarts after it ended. */
export class LineProcess {
	readonly #args: readonly string[];
	#process: ChildProcessWithoutNullStreams | undefined;
	#waiting: Waiting[] = [];
	#answer = "";

	constructor(args: readonly string[]) {
		this.#args = args;
	}

	/** @throws {GitError} with the command's message if it ended without an answer */
	ask(question: string): Promise<string> {
		return new Promise((resolve, reject) => {
			this.#process ??= this.#start();
			this.#waiting.push({ resolve, reject });
			this.#process.stdin.write(question);
		});
	}

	close(): void {
		this.#process?.stdin.end();
		this.#process = undefined;
	}

	#start(): ChildProcessWithoutNullStreams {
		const started = startGit(this.#args);
		let error = "";
		started.stdin.on("error", () => {});
		started.stderr.on("data", (bytes: Buffer) => {
			error = (error + bytes.toString("utf8")).slice(-10_000);
		});
		started.stdout.on("data", (bytes: Buffer) => {
			const lines = (this.#answer + bytes.toString("latin1")).split("\n");
			this.#answer = lines.pop() ?? "";
			for (const line of lines) this.#waiting.shift()?.resolve(line);
		});
		const ended = (reason: Error) => {
			if (this.#process !== started && this.#process !== undefined) return;
			this.#process = undefined;
			this.#answer = "";
			const waiting = this.#waiting;
			this.#waiting = [];
			for (const { reject } of waiting) reject(reason);
		};
		started.on("error", ended);
		started.on("close", (status) => ended(new GitError(this.#args.slice(2), status, error)));
		return started;
	}
}
