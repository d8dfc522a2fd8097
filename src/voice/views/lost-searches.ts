/** Searches without results. They show what the portal lacks, and say nothing about the reader. */
import { sql } from "kysely";
import { toNfc, toVietnamDay } from "../../text/index.ts";
import type { VoiceDatabase } from "../store/tables.ts";

const longest = 100;
/** Most different searches kept for a day, as a limit against floods. */
const mostOfDay = 2_000;

/** Keeps only queries that may name a topic. E-mail addresses and personal numbers are not kept. */
function keptWords(text: string): string | undefined {
	const words = toNfc(text).toLocaleLowerCase("vi").replace(/\s+/g, " ").trim();
	const isPrivate = /\d{9,}|@/.test(words.replace(/[\s.-]/g, ""));
	if (words.length < 2 || words.length > longest || isPrivate) return undefined;
	return /\p{L}/u.test(words) && !/\p{Cc}/u.test(words) ? words : undefined;
}

/** @param clock milliseconds since 1970 */
export async function addLostSearch(db: VoiceDatabase, clock: () => number, text: string): Promise<void> {
	const words = keptWords(text);
	if (words === undefined) return;
	const day = toVietnamDay(clock());
	const known = await db
		.selectFrom("searches")
		.select(({ fn }) => fn.countAll().as("count"))
		.where("day", "=", day)
		.executeTakeFirst();
	if (Number(known?.count ?? 0) >= mostOfDay) return;
	await db
		.insertInto("searches")
		.values({ day, words, count: 1 })
		.onConflict((conflict) =>
			conflict.columns(["day", "words"]).doUpdateSet({ count: sql`searches.count + 1` }),
		)
		.execute();
}
