/** Takes over a day's counts of another program, in the place of what was taken over of that day before. */
import type { VoiceDatabase } from "../store/tables.ts";
import { addTotals, parts } from "./add-views.ts";

/**
 * @param views readers by id of the article; empty for pages that are not articles
 * @param referrers readers by host
 * @returns false for a day that is counted otherwise; nothing was changed then
 */
export async function setViews(
	db: VoiceDatabase,
	day: string,
	views: ReadonlyMap<string, number>,
	referrers: ReadonlyMap<string, number>,
): Promise<boolean> {
	return await db.transaction().execute(async (transaction) => {
		await transaction
			.insertInto("days")
			.values({ day, source: "service", salt: null })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		const found = await transaction
			.selectFrom("days")
			.select("source")
			.where("day", "=", day)
			.executeTakeFirst();
		if (found?.source !== "service") return false;
		const before = await transaction
			.selectFrom("views")
			.select(["article", "count"])
			.where("day", "=", day)
			.execute();
		await transaction.deleteFrom("views").where("day", "=", day).execute();
		await transaction.deleteFrom("referrers").where("day", "=", day).execute();
		const rows = [...views].map(([article, count]) => ({ day, article, count }));
		for (const part of parts(rows)) await transaction.insertInto("views").values(part).execute();
		const hosts = [...referrers].map(([host, count]) => ({ day, host, count }));
		for (const part of parts(hosts)) await transaction.insertInto("referrers").values(part).execute();
		const changes = new Map(views);
		for (const { article, count } of before) changes.set(article, (changes.get(article) ?? 0) - count);
		const totals = [...changes]
			.filter(([, count]) => count !== 0)
			.sort(([one], [other]) => (one < other ? -1 : 1));
		await addTotals(transaction, totals);
		return true;
	});
}
