/** The archive by day, month and year, and the whole of it at a glance. */
import { archiveAddress, dateAddress, dayAddress } from "../../model/addresses.ts";
import type { IsoDay } from "../../model/ids.ts";
import { dayOf } from "../../model/ids.ts";
import { daysOfMonth, formatMonth } from "../../text/index.ts";
import type { ArchiveView, CalendarView, DayView, LinkView, MonthView, YearView } from "../views.ts";
import type { ArchiveIndex, Entry } from "./archive-index.ts";
import { visible } from "./archive-index.ts";
import { card, headline } from "./cards.ts";
import type { PlanContext } from "./context.ts";
import { optional } from "./optional.ts";
import type { Output } from "./output.ts";
import { inputsOf, output } from "./output.ts";

/** Headlines that stand for a month on its year's page. */
const headlinesOfMonth = 3;

export function* datedPages(context: PlanContext): Generator<Output> {
	const { index } = context;
	for (const { key: day, value, previous, next } of inOrder(index.byDay)) {
		yield output("day", dayAddress(day), () => dayView(context, day, previous, next), {
			inputs: () => inputsOf(value, previous, next),
			day,
			...optional("through", lastPlace(index.byDay, next)),
		});
	}
	for (const { key: month, value, previous, next } of inOrder(index.byMonth)) {
		yield output("month", dateAddress(month), () => monthView(index, month), {
			inputs: () => inputsOf(value, previous, next),
			...optional("through", lastPlace(index.byMonth, next)),
		});
	}
	for (const { key: year, previous, next } of inOrder(index.byYear)) {
		yield output("year", dateAddress(year), () => yearView(index, year, previous, next));
	}
	yield output("archive", archiveAddress, () => archiveView(index));
}

/** A month's grid, with its neighbours that have news. */
export function calendarView(index: ArchiveIndex, month: string): CalendarView {
	const months = [...index.byMonth.keys()];
	const at = months.indexOf(month);
	return {
		month,
		days: daysOfMonth(month).map((day) => ({
			day: day as IsoDay,
			count: visible(index.byDay.get(day as IsoDay) ?? []).length,
		})),
		...optional("previous", monthLink(months[at - 1])),
		...optional("next", monthLink(months[at + 1])),
	};
}

function monthLink(month: string | undefined): LinkView | undefined {
	return month === undefined ? undefined : { label: formatMonth(month), address: dateAddress(month) };
}

function dayView(
	context: PlanContext,
	day: IsoDay,
	previous: IsoDay | undefined,
	next: IsoDay | undefined,
): DayView {
	const entries = visible(context.index.byDay.get(day) ?? []);
	return {
		day,
		cards: entries.reverse().map((entry) => card(context, entry)),
		...optional("previous", previous),
		...optional("next", next),
	};
}

function monthView(index: ArchiveIndex, month: string): MonthView {
	const entries = visible(index.byMonth.get(month) ?? []).reverse();
	const days = new Map<IsoDay, MonthView["days"][number]["headlines"][number][]>();
	for (const entry of entries) {
		const day = dayOf(entry.article.date);
		const headlines = days.get(day);
		if (headlines) headlines.push(headline(entry));
		else days.set(day, [headline(entry)]);
	}
	return {
		calendar: calendarView(index, month),
		total: entries.length,
		days: [...days].map(([day, headlines]) => ({ day, headlines })),
	};
}

function yearView(
	index: ArchiveIndex,
	year: string,
	previous: string | undefined,
	next: string | undefined,
): YearView {
	return {
		year,
		total: visible(index.byYear.get(year) ?? []).length,
		months: monthsOf(year).map((month) => {
			const entries = visible(index.byMonth.get(month) ?? []);
			return {
				month,
				count: entries.length,
				headlines: entries.slice(-headlinesOfMonth).reverse().map(headline),
			};
		}),
		...optional("previous", previous),
		...optional("next", next),
	};
}

function archiveView(index: ArchiveIndex): ArchiveView {
	return {
		total: visible(index.all).length,
		years: [...index.byYear.keys()].reverse().map((year) => ({
			year,
			counts: monthsOf(year).map((month) => visible(index.byMonth.get(month) ?? []).length),
		})),
	};
}

function monthsOf(year: string): string[] {
	return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`);
}

function lastPlace<Key>(map: ReadonlyMap<Key, readonly Entry[]>, key: Key | undefined): number | undefined {
	return key === undefined ? undefined : map.get(key)?.at(-1)?.place;
}

function* inOrder<Key, Value>(map: ReadonlyMap<Key, Value>) {
	const entries = [...map];
	for (const [at, [key, value]] of entries.entries()) {
		yield { key, value, previous: entries[at - 1]?.[0], next: entries[at + 1]?.[0] };
	}
}
