import {
	calendarAddress,
	recordAddress,
	recordsAddresses,
	wholeCalendarAddress,
} from "../../../model/addresses.ts";
import { dayOf } from "../../../model/ids.ts";
import type { RecordOf } from "../../../model/records.ts";
import { endOfWeek, inOrder } from "../../../model/schedule.ts";
import type { PlanContext } from "../../plan/context.ts";
import { optional } from "../../plan/optional.ts";
import { type Output, output } from "../../plan/output.ts";
import type { WeekView } from "../../views.ts";

/** The number of newest weeks in the calendar to which people subscribe. */
const subscribedWeeks = 12;
/** The number of weeks that the landing page shows in full: those that are not over, or else the newest. */
const shownWeeks = 2;

/**
 * A page and a calendar for each week, the page of all weeks, and the calendar to subscribe to. A week links to the one
 * before it and never to a later one, so a published week stays as it is.
 */
export function* schedulePages(context: PlanContext): Generator<Output> {
	const weeks = [...context.portal.records.schedules.values()].sort((one, other) =>
		one.week < other.week ? -1 : 1,
	);
	if (weeks.length === 0) return;
	for (const [at, week] of weeks.entries()) {
		const before = weeks[at - 1];
		yield output("schedule", recordAddress("schedules", week.id), () => ({
			weeks: [weekView(week)],
			...optional(
				"previous",
				before && { week: before.week, address: recordAddress("schedules", before.id) },
			),
		}));
		yield output("calendar", calendarAddress(week.id), () => ({
			weeks: [{ week: week.week, items: inOrder(week.items) }],
		}));
	}
	yield output("schedule", recordsAddresses.schedules, () => {
		const today = dayOf(context.portal.now);
		const coming = weeks.filter(({ week }) => endOfWeek(week) >= today);
		const shown = coming.length > 0 ? coming.slice(0, shownWeeks) : weeks.slice(-1);
		return {
			weeks: shown.map(weekView),
			all: [...weeks].reverse().map(({ id, week }) => ({ week, address: recordAddress("schedules", id) })),
		};
	});
	yield output("calendar", wholeCalendarAddress, () => ({
		weeks: weeks.slice(-subscribedWeeks).map(({ week, items }) => ({ week, items: inOrder(items) })),
	}));
}

function weekView({ id, week, items, note }: RecordOf<"schedules">): WeekView {
	return {
		week,
		address: recordAddress("schedules", id),
		calendar: calendarAddress(id),
		items: inOrder(items),
		...optional("note", note),
	};
}
