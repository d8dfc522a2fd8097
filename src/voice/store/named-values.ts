/** Values that are kept by name: secrets, lists, moments. */
import type { VoiceDatabase } from "./tables.ts";

export async function readNamed(db: VoiceDatabase, name: string): Promise<string | undefined> {
	const row = await db.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst();
	return row?.value;
}

export async function writeNamed(db: VoiceDatabase, name: string, value: string): Promise<void> {
	await db
		.insertInto("settings")
		.values({ name, value })
		.onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
		.execute();
}
