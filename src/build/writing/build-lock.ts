import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Another build is writing to the same output. */
export class OutputInUseError extends Error {}

/** The locks of this process. One in its name that is not among them is left of a namesake: containers count anew. */
const held = new Set<string>();

/**
 * Keeps other builds away from an output folder. What a killed build left behind does not keep anybody away.
 *
 * @returns lets others in again
 * @throws OutputInUseError
 */
export function lockOutput(output: string): () => void {
	const file = join(dirname(output), `.${basename(output)}.lock`);
	const own = `${file}.${process.pid}`;
	writeFileSync(own, String(process.pid));
	try {
		while (!linkIfAbsent(own, file)) removeIfDead(file, output);
	} finally {
		rmSync(own, { force: true });
	}
	held.add(file);
	return () => {
		held.delete(file);
		rmSync(file, { force: true });
	};
}

/** The lock appears with its holder in it: one that was still empty would look like a dead one's. */
function linkIfAbsent(from: string, to: string): boolean {
	try {
		linkSync(from, to);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		return copyIfAbsent(from, to);
	}
}

/** For file systems without links. */
function copyIfAbsent(from: string, to: string): boolean {
	try {
		copyFileSync(from, to, constants.COPYFILE_EXCL);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	}
}

function removeIfDead(file: string, output: string): void {
	const holder = readIfThere(file);
	if (holder === undefined) return;
	const isHeld = Number(holder) === process.pid ? held.has(file) : isRunning(Number(holder));
	if (isHeld) throw new OutputInUseError(output);
	const aside = `${file}.${process.pid}.dead`;
	try {
		renameSync(file, aside);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
		throw error;
	}
	const taken = readIfThere(aside);
	// Somebody was quicker to find the holder dead, and holds the lock that was just put aside.
	if (taken !== holder) linkIfAbsent(aside, file);
	rmSync(aside, { force: true });
	if (taken !== holder) throw new OutputInUseError(output);
}

function readIfThere(file: string): string | undefined {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}

function isRunning(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
