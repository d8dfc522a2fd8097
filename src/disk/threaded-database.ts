/**
 * A database in a file, for servers: a thread waits for the disk and for other processes, so that requests are answered
 * meanwhile.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
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
import type { StatementResult } from "./open-sqlite.js";

export interface ThreadedDatabase {
	readonly dialect: Dialect;
	/** Has to be called, or the program runs on. @returns once the file is closed */
	close(): Promise<void>;
}

type Reply = StatementResult | { readonly failure: string };

interface Waiting {
	readonly resolve: (result: StatementResult) => void;
	readonly reject: (error: Error) => void;
}

/** Opens a database file with its first statement, or makes it; again if the thread has ended. */
export function openThreadedDatabase(file: string): ThreadedDatabase {
	let thread: Worker | undefined;
	let isClosed = false;
	const waiting: Waiting[] = [];

	function start(): Worker {
		const started = new Worker(new URL("./database-thread.js", import.meta.url), { workerData: { file } });
		started.on("message", (reply: Reply) => {
			const first = waiting.shift();
			if ("failure" in reply) first?.reject(new Error(reply.failure));
			else first?.resolve(reply);
		});
		const ended = (error: Error) => {
			if (thread !== started) return;
			thread = undefined;
			for (const { reject } of waiting.splice(0)) reject(error);
		};
		started.on("error", ended);
		started.on("exit", (code) => ended(new Error(`${file}: its thread ended with code ${code}`)));
		return started;
	}

	function execute({ sql, parameters }: CompiledQuery): Promise<StatementResult> {
		return new Promise((resolve, reject) => {
			if (isClosed) throw new Error(`${file} is closed`);
			thread ??= start();
			waiting.push({ resolve, reject });
			thread.postMessage({ sql, values: parameters });
		});
	}

	return {
		dialect: {
			createDriver: () => threadDriver(execute),
			createQueryCompiler: () => new SqliteQueryCompiler(),
			createAdapter: () => new SqliteAdapter(),
			createIntrospector: (db) => new SqliteIntrospector(db),
		},
		async close() {
			isClosed = true;
			if (!thread) return;
			const ended = once(thread, "exit");
			thread.postMessage("close");
			await ended;
		},
	};
}

/** SQLite has one connection. Whoever needs it waits until the one before has released it. */
function threadDriver(execute: (query: CompiledQuery) => Promise<StatementResult>): Driver {
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
	let release: (() => void) | undefined;
	return {
		async init() {},
		async acquireConnection() {
			const before = last;
			let free = () => {};
			last = new Promise((resolve) => {
				free = resolve;
			});
			await before;
			release = free;
			return connection;
		},
		async releaseConnection() {
			release?.();
		},
		beginTransaction: async () => void (await execute(CompiledQuery.raw("begin"))),
		commitTransaction: async () => void (await execute(CompiledQuery.raw("commit"))),
		rollbackTransaction: async () => void (await execute(CompiledQuery.raw("rollback"))),
		async destroy() {},
	};
}
