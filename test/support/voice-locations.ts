/** Both databases that the voice is kept in, for tests that hold for each. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import type { VoiceLocation } from "../../src/voice/store/open-voice-database.ts";
import { type PostgresServer, startPostgres } from "./postgres.ts";

let postgres: Promise<PostgresServer> | undefined;

/** The PostgreSQL of a file of tests; it ends with them. */
function postgresOfTests(): Promise<PostgresServer> {
	postgres ??= startPostgres();
	return postgres;
}

afterAll(async () => {
	await (await postgres)?.remove();
	postgres = undefined;
});

export const voiceLocations = {
	async "an embedded database"(): Promise<VoiceLocation> {
		const folder = mkdtempSync(join(tmpdir(), "tintinh-voice-"));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		return { file: join(folder, "voice.db") };
	},
	async PostgreSQL(): Promise<VoiceLocation> {
		return { url: await (await postgresOfTests()).newDatabase() };
	},
} as const;
