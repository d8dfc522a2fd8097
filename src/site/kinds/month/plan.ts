import { dateAddress } from "../../../model/addresses.ts";
import type { IsoDay } from "../../../model/ids.ts";
import { dayOf } from "../../../model/ids.ts";
import { visible } from "../../plan/archive-index.ts";
import { calendarView } from "../../plan/calendar.ts";
import { headline } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { groupBy } from "../../plan/group-by.ts";
import { optional } from "../../plan/optional.ts";
import { inputsOf, type Output, output } from "../../plan/output.ts";
import { beginning, type Period } from "../../plan/periods.ts";
import type { MonthView } from "../../views.ts";

/** If a month has more articles, each day has only its newest headlines. */
const mostOfMonth = 150;
/** If a day of such a month has more headlines, only the newest are shown. */
const mostOfDay = 10;
const shownOfDay = 8;

/** The page of a month with articles. */
export function monthPage(context: PlanContext, period: Period<string>): Output {
	const { key: month, entries, previous, next } = period;
	return output("month", dateAddress(month), () => monthView(context, period), {
		inputs: () => inputsOf(entries, previous, next),
		...optional("through", beginning(context.index.byMonth, next)),
	});
}

function monthView(context: PlanContext, { key: month, entries }: Period<string>): MonthView {
	const shown = visible(entries).reverse();
	const days = groupBy(shown, ({ article }): IsoDay => dayOf(article.date));
	return {
		calendar: calendarView(context, month),
		total: shown.length,
		days: [...days].map(([day, ofDay]) => {
			const isCut = shown.length > mostOfMonth && ofDay.length > mostOfDay;
			return {
				day,
				headlines: (isCut ? ofDay.slice(0, shownOfDay) : ofDay).map(headline),
				...(isCut && { count: ofDay.length }),
			};
		}),
	};
}
