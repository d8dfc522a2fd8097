/** A database in a file, for programs that may wait for the disk. */
import { rmSync } from "node:fs";
import { SqliteDialect } from "kysely";
import { isReader, lockOf, openSqlite } from "./open-sqlite.js";

export interface EmbeddedDatabase {
	readonly dialect: SqliteDialect;
	close(): void;
}

/**
 * @param isAlone whether no other process can have it open, so that a lock that is there is a killed one's
 * @throws errors of SQLite and the disk
 */
export function openEmbeddedDatabase(file: string, { isAlone }: { isAlone: boolean }): EmbeddedDatabase {
	if (isAlone) rmSync(lockOf(file), { recursive: true, force: true });
	const { execute, close } = openSqlite(file);
	const dialect = new SqliteDialect({
		database: {
			close,
			prepare: (sql) => ({
				reader: isReader(sql),
				all: (values) => execute(sql, values).rows,
				run: (values) => ({ changes: execute(sql, values).changes ?? 0, lastInsertRowid: 0 }),
				iterate: (values) => execute(sql, values).rows[Symbol.iterator](),
			}),
		},
	});
	return { dialect, close };
}
