// @ts-check
/**
 * SQLite as WebAssembly, which installs without a compiler and in 1.3 MB. It locks a database by a folder beside it
 * (`<file>.lock`) for as long as a transaction lasts. A killed process leaves the folder behind.
 *
 * JavaScript, as a thread runs it without compiling it.
 */
import { rmSync, statSync } from "node:fs";
import sqlite from "node-sqlite3-wasm";

/** How long a statement waits for another process to finish its own, in milliseconds. */
const patience = 5_000;
const pause = 10;
/** A lock that is older than this was left by a killed process, in milliseconds. Transactions here take a few. */
const longestLock = 4_000;

/**
 * What a statement results in.
 *
 * @typedef {object} StatementResult
 * @property {Record<string, unknown>[]} rows
 * @property {number | undefined} changes undefined for a statement that reads
 */

/**
 * @typedef {object} SqliteFile
 * @property {(sql: string, values: readonly unknown[]) => StatementResult} execute
 * @property {() => void} close may be called twice
 */

/**
 * Opens a database file, or makes it. Several processes may have it open: a desk that runs and a command beside it.
 *
 * @param {string} file
 * @returns {SqliteFile}
 * @throws errors of SQLite and the disk
 */
export function openSqlite(file) {
	const database = new sqlite.Database(file);
	return {
		execute: (sql, values) =>
			patiently(lockOf(file), () => {
				const bound = /** @type {import("node-sqlite3-wasm").JSValue[]} */ (
					values.map((value) => value ?? null)
				);
				if (isReader(sql)) {
					const rows = /** @type {Record<string, unknown>[]} */ (database.all(sql, bound));
					return { rows, changes: undefined };
				}
				return { rows: [], changes: database.run(sql, bound).changes };
			}),
		close: () => {
			if (database.isOpen) database.close();
		},
	};
}

/**
 * Whether a statement returns rows.
 *
 * @param {string} sql
 */
export function isReader(sql) {
	return /^\s*(?:select|pragma|with)\b|\breturning\b/i.test(sql);
}

/** @param {string} file */
export function lockOf(file) {
	return `${file}.lock`;
}

/**
 * This build of SQLite knows no waiting of its own (`busy_timeout`). Statements here take a few milliseconds.
 *
 * @template Result
 * @param {string} lock
 * @param {() => Result} statement
 * @returns {Result}
 */
function patiently(lock, statement) {
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

/**
 * In milliseconds; zero where there is nothing.
 *
 * @param {string} folder
 */
function ageOf(folder) {
	const found = statSync(folder, { throwIfNoEntry: false });
	return found ? Date.now() - found.mtimeMs : 0;
}
