import { dateAddress } from "../../../model/addresses.ts";
import { type ArchiveIndex, visible } from "../../plan/archive-index.ts";
import { headline } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { optional } from "../../plan/optional.ts";
import { type Output, output } from "../../plan/output.ts";
import { monthsOfYear, type Period, periodsOf } from "../../plan/periods.ts";
import type { YearView } from "../../views.ts";

/** The number of headlines that represent a month on its year's page. */
const headlinesOfMonth = 3;

/** The pages of years with articles. */
export function* yearPages({ index }: PlanContext): Generator<Output> {
	for (const year of periodsOf(index.byYear)) {
		yield output("year", dateAddress(year.key), () => yearView(index, year));
	}
}

function yearView(index: ArchiveIndex, { key: year, entries, previous, next }: Period<string>): YearView {
	return {
		year,
		total: visible(entries).length,
		months: monthsOfYear(year).map((month) => {
			const ofMonth = visible(index.byMonth.get(month) ?? []);
			return {
				month,
				count: ofMonth.length,
				headlines: ofMonth.slice(-headlinesOfMonth).reverse().map(headline),
			};
		}),
		...optional("previous", previous),
		...optional("next", next),
	};
}
