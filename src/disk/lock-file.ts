import { constants, rmSync } from "node:fs";
import {
	copyFile,
	type FileHandle,
	link,
	open,
	readFile,
	rename,
	rm,
	stat,
	writeFile,
} from "node:fs/promises";
import { hostname } from "node:os";
import { startOf, unknown } from "./process-start.ts";

/** How often a holder touches its lock, in milliseconds. */
const heartbeat = 30_000;
/** Milliseconds after which an untouched lock is stale, if it is unknown whether its holder runs. */
const silence = 10 * 60_000;

/** Who holds a lock. */
export interface LockHolder {
	readonly host: string;
	/** The process and those that it started, any of which may still be writing. */
	readonly processes: readonly { readonly id: number; readonly started: string }[];
}

/** Somebody else holds the lock. */
export class LockHeldError extends Error {
	readonly file: string;
	/** Undefined if the file does not say. */
	readonly holder: LockHolder | undefined;

	constructor(file: string, holder?: LockHolder) {
		super(file);
		this.file = file;
		this.holder = holder;
	}
}

/**
 * A file that one process at a time can hold. The lock of a killed process is stale. On this machine that is seen at
 * once: the lock has the start time of its process, as ids are reused. For a process of another machine, or if start
 * times are unknown, it is seen after ten minutes without a heartbeat.
 */
export class LockFile {
	readonly #file: string;
	readonly #timer: NodeJS.Timeout;
	#handle: FileHandle;
	#text: string;

	private constructor(file: string, handle: FileHandle, text: string) {
		this.#file = file;
		this.#handle = handle;
		this.#text = text;
		held.add(file);
		removeAtExit();
		this.#timer = setInterval(() => {
			// Not by the file's name: if this process was suspended, the file may belong to another process by now.
			void this.#handle.write(this.#text, 0).catch(() => {});
		}, heartbeat).unref();
	}

	/** Takes the lock. The file's folder must exist. @throws LockHeldError */
	static async take(file: string): Promise<LockFile> {
		const own = `${file}.${process.pid}`;
		const text = await describeProcesses([process.pid]);
		try {
			await writeFile(own, text);
			while (!(await linkIfAbsent(own, file))) await removeIfStale(file, (await stat(own)).mtimeMs);
			return new LockFile(file, await open(file, "r+"), text);
		} catch (error) {
			// Another process has just taken or released the lock, and cleared the folder.
			throw (error as NodeJS.ErrnoException).code === "ENOENT" ? new LockHeldError(file) : error;
		} finally {
			await rm(own, { force: true });
		}
	}

	/** Makes another process a holder too: if this one is killed, the lock is held until that one ends. */
	async include(processId: number): Promise<void> {
		const text = await describeProcesses([process.pid, processId]);
		// Never half-written: a lock that cannot be read counts as another machine's.
		const next = `${this.#file}.${process.pid}.next`;
		await writeFile(next, text);
		const former = this.#handle;
		this.#handle = await open(next, "r+");
		this.#text = text;
		await rename(next, this.#file);
		await former.close();
	}

	async release(): Promise<void> {
		clearInterval(this.#timer);
		held.delete(this.#file);
		await this.#handle.close();
		await rm(this.#file, { force: true });
	}
}

/** The locks of this process. */
const held = new Set<string>();

const endingSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
let removesAtExit = false;

/** A process that is asked to end by a signal removes its locks. */
function removeAtExit(): void {
	if (removesAtExit) return;
	removesAtExit = true;
	const removeAll = () => {
		for (const file of held) rmSync(file, { force: true });
	};
	process.once("exit", removeAll);
	for (const signal of endingSignals) {
		process.once(signal, () => {
			// Another listener decides when the process ends; then "exit" is emitted.
			if (process.listenerCount(signal) > 0) return;
			removeAll();
			process.kill(process.pid, signal);
		});
	}
}

/** The lock appears with its holder already in it, as an empty one would look stale. */
async function linkIfAbsent(from: string, to: string): Promise<boolean> {
	try {
		await link(from, to);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		return copyIfAbsent(from, to);
	}
}

/** For file systems without hard links. */
async function copyIfAbsent(from: string, to: string): Promise<boolean> {
	try {
		await copyFile(from, to, constants.COPYFILE_EXCL);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	}
}

/** A lock that was released before it could be read. */
const gone = [undefined, undefined] as const;

/** @param now by the clock of the file system, in epoch milliseconds */
async function removeIfStale(file: string, now: number): Promise<void> {
	const [text, status] = await Promise.all([readFile(file, "utf8"), stat(file)]).catch(() => gone);
	if (text === undefined) return;
	const holder = parseHolder(text);
	if (await isHeld(holder, now - status.mtimeMs)) throw new LockHeldError(file, holder);
	const aside = `${file}.${process.pid}.stale`;
	await rename(file, aside).catch(() => {});
	const taken = await readFile(aside, "utf8").catch(() => text);
	// Another process found the lock stale first, and holds the one that was just moved aside.
	if (taken !== text) await linkIfAbsent(aside, file);
	await rm(aside, { force: true });
	if (taken !== text) throw new LockHeldError(file, parseHolder(taken));
}

async function isHeld(holder: LockHolder | undefined, silentFor: number): Promise<boolean> {
	if (holder?.host !== hostname()) return silentFor < silence;
	for (const { id, started } of holder.processes) {
		const now = await startOf(id);
		if (now === undefined) continue;
		if (now === unknown ? silentFor < silence : now === started) return true;
	}
	return false;
}

function parseHolder(text: string): LockHolder | undefined {
	try {
		const holder = JSON.parse(text) as LockHolder;
		return Array.isArray(holder.processes) ? holder : undefined;
	} catch {
		return undefined;
	}
}

async function describeProcesses(ids: readonly number[]): Promise<string> {
	const processes: LockHolder["processes"][number][] = [];
	for (const id of ids) processes.push({ id, started: (await startOf(id)) ?? "" });
	return JSON.stringify({ host: hostname(), processes } satisfies LockHolder);
}
