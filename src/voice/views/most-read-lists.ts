import { asArticleId } from "../../model/ids.ts";
import type { PublishedArticles } from "../published-articles.ts";
import type { VoiceDatabase } from "../store/tables.ts";
import { lastDays, mostRead, readingPeriods } from "./read-numbers.ts";

const shownArticles = 5;
/** Some of them may have been withdrawn. */
const askedArticles = 20;

/** What *Xem nhiều nhất* shows for each period: titles and addresses. @param now milliseconds since 1970 */
export async function mostReadLists(db: VoiceDatabase, articles: PublishedArticles, now: number) {
	const lists = Object.entries(readingPeriods).map(async ([period, days]) => {
		const found = await mostRead(db, lastDays(now, days), askedArticles);
		const shown = await Promise.all(
			found.map(async ({ article }) => await articles.find(asArticleId(article))),
		);
		const list = shown.flatMap((each) => (each ? [{ title: each.title, address: each.address }] : []));
		return [period, list.slice(0, shownArticles)] as const;
	});
	return Object.fromEntries(await Promise.all(lists));
}
