// @ts-check
/** Executes the statements of a database file in a separate thread, one after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { openSqlite } from "./open-sqlite.js";

/** @typedef {{ readonly sql: string, readonly values: readonly unknown[] }} Statement */

const { file } = /** @type {{ readonly file: string }} */ (workerData);
/** @type {import("./open-sqlite.js").SqliteFile | undefined} */
let database;

parentPort?.on("message", (/** @type {Statement | "close"} */ message) => {
	if (message === "close") {
		database?.close();
		parentPort?.close();
		return;
	}
	try {
		database ??= openSqlite(file);
		parentPort?.postMessage(database.execute(message.sql, message.values));
	} catch (error) {
		parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
	}
});
