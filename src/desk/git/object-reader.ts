import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { GitError, startGit } from "./git-process.ts";

export interface GitObject {
	readonly id: string;
	readonly type: "blob" | "tree" | "commit" | "tag";
	readonly bytes: Buffer;
}

interface Waiting {
	readonly name: string;
	readonly resolve: (object: GitObject | undefined) => void;
	readonly reject: (error: Error) => void;
}

const lineFeed = 0x0a;
const header = /^([0-9a-f]{40,64}) (blob|tree|commit|tag) (\d+)$/;

/** Reads objects through one `git cat-file --batch`. It starts with the first query, and restarts after it ended. */
export class ObjectReader {
	readonly #gitDirectory: string;
	#process: ChildProcessWithoutNullStreams | undefined;
	#waiting: Waiting[] = [];
	#chunks: Buffer[] = [];
	#length = 0;
	/** Of the object that is being received. */
	#head: { readonly id: string; readonly type: GitObject["type"]; readonly size: number } | undefined;

	constructor(gitDirectory: string) {
		this.#gitDirectory = gitDirectory;
	}

	/**
	 * @param name an id, or any other name of an object: `refs/heads/main:content/site.yml`
	 * @returns undefined if there is no such object
	 */
	read(name: string): Promise<GitObject | undefined> {
		if (/[\n\0]/.test(name)) return Promise.resolve(undefined);
		return new Promise((resolve, reject) => {
			this.#process ??= this.#start();
			this.#waiting.push({ name, resolve, reject });
			this.#process.stdin.write(`${name}\n`);
		});
	}

	close(): void {
		this.#process?.stdin.end();
		this.#process = undefined;
	}

	#start(): ChildProcessWithoutNullStreams {
		const started = startGit(["--git-dir", this.#gitDirectory, "cat-file", "--batch"]);
		let error = "";
		started.stdin.on("error", () => {});
		started.stderr.on("data", (bytes: Buffer) => {
			error = (error + bytes.toString("utf8")).slice(-10_000);
		});
		started.stdout.on("data", (bytes: Buffer) => {
			this.#chunks.push(bytes);
			this.#length += bytes.length;
			this.#answer();
		});
		const ended = (reason: Error) => {
			if (this.#process !== started && this.#process !== undefined) return;
			this.#process = undefined;
			this.#chunks = [];
			this.#length = 0;
			this.#head = undefined;
			const waiting = this.#waiting;
			this.#waiting = [];
			for (const { reject } of waiting) reject(reason);
		};
		started.on("error", ended);
		started.on("close", (status) => ended(new GitError(["cat-file", "--batch"], status, error)));
		return started;
	}

	#answer(): void {
		for (;;) {
			const head = this.#head;
			if (head === undefined) {
				const line = this.#takeLine();
				if (line === undefined) return;
				const match = header.exec(line);
				if (match) {
					this.#head = {
						id: match[1] ?? "",
						type: match[2] as GitObject["type"],
						size: Number(match[3]),
					};
				} else this.#waiting.shift()?.resolve(undefined);
			} else {
				if (this.#length < head.size + 1) return;
				const bytes = this.#take(head.size + 1).subarray(0, head.size);
				this.#head = undefined;
				this.#waiting.shift()?.resolve({ id: head.id, type: head.type, bytes });
			}
		}
	}

	#takeLine(): string | undefined {
		let before = 0;
		for (const chunk of this.#chunks) {
			const end = chunk.indexOf(lineFeed);
			if (end !== -1) {
				const line = this.#take(before + end + 1);
				return line.toString("utf8", 0, line.length - 1);
			}
			before += chunk.length;
		}
		return undefined;
	}

	#take(count: number): Buffer {
		const [first] = this.#chunks;
		const all = first !== undefined && first.length >= count ? first : Buffer.concat(this.#chunks);
		const rest = all.subarray(count);
		const others = all === first ? this.#chunks.slice(1) : [];
		this.#chunks = rest.length === 0 ? others : [rest, ...others];
		this.#length -= count;
		return all.subarray(0, count);
	}
}
