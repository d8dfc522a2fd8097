import { sayMonth } from "../../messages/index.ts";
import { dateAddress } from "../../model/addresses.ts";
import type { IsoDay } from "../../model/ids.ts";
import { daysOfMonth } from "../../text/index.ts";
import type { CalendarView, LinkView } from "../views.ts";
import { visible } from "./archive-index.ts";
import type { PlanContext } from "./context.ts";
import { optional } from "./optional.ts";

/** A month's grid, with the nearest months that have articles. */
export function calendarView(context: PlanContext, month: string): CalendarView {
	const { index } = context;
	const months = [...index.byMonth.keys()];
	const at = months.indexOf(month);
	return {
		month,
		days: daysOfMonth(month).map((day) => ({
			day: day as IsoDay,
			count: visible(index.byDay.get(day as IsoDay) ?? []).length,
		})),
		...optional("previous", monthLink(context, months[at - 1])),
		...optional("next", monthLink(context, months[at + 1])),
	};
}

function monthLink(context: PlanContext, month: string | undefined): LinkView | undefined {
	return month === undefined ? undefined : { label: sayMonth(context, month), address: dateAddress(month) };
}
