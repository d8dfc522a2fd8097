/**
 * Locks a database file. The lock of this SQLite is a folder, which does not name its holder and remains after a killed
 * process. So a process that uses the file holds a lock file that names it.
 */
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { LockFile, LockHeldError } from "./lock-file.ts";

/** How long to wait for others to finish, in milliseconds. */
const patience = 5_000;
const pause = 10;

/** The path of a database file's lock. */
function turnOf(file: string): string {
	return `${file}.turn.lock`;
}

/**
 * Waits until nobody else uses a database file. A killed process does not count.
 *
 * @throws if another process has it for more than five seconds, and errors of the disk
 */
export async function takeTurn(file: string): Promise<LockFile> {
	const deadline = Date.now() + patience;
	for (;;) {
		try {
			const turn = await LockFile.take(turnOf(file));
			rmSync(`${file}.lock`, { recursive: true, force: true });
			return turn;
		} catch (error) {
			if (!(error instanceof LockHeldError)) throw error;
			if (Date.now() > deadline) throw new Error(`${file} is locked`, { cause: error });
			await sleep(pause);
		}
	}
}
