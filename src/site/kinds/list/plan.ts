/**
 * Lists that grow at their end. Entries are counted from the oldest: page 1 has the first `pageSize`, and no longer
 * changes once page 2 exists. The landing page shows the newest entries: those of the last page, and of the full one
 * before it.
 */
import { listPageAddress } from "../../../model/addresses.ts";
import type { IsoDay, UrlPath } from "../../../model/ids.ts";
import { dayOf } from "../../../model/ids.ts";
import type { Entry } from "../../plan/archive-index.ts";
import { visible } from "../../plan/archive-index.ts";
import { optional } from "../../plan/optional.ts";
import type { Output } from "../../plan/output.ts";
import { inputsOf, output } from "../../plan/output.ts";
import type { BannersView, ListAboutView, ListEntryView, ListView } from "../../views.ts";

/** Entries on a numbered page. */
const pageSize = 20;

export interface GrowingList {
	readonly landing: UrlPath;
	readonly heading: string;
	readonly about: ListAboutView;
	/** Oldest first, including withdrawn articles. */
	readonly entries: readonly Entry[];
	readonly entryView: (entry: Entry) => ListEntryView;
	readonly look?: ListView["look"];
	readonly banners?: BannersView;
}

/** The number of numbered pages for `count` entries, and where the landing page begins. */
function pagesOf(count: number): {
	pages: number;
	landingFrom: number;
	olderPage: number | undefined;
} {
	const pages = Math.ceil(count / pageSize);
	const olderPages = Math.max(0, pages - 2);
	return { pages, landingFrom: olderPages * pageSize, olderPage: olderPages > 0 ? olderPages : undefined };
}

/** The landing page and every numbered page of a list. A list that fits its landing page has no numbered ones. */
export function* listPages(list: GrowingList): Generator<Output> {
	const { landing, heading, entries } = list;
	const { pages, landingFrom, olderPage } = pagesOf(entries.length);
	const view = (from: number, to: number, rest: Partial<ListView>): ListView => ({
		heading,
		...optional("look", list.look),
		landing,
		entries: visible(entries.slice(from, to)).reverse().map(list.entryView),
		...rest,
	});
	yield output(
		"list",
		landing,
		() =>
			view(landingFrom, entries.length, {
				about: list.about,
				...optional("banners", list.banners),
				...optional("older", olderPage === undefined ? undefined : listPageAddress(landing, olderPage)),
				...(olderPage !== undefined && {
					...oldestFor(landing, olderPage),
					months: monthsOf(list),
				}),
			}),
		{
			inputs: () => {
				const months = olderPage === undefined ? [] : monthsOf(list);
				return inputsOf(
					entries.slice(landingFrom),
					heading,
					list.about,
					olderPage,
					months,
					...(list.banners ? [list.banners] : []),
				);
			},
			...optional("day", dayOfPlace(entries, entries.length - 1)),
		},
	);
	if (pages < 3) return;
	for (let number = 1; number <= pages; number++) {
		const from = (number - 1) * pageSize;
		yield output(
			"list",
			listPageAddress(landing, number),
			() =>
				view(from, from + pageSize, {
					number,
					newer: number < pages ? listPageAddress(landing, number + 1) : landing,
					...optional("older", number > 1 ? listPageAddress(landing, number - 1) : undefined),
					...oldestFor(landing, number - 1),
				}),
			{
				inputs: () => inputsOf(entries.slice(from, from + pageSize), heading, number < pages),
				...optional("day", dayOfPlace(entries, Math.min(from + pageSize, entries.length) - 1)),
				// The page exists from the third on, and links to a newer one once that has an article.
				...optional("through", entries[Math.max(from, pageSize) + pageSize]?.place),
			},
		);
	}
}

/** @param older number of the page that is linked as the next older one; 0 if there is none */
function oldestFor(landing: UrlPath, older: number): Pick<ListView, "oldest"> {
	return older > 1 ? { oldest: listPageAddress(landing, 1) } : {};
}

/** Newest first. Articles with an unknown date are in no month. */
function monthsOf({ landing, entries }: GrowingList): NonNullable<ListView["months"]> {
	const { landingFrom } = pagesOf(entries.length);
	const months = new Map<string, UrlPath>();
	for (const [at, { article, withdrawn }] of entries.entries()) {
		if (withdrawn || article.undated) continue;
		const address = at >= landingFrom ? landing : listPageAddress(landing, Math.floor(at / pageSize) + 1);
		months.set(article.date.slice(0, 7), address);
	}
	return [...months].map(([month, address]) => ({ month, address })).reverse();
}

function dayOfPlace(entries: readonly Entry[], at: number): IsoDay | undefined {
	const entry = entries[at];
	return entry && dayOf(entry.article.date);
}
