import { asWritten } from "../../../model/as-written.ts";
import { bodyView } from "../../plan/body-view.ts";
import { figure } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { optional } from "../../plan/optional.ts";
import { type Output, output } from "../../plan/output.ts";

/** The pages of the office: about, contact, terms. */
export function* fixedPages(context: PlanContext): Generator<Output> {
	for (const page of context.portal.pages) {
		yield output("fixed", page.address, () => ({
			...asWritten("page", page),
			...optional("picture", page.image && figure(context, page.file, page.image)),
			body: bodyView(context, page),
		}));
	}
}
