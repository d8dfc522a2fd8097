import { archiveAddress, dateAddress, dayAddress } from "../../model/addresses.ts";
import { formatDayWithWeekday, formatMonth } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { MonthView } from "../views.ts";
import { ArchiveSearchBox } from "./archive-search-box.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Calendar } from "./calendar.tsx";
import { HeadlineList } from "./headline-list.tsx";
import type { PageProps } from "./page-props.ts";

/** A month: its calendar, then the headlines of each day. */
export function MonthPage({ view, site }: PageProps<MonthView>) {
	const { month } = view.calendar;
	const year = month.slice(0, 4);
	return (
		<div class="month-page">
			<header class="month-page-header">
				<Breadcrumb
					links={[
						{ label: strings.archive.title, address: archiveAddress },
						{ label: strings.year.year(year), address: dateAddress(year) },
					]}
				/>
				<h1>{formatMonth(month)}</h1>
				<p class="page-total">{strings.month.total(view.total)}</p>
				{site.features.search && view.total > 0 && (
					<ArchiveSearchBox
						within={strings.archiveSearch.ofMonth(formatMonth(month))}
						scope={{ thang: month }}
					/>
				)}
			</header>
			<div class="month-page-columns">
				<Calendar calendar={view.calendar} size="large" />
				{view.days.length > 0 ? (
					<div class="month-page-days">
						{view.days.map(({ day, headlines }) => (
							<section>
								<h2>
									<a href={dayAddress(day)}>{formatDayWithWeekday(day)}</a>
								</h2>
								<HeadlineList headlines={headlines} dates="time" />
							</section>
						))}
					</div>
				) : (
					<p class="notice">{strings.month.empty}</p>
				)}
			</div>
		</div>
	);
}
