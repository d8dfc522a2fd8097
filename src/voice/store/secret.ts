import { randomBytes } from "node:crypto";
import type { VoiceDatabase } from "./tables.ts";

/** Signs challenges and hides addresses in the limits. Made once for a database, and the same for all its processes. */
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
