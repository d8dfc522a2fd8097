import { createReadStream } from "node:fs";
import { appendFile, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";

/** The outcome of one item of a source. */
export interface JournalEntry {
	/** Path of the article below the content folder. */
	readonly file: string;
	/** Digests of every version of the file that the importer wrote; a file with another digest was edited. */
	readonly written: readonly string[];
	/** Addresses on the old portal, as paths, that now lead to the article. */
	readonly addresses: readonly string[];
	/** Links in the body whose targets had not been imported when it was written. */
	readonly links: readonly string[];
}

/**
 * Records what earlier runs imported, one line of JSON for each article; the last line of an item counts. Lines are
 * only appended, each before its file is written, so that a killed run can continue. A missing file is written again,
 * and a file with an unknown digest was edited.
 */
export class Journal {
	readonly #path: string | undefined;
	readonly #entries: Map<string, JournalEntry>;
	readonly #owners = new Map<string, string>();
	readonly #files: Map<string, string>;
	#waiting: string[] = [];
	#writing: Promise<void> = Promise.resolve();

	private constructor(
		path: string | undefined,
		entries: Map<string, JournalEntry>,
		files: Map<string, string>,
	) {
		this.#path = path;
		this.#entries = entries;
		this.#files = files;
		for (const [key, { file }] of entries) this.#owners.set(file, key);
	}

	/**
	 * @param path of the journal; read if it exists
	 * @param isKept whether notes are written to the disk; not with `--dry-run`
	 */
	static async open(path: string, isKept: boolean): Promise<Journal> {
		const entries = new Map<string, JournalEntry>();
		const files = new Map<string, string>();
		for await (const line of linesOf(path)) {
			const read = parse(line);
			if (read?.kind === "file") files.set(read.digest, read.path);
			if (read?.kind === "article") entries.set(read.key, read.entry);
		}
		const journal = new Journal(isKept ? path : undefined, entries, files);
		if (isKept) {
			await mkdir(dirname(path), { recursive: true });
			if (await isCutShort(path)) journal.#waiting.push("\n");
		}
		return journal;
	}

	/** @param key of an item, as `keyOf` makes it */
	entryOf(key: string): JournalEntry | undefined {
		return this.#entries.get(key);
	}

	/** The item that a file was imported from. */
	ownerOf(file: string): string | undefined {
		return this.#owners.get(file);
	}

	entries(): IterableIterator<[string, JournalEntry]> {
		return this.#entries.entries();
	}

	/** Records an article. Resolves once the line has been handed to the operating system. */
	async note(key: string, entry: JournalEntry): Promise<void> {
		const known = this.#entries.get(key);
		if (known !== undefined && JSON.stringify(known) === JSON.stringify(entry)) return;
		this.#entries.set(key, entry);
		this.#owners.set(entry.file, key);
		const { file, written, addresses, links } = entry;
		await this.#append([key, file, written.join(" "), addresses, links]);
	}

	/** The path of an existing picture or attachment with that digest, below the content folder. */
	pathOfFile(digest: string): string | undefined {
		return this.#files.get(digest);
	}

	async noteFile(digest: string, path: string): Promise<void> {
		this.#files.set(digest, path);
		await this.#append([digest, path]);
	}

	/** Appends a line. Lines that wait for an earlier write are written together. */
	#append(line: readonly unknown[]): Promise<void> {
		const path = this.#path;
		if (path === undefined) return Promise.resolve();
		this.#waiting.push(`${JSON.stringify(line)}\n`);
		this.#writing = this.#writing.then(async () => {
			if (this.#waiting.length === 0) return;
			const lines = this.#waiting.join("");
			this.#waiting = [];
			await appendFile(path, lines);
		});
		return this.#writing;
	}
}

/** The key of an item, the same in every run. */
export function keyOf(sourceName: string, item: { readonly id?: string; readonly position: number }): string {
	return `${sourceName}\t${item.id ?? item.position}`;
}

async function* linesOf(path: string): AsyncGenerator<string> {
	try {
		yield* createInterface({ input: createReadStream(path) });
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
	}
}

/** Whether the last line is incomplete, because the run that wrote it was killed. */
async function isCutShort(path: string): Promise<boolean> {
	const file = await open(path).catch(() => undefined);
	if (!file) return false;
	try {
		const { size } = await file.stat();
		if (size === 0) return false;
		const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
		return buffer[0] !== 0x0a;
	} finally {
		await file.close();
	}
}

type Line =
	| { readonly kind: "file"; readonly digest: string; readonly path: string }
	| { readonly kind: "article"; readonly key: string; readonly entry: JournalEntry };

/** A line that a kill cut short is ignored. */
function parse(line: string): Line | undefined {
	let parts: unknown;
	try {
		parts = JSON.parse(line);
	} catch {
		return undefined;
	}
	if (!Array.isArray(parts)) return undefined;
	const [key, second, written, addresses, links] = parts;
	if (typeof key !== "string" || typeof second !== "string") return undefined;
	if (written === undefined) return { kind: "file", digest: key, path: second };
	const entry = {
		file: second,
		written: String(written).split(" "),
		addresses: texts(addresses),
		links: texts(links),
	};
	return { kind: "article", key, entry };
}

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
