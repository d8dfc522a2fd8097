import { randomBytes } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LineProcess } from "./line-process.ts";
import type { TreeEntry, TreeWriter } from "./trees.ts";

/** Whether a file in a repository's folder is a temporary file of an unfinished object. */
export function isUnfinished(name: string): boolean {
	return /^desk-[0-9a-f]{16}\.tmp$/.test(name);
}

/** Writes objects through long-running Git processes, one for each type. */
export class ObjectWriter implements TreeWriter {
	readonly #directory: string;
	readonly #blobs: LineProcess;
	readonly #commits: LineProcess;
	readonly #trees: LineProcess;

	/** @param gitDirectory the repository; temporary files are written there too */
	constructor(gitDirectory: string) {
		this.#directory = gitDirectory;
		const args = ["--git-dir", gitDirectory];
		const hash = [...args, "hash-object", "-w", "--no-filters", "--stdin-paths"];
		this.#blobs = new LineProcess(hash);
		this.#commits = new LineProcess([...hash, "-t", "commit"]);
		this.#trees = new LineProcess([...args, "mktree", "-z", "--batch"]);
	}

	async writeBlob(bytes: Uint8Array | string): Promise<string> {
		return await this.#hash(this.#blobs, bytes);
	}

	async writeCommit(text: string): Promise<string> {
		return await this.#hash(this.#commits, text);
	}

	/** @throws {GitError} if an object of the tree is missing */
	async writeTree(entries: ReadonlyMap<string, TreeEntry>): Promise<string> {
		const lines = [...entries].map(
			([name, { mode, id }]) => `${mode.padStart(6, "0")} ${typeOfMode(mode)} ${id}\t${name}\0`,
		);
		return await this.#trees.ask(`${lines.join("")}\0`);
	}

	close(): void {
		for (const process of [this.#blobs, this.#commits, this.#trees]) process.close();
	}

	/** The command reads files, as one stream could not separate the bytes of several objects. */
	async #hash(process: LineProcess, bytes: Uint8Array | string): Promise<string> {
		const file = join(this.#directory, `desk-${randomBytes(8).toString("hex")}.tmp`);
		try {
			await writeFile(file, bytes, { flag: "wx" });
			return await process.ask(`${file}\n`);
		} finally {
			await rm(file, { force: true });
		}
	}
}

function typeOfMode(mode: string): string {
	if (mode === "40000" || mode === "040000") return "tree";
	return mode === "160000" ? "commit" : "blob";
}
