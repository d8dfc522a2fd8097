import { homeAddress } from "../../../model/addresses.ts";
import { asWritten } from "../../../model/as-written.ts";
import type { Page } from "../../../model/page.ts";
import { translationsIn } from "../../../model/translations.ts";
import { bodyView } from "../../plan/body-view.ts";
import { figure } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { authorName } from "../../plan/names.ts";
import { optional } from "../../plan/optional.ts";
import { type Output, output } from "../../plan/output.ts";
import type { FixedPageView } from "../../views.ts";

/** The pages of the office: about, contact, terms. */
export function* fixedPages(context: PlanContext): Generator<Output> {
	const translations = translationsIn(context.portal.pages);
	for (const page of context.portal.pages) {
		yield output("fixed", page.address, () => ({
			...asWritten("page", page),
			...optional("picture", page.image && figure(context, page.file, page.image)),
			...optional("translation", translations.get(page.slug)?.address),
			...optional("original", originalOf(context, page)),
			body: bodyView(context, page),
		}));
	}
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
