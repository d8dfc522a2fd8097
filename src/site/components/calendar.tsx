import { say, sayMonth } from "../../messages/index.ts";
import { dateAddress, dayAddress } from "../../model/addresses.ts";
import type { CalendarDayView, CalendarView } from "../views.ts";
import { calendarWeeks } from "./calendar-weeks.ts";
import { PeriodNavigation } from "./period-navigation.tsx";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

/** 1 is Monday. */
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export interface CalendarProps extends SiteProps {
	readonly calendar: CalendarView;
	/** The small one shows days; the large one also shows how many articles each has. */
	readonly size: "small" | "large";
}

/** A month's grid whose days with news are links. */
export const Calendar = replaceable("calendar", ({ site, calendar, size }: CalendarProps) => {
	return (
		<div class={`calendar calendar-${size}`}>
			<table>
				<caption>
					{size === "small" ? (
						<a href={dateAddress(calendar.month)}>{sayMonth(site, calendar.month)}</a>
					) : (
						sayMonth(site, calendar.month)
					)}
				</caption>
				<thead>
					<tr>
						{weekdays.map((weekday) => (
							<th scope="col">
								<abbr title={say(site, `weekday.${weekday}`)}>{say(site, `weekdayShort.${weekday}`)}</abbr>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{calendarWeeks(calendar.days).map((week) => (
						<tr>
							{week.map((day) => (
								<td>{day && <Day site={site} day={day} />}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
			<PeriodNavigation
				label={say(site, "calendar.navigation")}
				previous={calendar.previous && { ...calendar.previous, hint: say(site, "calendar.previous") }}
				next={calendar.next && { ...calendar.next, hint: say(site, "calendar.next") }}
			/>
		</div>
	);
});

function Day({ site, day: { day, count } }: SiteProps & { readonly day: CalendarDayView }) {
	const number = Number(day.slice(8));
	if (count === 0) return <span>{number}</span>;
	return (
		<a href={dayAddress(day)}>
			<span class="visually-hidden">{say(site, "calendar.day")} </span>
			{number}
			<span class="calendar-count">
				<span class="visually-hidden">, </span>
				{say(site, "articles", { count })}
			</span>
		</a>
	);
}

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		calendar: CalendarProps;
	}
}
