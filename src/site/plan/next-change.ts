import { asIsoDateTime, dayOf, type IsoDateTime } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { addDays } from "../../text/index.ts";
import { endOfNews, isRecentNews } from "../feeds/news-sitemap.ts";

/**
 * The first moment at which time alone may change a page: the next day (provinces change by day), the end of an article
 * in the news sitemap, or `until`.
 */
export function nextChange({ articles, now }: Portal, until: IsoDateTime | undefined): IsoDateTime {
	const moments: IsoDateTime[] = [asIsoDateTime(`${addDays(dayOf(now), 1)}T00:00:00+07:00`)];
	if (until !== undefined) moments.push(until);
	for (let at = articles.length - 1; at >= 0; at--) {
		const article = articles[at];
		if (!article || !isRecentNews(article.date, now)) break;
		moments.push(endOfNews(article.date));
	}
	return moments.sort()[0] as IsoDateTime;
}
