/** Pages outside lists and archives: fixed pages, the search page, the 404 page, redirects. */
import { archiveSearchAddress, notFoundAddress, searchAddress } from "../../model/addresses.ts";
import { asWritten } from "../../model/as-written.ts";
import { addressKey, canBePage, fileAtPath, readFormerAddress } from "../../model/former-address.ts";
import type { Slug, UrlPath } from "../../model/ids.ts";
import { compareVietnamese } from "../../text/index.ts";
import type { ChoiceView, SearchView } from "../views.ts";
import { visible } from "./archive-index.ts";
import { bodyView } from "./article-pages.ts";
import { figure, headline } from "./cards.ts";
import type { PlanContext } from "./context.ts";
import { committeeLink } from "./names.ts";
import { optional } from "./optional.ts";
import type { Output } from "./output.ts";
import { output } from "./output.ts";
import { pagefindPeriods } from "./pagefind-periods.ts";

const headlinesForTheLost = 5;

export function* fixedPages(context: PlanContext, search: boolean): Generator<Output> {
	const { portal, index } = context;
	for (const page of portal.pages) {
		yield output("fixed", page.address, () => ({
			...asWritten("page", page),
			...optional("picture", page.image && figure(context, page.file, page.image)),
			body: bodyView(context, page),
		}));
	}
	yield output("search", searchAddress, () => searchView(context));
	yield output("archive-search", archiveSearchAddress, () => ({
		bundles: search ? [...pagefindPeriods(index).keys()] : [],
	}));
	yield output("not-found", notFoundAddress, () => ({
		latest: visible(index.all.slice(-headlinesForTheLost * 2))
			.slice(-headlinesForTheLost)
			.reverse()
			.map(headline),
	}));
}

function searchView({ portal, index }: PlanContext): SearchView {
	// Of each article as it was published: the index knows nothing of mergers.
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

/**
 * A page for every former address that can be a file of its own: one without a query, ending in `.html`, `/` or no
 * extension. The others are left to the host's redirects.
 */
export function* redirectPages({ index }: PlanContext): Generator<Output> {
	const known = new Set<string>();
	for (const { article, withdrawn } of index.all) {
		for (const from of article.formerAddresses) {
			const address = pageFor(from);
			// One article may name an address in two ways: `/tin` and `/tin/`.
			if (!address || known.has(addressKey(address))) continue;
			known.add(addressKey(address));
			const view = () => ({ to: article.address, title: withdrawn ? article.address : article.title });
			yield output("redirect", address, view);
		}
	}
}

function pageFor(former: string): UrlPath | undefined {
	const read = readFormerAddress(former);
	// What is written in percent signs is left to hosts that know redirects.
	if ("fault" in read || former.includes("%") || read.query !== "" || !canBePage(read.path)) return undefined;
	const file = `/${fileAtPath(read.path)}`;
	return (file.endsWith("/index.html") ? file.slice(0, -"index.html".length) : file) as UrlPath;
}
