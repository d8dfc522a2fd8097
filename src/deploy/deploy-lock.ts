import { link, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";

/** How often a holder shows that it lives, and when a holder on another machine counts as dead. In milliseconds. */
const heartbeat = 30_000;
const silence = 10 * 60_000;

interface Holder {
	readonly host: string;
	/** The process and those that it started, any of which may still be writing. */
	readonly processes: readonly { readonly id: number; readonly started: string }[];
}

/** Somebody else holds the lock. */
export class LockHeldError extends Error {}

/**
 * A file that only one deployment at a time can hold. A holder that was killed holds it no longer: on this machine
 * that is seen at once, on another after ten minutes without a sign of life.
 */
export class DeployLock {
	private readonly file: string;
	private readonly timer: NodeJS.Timeout;
	private processes: readonly number[] = [process.pid];

	private constructor(file: string, clock: () => number) {
		this.file = file;
		this.timer = setInterval(() => {
			const now = new Date(clock());
			void utimes(file, now, now).catch(() => {});
		}, heartbeat).unref();
	}

	/** Takes the lock. The file's folder has to exist. @param clock in epoch milliseconds @throws LockHeldError */
	static async take(file: string, clock: () => number): Promise<DeployLock> {
		const own = `${file}.${process.pid}`;
		const description = await describeHolder([process.pid]);
		try {
			await writeFile(own, description);
			while (!(await linkIfAbsent(own, file))) await removeIfDead(file, clock());
		} catch (error) {
			// A holder that has just come or gone has cleared the folder.
			throw (error as NodeJS.ErrnoException).code === "ENOENT" ? new LockHeldError(file) : error;
		} finally {
			await rm(own, { force: true });
		}
		return new DeployLock(file, clock);
	}

	/** Has another process hold the lock as well: killed or not, this one's work is over only when that one's is. */
	async include(processId: number): Promise<void> {
		this.processes = [process.pid, processId];
		// Never half-written: one that cannot be read counts as another machine's, and is held for ten minutes.
		const next = `${this.file}.${process.pid}.next`;
		await writeFile(next, await describeHolder(this.processes));
		await rename(next, this.file);
	}

	async release(): Promise<void> {
		clearInterval(this.timer);
		await rm(this.file, { force: true });
	}
}

async function linkIfAbsent(from: string, to: string): Promise<boolean> {
	try {
		await link(from, to);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	}
}

/** A lock that was released before it could be read. */
const gone = [undefined, undefined] as const;

async function removeIfDead(file: string, now: number): Promise<void> {
	const [text, status] = await Promise.all([readFile(file, "utf8"), stat(file)]).catch(() => gone);
	if (text === undefined) return;
	if (await isHeld(text, now - status.mtimeMs)) throw new LockHeldError(file);
	const aside = `${file}.${process.pid}.dead`;
	await rename(file, aside).catch(() => {});
	const taken = await readFile(aside, "utf8").catch(() => text);
	// Somebody was quicker to find the holder dead, and holds the lock that was just put aside.
	if (taken !== text) await linkIfAbsent(aside, file);
	await rm(aside, { force: true });
	if (taken !== text) throw new LockHeldError(file);
}

async function isHeld(text: string, silentFor: number): Promise<boolean> {
	const holder = parseHolder(text);
	if (holder?.host !== hostname()) return silentFor < silence;
	for (const { id, started } of holder.processes) if ((await startOf(id)) === started) return true;
	return false;
}

function parseHolder(text: string): Holder | undefined {
	try {
		const holder = JSON.parse(text) as Holder;
		return Array.isArray(holder.processes) ? holder : undefined;
	} catch {
		return undefined;
	}
}

async function describeHolder(ids: readonly number[]): Promise<string> {
	const processes: Holder["processes"][number][] = [];
	for (const id of ids) processes.push({ id, started: (await startOf(id)) ?? "" });
	return JSON.stringify({ host: hostname(), processes } satisfies Holder);
}

/** When a process began, in its system's own measure, for ids are given out again; undefined where it is over. */
async function startOf(id: number): Promise<string | undefined> {
	try {
		process.kill(id, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EPERM") return undefined;
	}
	// proc(5): after the name in parentheses stand the state and, 19 fields on, the start time. Linux only.
	const line = await readFile(`/proc/${id}/stat`, "utf8").catch(() => undefined);
	if (line === undefined) return process.platform === "linux" ? undefined : "alive";
	const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
	return fields[0] === "Z" ? undefined : fields[19];
}
