import type { ArticleId } from "../../model/ids.ts";
import { addDays } from "../../text/index.ts";
import type { VoiceDatabase } from "../store/tables.ts";

/** Days that count, as those of *Tháng* on the pages. */
const days = 30;
/** Some of them may have been withdrawn. */
const most = 20;

/**
 * The articles with the most readers in the 30 days before a day, most first. The day itself does not count, so that all
 * builds of one day know the same.
 *
 * @param day `2026-11-22`
 */
export async function mostReadBefore(db: VoiceDatabase, day: string): Promise<readonly ArticleId[]> {
	const rows = await db
		.selectFrom("views")
		.select("article")
		.select(({ fn }) => fn.sum("count").as("sum"))
		.where("day", ">=", addDays(day, -days))
		.where("day", "<", day)
		.where("article", "<>", "")
		.groupBy("article")
		.orderBy("sum", "desc")
		.orderBy("article", "desc")
		.limit(most)
		.execute();
	return rows.map(({ article }) => article as ArticleId);
}
