import { englishAddress } from "../../../model/addresses.ts";
import { dayOf } from "../../../model/ids.ts";
import { hasEnglish } from "../../../model/translations.ts";
import type { PlanContext } from "../../plan/context.ts";
import { groupBy } from "../../plan/group-by.ts";
import { type Output, output } from "../../plan/output.ts";
import { originalOf, translatedArticles } from "../../plan/translated-articles.ts";
import type { EnglishView, LinkView } from "../../views.ts";

/** Articles with their leads. All of them are in the archive below. */
const newestCount = 12;

/** The page that lists everything in English, if the settings or a page are in English. */
export function* englishPage(context: PlanContext): Generator<Output> {
	const { site, pages } = context.portal;
	if (hasEnglish(site, pages)) yield output("english", englishAddress, () => englishView(context));
}

function englishView(context: PlanContext): EnglishView {
	const pages = context.portal.pages.flatMap((page): LinkView[] => {
		const original = originalOf(context, page);
		return original && !original.date ? [{ label: page.title, address: page.address }] : [];
	});
	const articles = translatedArticles(context).map(({ card }) => card);
	return {
		pages,
		articles: articles.slice(0, newestCount),
		archive: [...groupBy(articles, ({ date }) => dayOf(date))].map(([day, own]) => ({
			day,
			links: own.map(({ title, address }) => ({ label: title, address })),
		})),
	};
}
