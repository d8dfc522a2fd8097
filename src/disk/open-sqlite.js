// @ts-check
/**
 * SQLite as WebAssembly, which installs without a compiler and in 1.3 MB. It does not wait for other users of a file,
 * so the caller holds its lock (`takeTurn`).
 *
 * This is JavaScript, as a thread runs it without compilation.
 */
import sqlite from "node-sqlite3-wasm";

/**
 * The result of a statement.
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
 * Opens or creates a database file. Several processes may have it open, if each holds the lock while it executes a
 * statement.
 *
 * @param {string} file
 * @returns {SqliteFile}
 * @throws errors of SQLite and the disk
 */
export function openSqlite(file) {
	const database = new sqlite.Database(file);
	return {
		execute: (sql, values) => {
			const bound = /** @type {import("node-sqlite3-wasm").JSValue[]} */ (
				values.map((value) => value ?? null)
			);
			if (!isReader(sql)) return { rows: [], changes: database.run(sql, bound).changes };
			const rows = /** @type {Record<string, unknown>[]} */ (database.all(sql, bound));
			return { rows, changes: undefined };
		},
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
function isReader(sql) {
	return /^\s*(?:select|pragma|with)\b|\breturning\b/i.test(sql);
}
