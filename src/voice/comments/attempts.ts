/** Limits how much one address may send. Of the address only a digest is kept, for one hour. */
import { createHmac } from "node:crypto";
import { sql } from "kysely";
import { secretOf } from "../store/secret.ts";
import type { VoiceDatabase } from "../store/tables.ts";

const hour = 60 * 60 * 1000;

/** Whether one more is within the limit. @param source a network and what it sends */
export async function mayTry(db: VoiceDatabase, now: number, source: string, most: number): Promise<boolean> {
	const digest = createHmac("sha256", await secretOf(db))
		.update(source)
		.digest("base64url");
	await forgetAttempts(db, now);
	const [row] = await db
		.insertInto("attempts")
		.values({ source: digest, until: now + hour, count: 1 })
		.onConflict((conflict) => conflict.column("source").doUpdateSet({ count: sql`attempts.count + 1` }))
		.returning("count")
		.execute();
	return (row?.count ?? 0) <= most;
}

/** Deletes those whose hour is over. */
export async function forgetAttempts(db: VoiceDatabase, now: number): Promise<void> {
	await db.deleteFrom("attempts").where("until", "<", now).execute();
}
