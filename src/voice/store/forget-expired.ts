import { presence } from "../views/store-visits.ts";
import type { VoiceDatabase } from "./tables.ts";

/**
 * Deletes the digests of limits and of who is here, once their time is over. Otherwise they would stay until the next
 * request of their kind, for weeks on a site where few write.
 *
 * @param now milliseconds since 1970
 */
export async function forgetExpired(db: VoiceDatabase, now: number): Promise<void> {
	await db.deleteFrom("attempts").where("until", "<", now).execute();
	await db.deleteFrom("spent").where("until", "<", now).execute();
	await db
		.deleteFrom("present")
		.where("at", "<=", now - presence)
		.execute();
}
