import { randomBytes } from "node:crypto";
import { readNamed } from "./named-values.ts";
import type { VoiceDatabase } from "./tables.ts";

const name = "secret";

/**
 * The secret that signs challenges and hides addresses in the limits. It is made once for each database; all processes
 * share it.
 */
export async function secretOf(db: VoiceDatabase): Promise<string> {
	const found = await readNamed(db, name);
	if (found !== undefined) return found;
	await db
		.insertInto("settings")
		.values({ name, value: randomBytes(32).toString("base64url") })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const made = await readNamed(db, name);
	if (made === undefined) throw new Error("the voice's secret cannot be kept");
	return made;
}
