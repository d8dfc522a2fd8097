import { say, sayDayWithWeekday, sayMonth, sayMonthInSentence } from "../../../messages/index.ts";
import { archiveAddress, dateAddress, dayAddress } from "../../../model/addresses.ts";
import { ArchiveSearchBox } from "../../components/archive-search-box.tsx";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { Calendar } from "../../components/calendar.tsx";
import { HeadlineList } from "../../components/headline-list.tsx";
import type { MonthView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** A month: its calendar, then the headlines of each day. */
export function MonthPage({ view, site }: PageProps<MonthView>) {
	const { month } = view.calendar;
	const year = month.slice(0, 4);
	return (
		<div class="month-page">
			<header class="month-page-header">
				<Breadcrumb
					site={site}
					links={[
						{ label: say(site, "archive.title"), address: archiveAddress },
						{ label: say(site, "year.year", { year: year }), address: dateAddress(year) },
					]}
				/>
				<h1>{sayMonth(site, month)}</h1>
				<p class="page-total">{say(site, "month.total", { count: view.total })}</p>
				{site.features.search && view.total > 0 && (
					<ArchiveSearchBox
						site={site}
						within={say(site, "archiveSearch.ofMonth", { month: sayMonthInSentence(site, month) })}
						scope={{ thang: month }}
					/>
				)}
			</header>
			<div class="month-page-columns">
				<Calendar site={site} calendar={view.calendar} size="large" />
				{view.days.length > 0 ? (
					<div class="month-page-days">
						{view.days.map(({ day, headlines }) => (
							<section>
								<h2>
									<a href={dayAddress(day)}>{sayDayWithWeekday(site, day)}</a>
								</h2>
								<HeadlineList site={site} headlines={headlines} dates="time" />
							</section>
						))}
					</div>
				) : (
					<p class="notice">{say(site, "month.empty")}</p>
				)}
			</div>
		</div>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		month: MonthView;
	}
}

export const page = pageKind("month", {
	component: MonthPage,
	title: (view, site) => {
		const { month } = view.calendar;
		const title = sayMonth(site, month);
		return {
			title,
			description: say(site, "month.description", {
				count: view.total,
				month: sayMonthInSentence(site, month),
				site: site.name,
			}),
		};
	},
});
