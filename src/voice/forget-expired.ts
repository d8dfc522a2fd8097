import { forgetAttempts } from "./comments/attempts.ts";
import { forgetSpent } from "./comments/work.ts";
import type { VoiceDatabase } from "./store/tables.ts";
import { forgetPresent } from "./views/store-visits.ts";

/**
 * Deletes the digests of limits and of who is here, once their time is over. Otherwise they would stay until the next
 * request of their kind, for weeks on a site where few write.
 *
 * @param now milliseconds since 1970
 */
export async function forgetExpired(db: VoiceDatabase, now: number): Promise<void> {
	await forgetAttempts(db, now);
	await forgetSpent(db, now);
	await forgetPresent(db, now);
}
