import { weekdayOf } from "../../text/index.ts";
import type { CalendarDayView } from "../views.ts";

/** Seven places from Monday to Sunday; those outside the month are undefined. */
export type CalendarWeek = readonly (CalendarDayView | undefined)[];

/** Lays the days of a month, given in order, out in weeks. */
export function calendarWeeks(days: readonly CalendarDayView[]): readonly CalendarWeek[] {
	const first = days[0];
	if (!first) return [];
	const places: (CalendarDayView | undefined)[] = [
		...Array<undefined>(weekdayOf(first.day) - 1).fill(undefined),
		...days,
	];
	const weeks: CalendarWeek[] = [];
	for (let start = 0; start < places.length; start += 7) {
		const week = places.slice(start, start + 7);
		weeks.push([...week, ...Array<undefined>(7 - week.length).fill(undefined)]);
	}
	return weeks;
}
