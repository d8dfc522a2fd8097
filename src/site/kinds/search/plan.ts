import { englishSearchAddress, searchAddress } from "../../../model/addresses.ts";
import type { Slug } from "../../../model/ids.ts";
import { hasEnglish } from "../../../model/translations.ts";
import { compareVietnamese } from "../../../text/index.ts";
import { visible } from "../../plan/archive-index.ts";
import type { PlanContext } from "../../plan/context.ts";
import { committeeLink } from "../../plan/names.ts";
import { type Output, output } from "../../plan/output.ts";
import type { ChoiceView, SearchView } from "../../views.ts";

/** The search page over the whole archive. */
export function searchPage(context: PlanContext): Output {
	return output("search", searchAddress, () => searchView(context));
}

/** The same in English, if the site has an English list. */
export function* englishSearchPage(context: PlanContext): Generator<Output> {
	const { site, pages } = context.portal;
	if (hasEnglish(site, pages))
		yield output("search", englishSearchAddress, () => ({
			...searchView(context),
			// Translations have neither.
			provinces: [],
			committees: [],
			isEnglish: true as const,
		}));
}

function searchView({ portal, index }: PlanContext): SearchView {
	// As of each article's day: the index does not know mergers.
	const provinces = new Set(visible(index.all).flatMap(({ article }) => article.province ?? []));
	return {
		years: [...index.byYear.keys()].reverse(),
		provinces: sortedChoices([...provinces], (slug) => portal.provinces.withSlug(slug).at(-1)?.name),
		committees: sortedChoices([...index.byCommittee.keys()], (id) => committeeLink(portal, id)?.label),
	};
}

function sortedChoices(
	values: readonly Slug[],
	labelOf: (value: Slug) => string | undefined,
): readonly ChoiceView[] {
	return values
		.map((value) => ({ label: labelOf(value) ?? value, value }))
		.sort((a, b) => compareVietnamese(a.label, b.label));
}
