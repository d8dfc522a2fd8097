/**
 * Locks a database file. The lock of this SQLite is a folder, which does not name its holder and remains after a killed
 * process. So a process that uses the file holds a lock file that names it.
 */
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { LockFile, LockHeldError } from "./lock-file.ts";
import { describeHolder, strings } from "./strings.ts";

/** How long to wait for others to finish, in milliseconds. */
const patience = 5_000;
const pause = 10;

/** Another process has used a database file for too long. The message is in Vietnamese. */
export class DatabaseInUseError extends Error {
	/** In Vietnamese, without a full stop. */
	readonly remedy = strings.databaseInUseRemedy;

	constructor(file: string, cause: LockHeldError) {
		super(strings.databaseInUse(file, describeHolder(cause.holder)), { cause });
	}
}

/** The path of a database file's lock. */
function turnOf(file: string): string {
	return `${file}.turn.lock`;
}

/**
 * Waits until nobody else uses a database file. A killed process does not count.
 *
 * @throws DatabaseInUseError after five seconds, and errors of the disk
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
			if (Date.now() > deadline) throw new DatabaseInUseError(file, error);
			await sleep(pause);
		}
	}
}
