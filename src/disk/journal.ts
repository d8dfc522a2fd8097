/**
 * A journal: an entry is on the disk before its work is done. After a kill, the next start does the work of the
 * remaining entries. Two files of a fixed size are written in turn. They are allocated at the beginning, so flushing an
 * entry writes no metadata of the file.
 */
import { type FileHandle, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { checksum } from "./digest.ts";
import { undefinedIfMissing } from "./undefined-if-missing.ts";

export interface JournalEntry {
	/** Counts up from the journal's first entry. */
	readonly number: number;
	/** One line. */
	readonly text: string;
}

interface JournalFile {
	readonly handle: FileHandle;
	/** Bytes that are written. */
	end: number;
	/** Number of the last entry. */
	last: number;
}

/**
 * Bytes per write when a file is allocated. In larger pieces, Linux would count a small change as a change of the whole
 * piece.
 */
const piece = 64 * 1024;

/** The entries of a journal, in their order, without half-written ones. */
export async function readJournal(path: string): Promise<readonly JournalEntry[]> {
	const entries: JournalEntry[] = [];
	for (const file of filesOf(path)) {
		const content = (await readFile(file, "utf8").catch(undefinedIfMissing)) ?? "";
		for (const line of content.split("\n")) {
			const [, number = "", sum, text = ""] = /^(\d+) ([0-9a-f]{8}) (.*)$/.exec(line) ?? [];
			if (sum !== undefined && sum === checksum(`${number} ${text}`))
				entries.push({ number: Number(number), text });
		}
	}
	return entries.sort((one, other) => one.number - other.number);
}

/** Deletes a journal with its entries. */
export async function removeJournal(path: string): Promise<void> {
	for (const file of filesOf(path)) await rm(file, { force: true });
}

/** A journal that is open for writing, by one process at a time. */
export class Journal {
	readonly #path: string;
	readonly #files: JournalFile[];
	readonly #size: number;
	#released: number;

	private constructor(path: string, files: JournalFile[], size: number, released: number) {
		this.#path = path;
		this.#files = files;
		this.#size = size;
		this.#released = released;
	}

	/**
	 * Makes an empty journal, which replaces an existing one.
	 *
	 * @param size bytes of each file
	 * @param released number of the last entry in any earlier journal
	 * @throws errors of the disk; no file is left then
	 */
	static async start(path: string, size: number, released: number): Promise<Journal> {
		const files: JournalFile[] = [];
		try {
			for (const file of filesOf(path)) {
				const handle = await open(file, "w", 0o600);
				files.push({ handle, end: 0, last: released });
				for (let at = 0; at < size; at += piece) await handle.write(Buffer.alloc(Math.min(piece, size - at)));
				await handle.sync();
			}
			await flushFolder(dirname(path));
		} catch (error) {
			await closeAll(files);
			await removeJournal(path);
			throw error;
		}
		return new Journal(path, files, size, released);
	}

	/**
	 * Appends an entry. One at a time.
	 *
	 * @returns whether there was room, once the entry is on the disk
	 */
	async append({ number, text }: JournalEntry): Promise<boolean> {
		const line = Buffer.from(`${number} ${checksum(`${number} ${text}`)} ${text}\n`);
		const file = this.#fileFor(line.length);
		if (!file) return false;
		await file.handle.write(line, 0, line.length, file.end);
		await file.handle.datasync();
		file.end += line.length;
		file.last = number;
		return true;
	}

	/** Marks the entries up to a number as done, so that their space can be reused. */
	release(number: number): void {
		this.#released = number;
	}

	/** Deletes the journal with its entries. */
	async remove(): Promise<void> {
		await this.close();
		await removeJournal(this.#path);
	}

	/** Closes the journal; its entries stay for the next start. */
	async close(): Promise<void> {
		await closeAll(this.#files);
	}

	#fileFor(bytes: number): JournalFile | undefined {
		const [current, next] = this.#files;
		if (!current || !next) return undefined;
		if (current.end + bytes <= this.#size) return current;
		if (bytes > this.#size || next.last > this.#released) return undefined;
		next.end = 0;
		this.#files.reverse();
		return next;
	}
}

function filesOf(path: string): readonly string[] {
	return [`${path}-0`, `${path}-1`];
}

async function closeAll(files: readonly JournalFile[]): Promise<void> {
	for (const { handle } of files) await handle.close().catch(() => {});
}

/** Flushes the names of new files. Windows cannot do that and does not need it. */
async function flushFolder(folder: string): Promise<void> {
	if (process.platform === "win32") return;
	const handle = await open(folder, "r");
	await handle.sync().finally(() => handle.close());
}
