/** A database in a file, for programs that may wait for the disk. */
import type { Dialect } from "kysely";
import { openSqlite } from "./open-sqlite.js";
import { sqliteDialect } from "./sqlite-dialect.ts";

export interface EmbeddedDatabase {
	readonly dialect: Dialect;
	close(): void;
}

/** Several processes may have it open. @throws errors of SQLite and the disk */
export function openEmbeddedDatabase(file: string): EmbeddedDatabase {
	const { execute, close } = openSqlite(file);
	return { dialect: sqliteDialect(file, async ({ sql, parameters }) => execute(sql, parameters)), close };
}
