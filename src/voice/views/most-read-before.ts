import type { ArticleId } from "../../model/ids.ts";
import { addDays } from "../../text/index.ts";
import type { VoiceDatabase } from "../store/tables.ts";
import { mostRead, readingPeriods } from "./read-numbers.ts";

/** Some of them may have been withdrawn. */
const most = 20;

/**
 * The articles with the most readers in the 30 days before a day, most first. The day itself does not count, so that all
 * builds of one day know the same.
 *
 * @param day `2026-11-22`
 */
export async function mostReadBefore(db: VoiceDatabase, day: string): Promise<readonly ArticleId[]> {
	const read = await mostRead(db, { from: addDays(day, -readingPeriods.month), before: day }, most);
	return read.map(({ article }) => article as ArticleId);
}
