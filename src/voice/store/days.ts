/** Days with their salts. With a salt, readers can be distinguished on one day and not beyond it. */
import { randomBytes } from "node:crypto";
import type { VoiceDatabase, VoiceTables } from "./tables.ts";

export type ViewSource = VoiceTables["days"]["source"];

/**
 * The salt of a day. Undefined if the day's numbers come from another source or the day is over: readers would be
 * counted twice.
 */
export async function saltOf(
	db: VoiceDatabase,
	day: string,
	source: ViewSource,
): Promise<string | undefined> {
	await db
		.insertInto("days")
		.values({ day, source, salt: randomBytes(24).toString("base64url") })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const found = await db.selectFrom("days").selectAll().where("day", "=", day).executeTakeFirst();
	return found?.source === source ? (found.salt ?? undefined) : undefined;
}

/** Forgets who read before a day: salts and digests are deleted, numbers stay. */
export async function closeDaysBefore(db: VoiceDatabase, day: string, source: ViewSource): Promise<void> {
	await db.transaction().execute(async (transaction) => {
		const over = await transaction
			.updateTable("days")
			.set({ salt: null })
			.where("day", "<", day)
			.where("source", "=", source)
			.where("salt", "is not", null)
			.returning("day")
			.execute();
		const days = over.map((each) => each.day);
		if (days.length === 0) return;
		await transaction.deleteFrom("seen").where("day", "in", days).execute();
	});
}
