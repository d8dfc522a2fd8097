import { dateAddress, dayAddress } from "../../model/addresses.ts";
import { formatMonth } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { CalendarDayView, CalendarView } from "../views.ts";
import { calendarWeeks } from "./calendar-weeks.ts";
import { PeriodNavigation } from "./period-navigation.tsx";

export interface CalendarProps {
	readonly calendar: CalendarView;
	/** The small one shows days, the large one how many articles each has as well. */
	readonly size: "small" | "large";
}

/** A month's grid whose days with news are links. */
export function Calendar({ calendar, size }: CalendarProps) {
	return (
		<div class={`calendar calendar-${size}`}>
			<table>
				<caption>
					{size === "small" ? (
						<a href={dateAddress(calendar.month)}>{formatMonth(calendar.month)}</a>
					) : (
						formatMonth(calendar.month)
					)}
				</caption>
				<thead>
					<tr>
						{strings.calendar.weekdays.map((weekday) => (
							<th scope="col">
								<abbr title={weekday.long}>{weekday.short}</abbr>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{calendarWeeks(calendar.days).map((week) => (
						<tr>
							{week.map((day) => (
								<td>{day && <Day day={day} />}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
			<PeriodNavigation
				label={strings.calendar.navigation}
				previous={calendar.previous && { ...calendar.previous, hint: strings.calendar.previous }}
				next={calendar.next && { ...calendar.next, hint: strings.calendar.next }}
			/>
		</div>
	);
}

function Day({ day: { day, count } }: { readonly day: CalendarDayView }) {
	const number = Number(day.slice(8));
	if (count === 0) return <span>{number}</span>;
	return (
		<a href={dayAddress(day)}>
			<span class="visually-hidden">{strings.calendar.day} </span>
			{number}
			<span class="calendar-count">
				<span class="visually-hidden">, </span>
				{strings.calendar.count(count)}
			</span>
		</a>
	);
}
