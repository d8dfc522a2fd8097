/**
 * The two folders of each month: that of its page, its days and its articles, and that of its days in the API. They
 * stay the same once the month is over.
 */
import { apiDaysAddress, dateAddress } from "../../model/addresses.ts";
import { articlePage, reachOfArticles } from "../kinds/article/plan.ts";
import { dayPage } from "../kinds/day/plan.ts";
import { monthPage } from "../kinds/month/plan.ts";
import { withdrawnPage } from "../kinds/withdrawn/plan.ts";
import { apiDays, reachOfDocuments } from "./api-files.ts";
import type { PlanContext } from "./context.ts";
import { groupBy } from "./group-by.ts";
import { optional } from "./optional.ts";
import type { Output, OutputFolder } from "./output.ts";
import { furthest } from "./output.ts";
import { beginning, periodsOf } from "./periods.ts";

export function* monthFolders(context: PlanContext): Generator<OutputFolder> {
	const { index } = context;
	// An article whose date was corrected may be in the folder of another month than that of its day.
	const articles = index.byAddressMonth;
	const days = groupBy(periodsOf(index.byDay), ({ key }) => key.slice(0, 7));
	const periods = new Map([...periodsOf(index.byMonth)].map((period) => [period.key, period]));
	for (const month of [...new Set([...articles.keys(), ...periods.keys()])].sort()) {
		const own = articles.get(month);
		const period = periods.get(month);
		const reaches = [
			...(own ? [reachOfArticles(context, own)] : []),
			...(period ? [beginning(index.byMonth, period.next)] : []),
		];
		yield {
			address: dateAddress(month),
			...optional("through", furthest(reaches)),
			outputs: () => [
				...(own ?? []).map((entry): Output => withdrawnPage(context, entry) ?? articlePage(context, entry)),
				...(days.get(month) ?? []).map((day) => dayPage(context, day)),
				...(period ? [monthPage(context, period)] : []),
			],
		};
		if (!own) continue;
		yield {
			address: apiDaysAddress(month),
			...optional("through", reachOfDocuments(context, own)),
			outputs: () => [...apiDays(context, own)],
		};
	}
}
