import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Another build is writing to the same output. */
export class OutputInUseError extends Error {}

/**
 * Keeps other builds away from an output folder. What a killed build left behind does not keep anybody away.
 *
 * @returns lets others in again
 * @throws OutputInUseError
 */
export function lockOutput(output: string): () => void {
	const file = join(dirname(output), `.${basename(output)}.lock`);
	if (!create(file)) {
		if (isRunning(Number(readFileSync(file, "utf8")))) throw new OutputInUseError(output);
		rmSync(file, { force: true });
		if (!create(file)) throw new OutputInUseError(output);
	}
	return () => rmSync(file, { force: true });
}

function create(file: string): boolean {
	try {
		const handle = openSync(file, "wx");
		writeSync(handle, String(process.pid));
		closeSync(handle);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
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
