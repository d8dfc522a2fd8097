/**
 * The database of accounts and sessions: SQLite as WebAssembly, which installs without a compiler and in 1.3 MB. It
 * locks a database by a folder beside it (`<file>.lock`), which a killed process leaves behind.
 */
import { rmSync } from "node:fs";
import { SqliteDialect } from "kysely";
import sqlite from "node-sqlite3-wasm";

/** How long a statement waits for another process to finish its own, in milliseconds. */
const patience = 5_000;
const pause = 10;

export interface AccountDatabase {
	readonly dialect: SqliteDialect;
	close(): void;
}

/**
 * Opens a database file, or makes it. Two processes may have it open: a desk that runs and a command beside it.
 *
 * @param isAlone whether no other process can have it open, so that a lock that is there is a killed one's
 */
export function openAccountDatabase(file: string, { isAlone }: { isAlone: boolean }): AccountDatabase {
	if (isAlone) rmSync(`${file}.lock`, { recursive: true, force: true });
	const database = new sqlite.Database(file);
	const dialect = new SqliteDialect({
		database: {
			close: () => database.close(),
			prepare: (sql) => ({
				reader: /^\s*(?:select|pragma|with)\b|\breturning\b/i.test(sql),
				all: (values) => patiently(() => database.all(sql, bindable(values))),
				run: (values) => patiently(() => database.run(sql, bindable(values))),
				iterate: (values) => patiently(() => database.all(sql, bindable(values)))[Symbol.iterator](),
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
function patiently<Result>(statement: () => Result): Result {
	const deadline = Date.now() + patience;
	for (;;) {
		try {
			return statement();
		} catch (error) {
			const isLocked = error instanceof Error && error.message === "database is locked";
			if (!isLocked || Date.now() > deadline) throw error;
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
		}
	}
}
