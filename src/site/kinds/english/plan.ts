import { englishAddress } from "../../../model/addresses.ts";
import { hasEnglish } from "../../../model/translations.ts";
import { figure } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { optional } from "../../plan/optional.ts";
import { type Output, output } from "../../plan/output.ts";
import type { CardView, EnglishView, LinkView } from "../../views.ts";
import { originalOf } from "../fixed/plan.ts";

/** The page that lists everything in English, if the settings or a page are in English. */
export function* englishPage(context: PlanContext): Generator<Output> {
	const { site, pages } = context.portal;
	if (hasEnglish(site, pages)) yield output("english", englishAddress, () => englishView(context));
}

function englishView(context: PlanContext): EnglishView {
	const pages: LinkView[] = [];
	const articles: CardView[] = [];
	for (const page of context.portal.pages) {
		const original = originalOf(context, page);
		if (!original) continue;
		const { address, title, summary, image, file } = page;
		if (original.date)
			articles.push({
				address,
				title,
				date: original.date,
				...optional("summary", summary),
				...optional("picture", image && figure(context, file, image)),
			});
		else pages.push({ label: title, address });
	}
	const newestFirst = (one: CardView, other: CardView) => (one.date < other.date ? 1 : -1);
	return { pages, articles: articles.sort(newestFirst) };
}
