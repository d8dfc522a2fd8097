import { Kysely, Migrator, PostgresDialect } from "kysely";
import { openEmbeddedDatabase } from "../../disk/embedded-database.ts";
import { openThreadedDatabase } from "../../disk/threaded-database.ts";
import { migrations } from "./migrations.ts";
import type { VoiceDatabase, VoiceTables } from "./tables.ts";

export interface OpenedVoiceDatabase {
	readonly db: VoiceDatabase;
	close(): Promise<void>;
}

/** Where the voice's data is kept: a SQLite file, or PostgreSQL (`postgres://…`). */
export type VoiceLocation = { readonly file: string } | { readonly url: string };

/** Timeout of a connection or a statement, in milliseconds; after it the database counts as unreachable. */
const patience = 5_000;

/**
 * Opens the database and brings its schema up to date. Several processes may have it open.
 *
 * @param user a server answers requests while a file is written or locked; a command may wait for it
 * @throws errors of the disk and the database server
 */
export async function openVoiceDatabase(
	location: VoiceLocation,
	user: "server" | "command" = "command",
): Promise<OpenedVoiceDatabase> {
	const { db, close } = "url" in location ? await connect(location.url) : openFile(location.file, user);
	try {
		const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
		if (error !== undefined) throw error;
	} catch (error) {
		await close();
		throw error;
	}
	return { db, close };
}

function openFile(file: string, user: "server" | "command"): OpenedVoiceDatabase {
	const { dialect, close } = user === "server" ? openThreadedDatabase(file) : openEmbeddedDatabase(file);
	return { db: new Kysely<VoiceTables>({ dialect }), close: async () => await close() };
}

async function connect(url: string): Promise<OpenedVoiceDatabase> {
	const { default: pg } = await import("pg");
	const pool = new pg.Pool({
		connectionString: url,
		max: 8,
		connectionTimeoutMillis: patience,
		statement_timeout: patience,
		// Without a timeout, a statement that hangs would leave a request without an answer.
		query_timeout: patience,
	});
	// A connection that breaks while nobody uses it; the next statement opens another.
	pool.on("error", () => {});
	const db = new Kysely<VoiceTables>({ dialect: new PostgresDialect({ pool }) });
	return { db, close: () => db.destroy() };
}
