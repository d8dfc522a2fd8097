/** The archive by day, month and year, and the whole of it at a glance. */
import { sayMonth } from "../../messages/index.ts";
import { archiveAddress, dateAddress, dayAddress } from "../../model/addresses.ts";
import type { IsoDay, UrlPath } from "../../model/ids.ts";
import { dayOf } from "../../model/ids.ts";
import { daysOfMonth } from "../../text/index.ts";
import type {
	ArchiveOfferView,
	ArchiveView,
	CalendarView,
	DayView,
	LinkView,
	MonthView,
	YearView,
} from "../views.ts";
import type { ArchiveIndex, Entry } from "./archive-index.ts";
import { visible } from "./archive-index.ts";
import { card, headline, wideCard } from "./cards.ts";
import type { PlanContext } from "./context.ts";
import { groupBy } from "./group-by.ts";
import { optional } from "./optional.ts";
import type { Output } from "./output.ts";
import { inputsOf, output } from "./output.ts";

/** Headlines that stand for a month on its year's page. */
const headlinesOfMonth = 3;
/** A day with more articles shows them as lines. */
const mostCards = 12;

/** A month with the pages that stand in its folder. */
export interface DatedMonth {
	readonly pages: () => Generator<Output>;
	/** How far these reach. */
	readonly through: number | undefined;
}

/** By month (`2026-11`), oldest first. */
export function datedMonths(context: PlanContext): Map<string, DatedMonth> {
	const { index } = context;
	const days = groupBy(inOrder(index.byDay), ({ key }) => key.slice(0, 7));
	const months = [...inOrder(index.byMonth)].map((month): [string, DatedMonth] => [
		month.key,
		{
			*pages() {
				for (const day of days.get(month.key) ?? []) yield dayPage(context, day);
				yield monthPage(context, month);
			},
			through: beginning(index.byMonth, month.next),
		},
	]);
	return new Map(months);
}

function dayPage(context: PlanContext, { key: day, value, previous, next }: InOrder<IsoDay>): Output {
	return output("day", dayAddress(day), () => dayView(context, day, previous, next), {
		inputs: () => inputsOf(value, previous, next),
		day,
		...optional("through", beginning(context.index.byDay, next)),
	});
}

function monthPage(context: PlanContext, { key: month, value, previous, next }: InOrder<string>): Output {
	return output("month", dateAddress(month), () => monthView(context, month), {
		inputs: () => inputsOf(value, previous, next),
		...optional("through", beginning(context.index.byMonth, next)),
	});
}

export function* yearPages({ index, archives = [] }: PlanContext): Generator<Output> {
	for (const { key: year, previous, next } of inOrder(index.byYear)) {
		yield output("year", dateAddress(year), () => yearView(index, year, previous, next));
	}
	yield output("archive", archiveAddress, () => archiveView(index, archives));
}

/** The addresses of every page of the archive: days, months, years, and the archive itself. */
export function datedAddresses({ byDay, byMonth, byYear }: ArchiveIndex): UrlPath[] {
	return [...[...byDay.keys(), ...byMonth.keys(), ...byYear.keys()].map(dateAddress), archiveAddress];
}

/** A month's grid, with its neighbours that have news. */
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

function dayView(
	context: PlanContext,
	day: IsoDay,
	previous: IsoDay | undefined,
	next: IsoDay | undefined,
): DayView {
	const entries = visible(context.index.byDay.get(day) ?? []).reverse();
	const lead = leadOf(entries);
	const others = entries.filter((entry) => entry !== lead);
	const isLong = entries.length > mostCards;
	return {
		day,
		...(lead && { lead: wideCard(context, lead) }),
		cards: isLong ? [] : others.map((entry) => card(context, entry)),
		headlines: isLong ? others.map(headline) : [],
		...optional("previous", previous),
		...optional("next", next),
	};
}

/** Featured ones come before those with a picture, and among equals the newest. */
function leadOf(newestFirst: readonly Entry[]): Entry | undefined {
	const merit = ({ article }: Entry) => (article.featured ? 2 : 0) + (article.image ? 1 : 0);
	const best = Math.max(0, ...newestFirst.map(merit));
	return best === 0 ? undefined : newestFirst.find((entry) => merit(entry) === best);
}

function monthView(context: PlanContext, month: string): MonthView {
	const { index } = context;
	const entries = visible(index.byMonth.get(month) ?? []).reverse();
	const days = new Map<IsoDay, MonthView["days"][number]["headlines"][number][]>();
	for (const entry of entries) {
		const day = dayOf(entry.article.date);
		const headlines = days.get(day);
		if (headlines) headlines.push(headline(entry));
		else days.set(day, [headline(entry)]);
	}
	return {
		calendar: calendarView(context, month),
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

function archiveView(index: ArchiveIndex, offers: readonly ArchiveOfferView[]): ArchiveView {
	return {
		total: visible(index.all).length,
		years: [...index.byYear.keys()].reverse().map((year) => ({
			year,
			counts: monthsOf(year).map((month) => visible(index.byMonth.get(month) ?? []).length),
		})),
		...(offers.length > 0 && { offers }),
	};
}

function monthsOf(year: string): string[] {
	return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`);
}

/** Place of the article with which a day or month has come for readers. */
function beginning<Key>(map: ReadonlyMap<Key, readonly Entry[]>, key: Key | undefined): number | undefined {
	return key === undefined ? undefined : map.get(key)?.find(({ withdrawn }) => !withdrawn)?.place;
}

/** A day, month or year with its articles, and those before and after it that have some, too. */
interface InOrder<Key> {
	readonly key: Key;
	readonly value: readonly Entry[];
	readonly previous: Key | undefined;
	readonly next: Key | undefined;
}

function* inOrder<Key>(map: ReadonlyMap<Key, readonly Entry[]>): Generator<InOrder<Key>> {
	const entries = [...map];
	for (const [at, [key, value]] of entries.entries()) {
		yield { key, value, previous: entries[at - 1]?.[0], next: entries[at + 1]?.[0] };
	}
}
