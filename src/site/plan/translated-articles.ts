/** Articles in English: fixed pages that translate an article. */
import { homeAddress } from "../../model/addresses.ts";
import type { Page } from "../../model/page.ts";
import type { CardView, FixedPageView, LinkView } from "../views.ts";
import { figure } from "./cards.ts";
import type { PlanContext } from "./context.ts";
import { authorName } from "./names.ts";
import { optional } from "./optional.ts";

export interface TranslatedArticle {
	readonly page: Page;
	readonly card: CardView;
	/** Of the original. */
	readonly authors: readonly LinkView[];
}

/** Newest first, by the days of their originals; without those whose originals readers cannot see. */
export function translatedArticles(context: PlanContext): TranslatedArticle[] {
	return context.portal.pages
		.flatMap((page): TranslatedArticle[] => {
			const original = originalOf(context, page);
			if (!original?.date) return [];
			const { address, title, summary, image, file } = page;
			const card = {
				address,
				title,
				date: original.date,
				...optional("summary", summary),
				...optional("picture", image && figure(context, file, image)),
			};
			return [{ page, card, authors: original.authors ?? [] }];
		})
		.sort(({ card: one }, { card: other }) =>
			one.date === other.date ? (one.address < other.address ? -1 : 1) : one.date < other.date ? 1 : -1,
		);
}

/** Undefined if a page is not a translation, or if readers cannot see the original. */
export function originalOf({ portal, index }: PlanContext, page: Page): FixedPageView["original"] {
	const of = page.translationOf;
	if (of === undefined) return undefined;
	const entry = index.byId.get(of);
	if (entry && !entry.withdrawn) {
		const { address, date, author } = entry.article;
		return { address, date, authors: author.flatMap((id) => authorName(portal, id) ?? []) };
	}
	const original = portal.pages.find(({ slug }) => slug === of);
	return { address: original?.address ?? homeAddress };
}
