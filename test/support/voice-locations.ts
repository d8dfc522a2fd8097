/** Both databases that the voice server supports, for tests that run with each. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import type { VoiceLocation } from "../../src/voice/store/open-voice-database.ts";
import { type PostgresServer, startPostgres } from "./postgres.ts";

/** Call it once per test file; PostgreSQL ends with the file. */
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
