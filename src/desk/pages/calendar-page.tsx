/** A month with what was published and what is scheduled. */

import { addDays, daysOfMonth, formatDay, weekdayOf } from "../../text/index.ts";
import { sectionAddresses } from "../messages.ts";
import type { Person } from "../people.ts";
import type { EntrySummary } from "../store/index.ts";
import { clockOf, formAddress, StateMark } from "./entry-line.tsx";
import { Layout } from "./layout.tsx";
import { entryStrings } from "./strings.ts";

const strings = entryStrings.calendar;

export interface CalendarPageProps {
	readonly person: Person;
	readonly local: boolean;
	/** `2026-11` */
	readonly month: string;
	/** `2026-11-22` */
	readonly today: string;
	readonly entries: readonly EntrySummary[];
}

export function CalendarPage({ person, local, month, today, entries }: CalendarPageProps) {
	const byDay = new Map<string, EntrySummary[]>();
	for (const entry of entries) {
		const day = momentOf(entry).slice(0, 10);
		byDay.set(day, [...(byDay.get(day) ?? []), entry]);
	}
	const days = daysOfMonth(month);
	const address = (other: string) => `${sectionAddresses.calendar}?thang=${other}`;
	return (
		<Layout title={strings.title} person={person} local={local} section="calendar">
			<h1>{strings.month(month)}</h1>
			<nav class="desk-pager" aria-label={strings.title}>
				<a href={address(addDays(`${month}-01`, -1).slice(0, 7))}>{strings.previous}</a>
				{!today.startsWith(month) && <a href={sectionAddresses.calendar}>{strings.now}</a>}
				<a href={address(addDays(`${month}-28`, 4).slice(0, 7))}>{strings.next}</a>
			</nav>
			<ol class="desk-month">
				{days.map((day) => (
					<li
						class={`desk-day desk-weekday-${weekdayOf(day)}${byDay.has(day) ? "" : " desk-day-empty"}`}
						aria-current={day === today ? "date" : undefined}
					>
						<h2>
							<span>{strings.weekdays[weekdayOf(day) - 1]}</span> {formatDay(day).slice(0, 5)}
						</h2>
						<ul>
							{(byDay.get(day) ?? []).map((entry) => (
								<li>
									<time>{clockOf(momentOf(entry))}</time>{" "}
									<a href={formAddress("articles", entry.id)}>{entry.title}</a>{" "}
									{!isOnline(entry) && <StateMark entry={entry} />}
								</li>
							))}
						</ul>
					</li>
				))}
			</ol>
		</Layout>
	);
}

/** Most articles of a month that is over: their state needs no word. */
function isOnline({ state, scheduledFor, withdrawn }: EntrySummary): boolean {
	return state === "published" && scheduledFor === undefined && withdrawn === undefined;
}

/** When readers get the article. */
function momentOf({ scheduledFor, date = "" }: EntrySummary): string {
	return scheduledFor ?? date;
}
