import { stat } from "node:fs/promises";
import { join } from "node:path";
import { undefinedIfMissing } from "../src/disk/undefined-if-missing.ts";
import { type OpenedVoiceDatabase, openVoiceDatabase } from "../src/voice/store/open-voice-database.ts";

/** The voice's existing database, for commands that run beside the desk. @param data the desk's own folder */
export async function existingVoiceDatabase(
	data: string,
	url: string | undefined,
): Promise<OpenedVoiceDatabase | undefined> {
	const file = join(data, "voice.db");
	if (!url && !(await stat(file).catch(undefinedIfMissing))) return undefined;
	return await openVoiceDatabase(url ? { url } : { file });
}
