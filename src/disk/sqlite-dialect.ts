/** A SQLite file as a dialect of Kysely. Another thread may execute the statements. */
import {
	CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
} from "kysely";
import { takeTurn } from "./database-turn.ts";
import type { StatementResult } from "./open-sqlite.js";

type Execute = (query: CompiledQuery) => Promise<StatementResult>;

export function sqliteDialect(file: string, execute: Execute): Dialect {
	return {
		createDriver: () => driver(file, execute),
		createQueryCompiler: () => new SqliteQueryCompiler(),
		createAdapter: () => new SqliteAdapter(),
		createIntrospector: (db) => new SqliteIntrospector(db),
	};
}

/** There is one connection to the file. Each use waits for the one before, in this and in other processes. */
function driver(file: string, execute: Execute): Driver {
	const connection: DatabaseConnection = {
		async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
			const { rows, changes } = await execute(query);
			return {
				rows: rows as Row[],
				...(changes !== undefined && { numAffectedRows: BigInt(changes) }),
			};
		},
		// biome-ignore lint/correctness/useYield: results here are short.
		async *streamQuery() {
			throw new Error("results are not streamed");
		},
	};
	let last: Promise<void> = Promise.resolve();
	let release: (() => Promise<void>) | undefined;
	return {
		async init() {},
		async acquireConnection() {
			const before = last;
			let free = () => {};
			last = new Promise((resolve) => {
				free = resolve;
			});
			await before;
			const turn = await takeTurn(file).catch((error: unknown) => {
				free();
				throw error;
			});
			release = async () => await turn.release().finally(free);
			return connection;
		},
		releaseConnection: async () => await release?.(),
		beginTransaction: async () => void (await execute(CompiledQuery.raw("begin"))),
		commitTransaction: async () => void (await execute(CompiledQuery.raw("commit"))),
		rollbackTransaction: async () => void (await execute(CompiledQuery.raw("rollback"))),
		async destroy() {},
	};
}
