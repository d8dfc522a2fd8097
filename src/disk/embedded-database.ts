/**
 * A database in a file: SQLite as WebAssembly, which installs without a compiler and in 1.3 MB. It locks a database by
 * a folder beside it (`<file>.lock`) for as long as a transaction lasts. A killed process leaves the folder behind.
 */
import { rmSync, statSync } from "node:fs";
import { SqliteDialect } from "kysely";
import sqlite from "node-sqlite3-wasm";

/** How long a statement waits for another process to finish its own, in milliseconds. */
const patience = 5_000;
const pause = 10;
/** A lock that is older than this was left by a killed process, in milliseconds. Transactions here take a few. */
const longestLock = 4_000;

export interface EmbeddedDatabase {
	readonly dialect: SqliteDialect;
	close(): void;
}

/**
 * Opens a database file, or makes it. Several processes may have it open: a desk that runs and a command beside it.
 *
 * @param isAlone whether no other process can have it open, so that a lock that is there is a killed one's
 */
export function openEmbeddedDatabase(file: string, { isAlone }: { isAlone: boolean }): EmbeddedDatabase {
	const lock = `${file}.lock`;
	if (isAlone) rmSync(lock, { recursive: true, force: true });
	const database = new sqlite.Database(file);
	const dialect = new SqliteDialect({
		database: {
			close: () => database.close(),
			prepare: (sql) => ({
				reader: /^\s*(?:select|pragma|with)\b|\breturning\b/i.test(sql),
				all: (values) => patiently(lock, () => database.all(sql, bindable(values))),
				run: (values) => patiently(lock, () => database.run(sql, bindable(values))),
				iterate: (values) => patiently(lock, () => database.all(sql, bindable(values)))[Symbol.iterator](),
			}),
		},
	});
	return {
		dialect,
		close: () => {
			if (database.isOpen) database.close();
		},
	};
}

type Bindable = Parameters<sqlite.Database["all"]>[1];

function bindable(values: readonly unknown[]): NonNullable<Bindable> {
	return values.map((value) => value ?? null) as NonNullable<Bindable>;
}

/** This build of SQLite knows no waiting of its own (`busy_timeout`). Statements here take a few milliseconds. */
function patiently<Result>(lock: string, statement: () => Result): Result {
	const deadline = Date.now() + patience;
	for (;;) {
		try {
			return statement();
		} catch (error) {
			const isLocked = error instanceof Error && error.message === "database is locked";
			if (!isLocked || Date.now() > deadline) throw error;
			if (ageOf(lock) > longestLock) rmSync(lock, { recursive: true, force: true });
			else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
		}
	}
}

/** In milliseconds; zero where there is nothing. */
function ageOf(folder: string): number {
	const found = statSync(folder, { throwIfNoEntry: false });
	return found ? Date.now() - found.mtimeMs : 0;
}
