import { randomBytes } from "node:crypto";
import type { VoiceDatabase } from "./tables.ts";

/**
 * The secret that signs challenges and hides addresses in the limits. It is made once for each database; all processes
 * share it.
 */
export async function secretOf(db: VoiceDatabase): Promise<string> {
	const found = await read(db);
	if (found !== undefined) return found;
	await db
		.insertInto("settings")
		.values({ name: "secret", value: randomBytes(32).toString("base64url") })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const made = await read(db);
	if (made === undefined) throw new Error("the voice's secret cannot be kept");
	return made;
}

async function read(db: VoiceDatabase): Promise<string | undefined> {
	const row = await db.selectFrom("settings").select("value").where("name", "=", "secret").executeTakeFirst();
	return row?.value;
}
