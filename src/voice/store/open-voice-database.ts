import { Kysely, Migrator, PostgresDialect } from "kysely";
import { openEmbeddedDatabase } from "../../disk/embedded-database.ts";
import { migrations } from "./migrations.ts";
import type { VoiceDatabase, VoiceTables } from "./tables.ts";

export interface OpenedVoiceDatabase {
	readonly db: VoiceDatabase;
	close(): Promise<void>;
}

/** Where the voice is kept: a file of its own, or PostgreSQL (`postgres://…`). */
export type VoiceLocation = { readonly file: string } | { readonly url: string };

/** How long a connection or a statement may take before the database counts as gone, in milliseconds. */
const patience = 5_000;

/**
 * Opens the database and brings its schema up to date. Several processes may have it open.
 *
 * @throws what the disk or the database server refuses
 */
export async function openVoiceDatabase(location: VoiceLocation): Promise<OpenedVoiceDatabase> {
	const { db, close } = "url" in location ? await connect(location.url) : openFile(location.file);
	try {
		const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
		if (error !== undefined) throw error;
	} catch (error) {
		await close();
		throw error;
	}
	return { db, close };
}

function openFile(file: string): OpenedVoiceDatabase {
	const { dialect, close } = openEmbeddedDatabase(file, { isAlone: false });
	return { db: new Kysely<VoiceTables>({ dialect }), close: async () => close() };
}

async function connect(url: string): Promise<OpenedVoiceDatabase> {
	const { default: pg } = await import("pg");
	const pool = new pg.Pool({
		connectionString: url,
		max: 8,
		connectionTimeoutMillis: patience,
		statement_timeout: patience,
		// Nobody may count on it, and a statement that hangs is an answer that never comes.
		query_timeout: patience,
	});
	// A connection that breaks while nobody uses it; the next statement opens another.
	pool.on("error", () => {});
	const db = new Kysely<VoiceTables>({ dialect: new PostgresDialect({ pool }) });
	return { db, close: () => db.destroy() };
}
