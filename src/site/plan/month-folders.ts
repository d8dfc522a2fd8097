/**
 * The folders that are complete when a month is over: the one of its articles, its days and the month
 * itself, and the one of its days in the API.
 */
import { apiDaysAddress, dateAddress } from "../../model/addresses.ts";
import { apiDays, reachOfDocuments } from "./api-files.ts";
import { articlePages, reachOfPages } from "./article-pages.ts";
import type { PlanContext } from "./context.ts";
import { datedMonths } from "./dated-pages.ts";
import { optional } from "./optional.ts";
import type { OutputFolder } from "./output.ts";
import { furthest } from "./output.ts";

export function* monthFolders(context: PlanContext): Generator<OutputFolder> {
	// An article whose date was corrected may stand in the folder of another month than its day.
	const articles = context.index.byAddressMonth;
	const dated = datedMonths(context);
	for (const month of [...new Set([...articles.keys(), ...dated.keys()])].sort()) {
		const own = articles.get(month);
		const pages = dated.get(month);
		const reaches = [...(own ? [reachOfPages(context, own)] : []), ...(pages ? [pages.through] : [])];
		yield {
			address: dateAddress(month),
			...optional("through", furthest(reaches)),
			outputs: () => [...articlePages(context, own ?? []), ...(pages?.pages() ?? [])],
		};
		if (!own) continue;
		yield {
			address: apiDaysAddress(month),
			...optional("through", reachOfDocuments(context, own)),
			outputs: () => [...apiDays(context, own)],
		};
	}
}
