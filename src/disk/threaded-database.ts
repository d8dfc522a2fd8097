/**
 * A database in a file, for servers. A separate thread waits for the disk and for other processes, so that the server
 * goes on answering.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { CompiledQuery, Dialect } from "kysely";
import type { StatementResult } from "./open-sqlite.js";
import { sqliteDialect } from "./sqlite-dialect.ts";

export interface ThreadedDatabase {
	readonly dialect: Dialect;
	/** Must be called, or the program does not end. @returns once the file is closed */
	close(): Promise<void>;
}

type Reply = StatementResult | { readonly failure: string };

interface Waiting {
	readonly resolve: (result: StatementResult) => void;
	readonly reject: (error: Error) => void;
}

/** Opens or creates a database file with the first statement, and again if the thread has ended. */
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
		dialect: sqliteDialect(file, execute),
		async close() {
			isClosed = true;
			if (!thread) return;
			const ended = once(thread, "exit");
			thread.postMessage("close");
			await ended;
		},
	};
}
