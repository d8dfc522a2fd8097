import { asWritten } from "../../../model/as-written.ts";
import { translationsIn } from "../../../model/translations.ts";
import { bodyView } from "../../plan/body-view.ts";
import { figure } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { optional } from "../../plan/optional.ts";
import { type Output, output } from "../../plan/output.ts";
import { originalOf } from "../../plan/translated-articles.ts";

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
