import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { GitError, startGit } from "./git-process.ts";
import type { TreeEntry } from "./trees.ts";

interface Waiting {
	readonly resolve: (id: string) => void;
	readonly reject: (error: Error) => void;
}

/** Makes trees through one `git mktree --batch`, which starts with the first of them and again when it ended. */
export class TreeMaker {
	readonly #gitDirectory: string;
	#process: ChildProcessWithoutNullStreams | undefined;
	#waiting: Waiting[] = [];
	#answer = "";

	constructor(gitDirectory: string) {
		this.#gitDirectory = gitDirectory;
	}

	/** @throws {GitError} where an object that the tree names is not there, or the disk is full */
	write(entries: ReadonlyMap<string, TreeEntry>): Promise<string> {
		const lines = [...entries].map(
			([name, { mode, id }]) => `${mode.padStart(6, "0")} ${typeOfMode(mode)} ${id}\t${name}\0`,
		);
		return new Promise((resolve, reject) => {
			this.#process ??= this.#start();
			this.#waiting.push({ resolve, reject });
			this.#process.stdin.write(`${lines.join("")}\0`);
		});
	}

	close(): void {
		this.#process?.stdin.end();
		this.#process = undefined;
	}

	#start(): ChildProcessWithoutNullStreams {
		const args = ["--git-dir", this.#gitDirectory, "mktree", "-z", "--batch"];
		const started = startGit(args);
		let error = "";
		started.stdin.on("error", () => {});
		started.stderr.on("data", (bytes: Buffer) => {
			error = (error + bytes.toString("utf8")).slice(-10_000);
		});
		started.stdout.on("data", (bytes: Buffer) => {
			const lines = (this.#answer + bytes.toString("latin1")).split("\n");
			this.#answer = lines.pop() ?? "";
			for (const id of lines) this.#waiting.shift()?.resolve(id);
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
		started.on("close", (status) => ended(new GitError(args.slice(2), status, error)));
		return started;
	}
}

function typeOfMode(mode: string): string {
	if (mode === "40000" || mode === "040000") return "tree";
	return mode === "160000" ? "commit" : "blob";
}
