/** Both databases that the voice is kept in, for tests that hold for each. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import type { VoiceLocation } from "../../src/voice/store/open-voice-database.ts";
import { type PostgresServer, startPostgres } from "./postgres.ts";

/** For a file of tests, with whose end PostgreSQL ends. */
export function openVoiceLocations() {
	let postgres: Promise<PostgresServer> | undefined;
	afterAll(async () => {
		await (await postgres)?.remove();
	});
	return {
		async "an embedded database"(): Promise<VoiceLocation> {
			const folder = mkdtempSync(join(tmpdir(), "tintinh-voice-"));
			onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
			return { file: join(folder, "voice.db") };
		},
		async PostgreSQL(): Promise<VoiceLocation> {
			postgres ??= startPostgres();
			return { url: await (await postgres).newDatabase() };
		},
	} as const;
}
