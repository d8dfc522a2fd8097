import { say, sayDay, sayDayWithWeekday, sayMonth, sayMonthInSentence } from "../../../messages/index.ts";
import { archiveAddress, dateAddress, dayAddress } from "../../../model/addresses.ts";
import type { IsoDay } from "../../../model/ids.ts";
import { ArchiveSearchBox } from "../../components/archive-search-box.tsx";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { Calendar } from "../../components/calendar.tsx";
import { HeadlineList } from "../../components/headline-list.tsx";
import { KeepButton } from "../../components/keep-button.tsx";
import { LongList } from "../../components/long-list.tsx";
import type { SiteProps } from "../../components/site-props.ts";
import type { MonthView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** If a month has more articles, there are links to its days. */
const mostWithoutJump = 12;

/** A month: its calendar, then the headlines of each day. */
export function MonthPage({ view, site }: PageProps<MonthView>) {
	const { month } = view.calendar;
	const year = month.slice(0, 4);
	const isLong = view.total > mostWithoutJump;
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
				{view.total > 0 && <KeepButton site={site} />}
				{site.features.search && view.total > 0 && (
					<ArchiveSearchBox
						site={site}
						within={say(site, "archiveSearch.ofMonth", { month: sayMonthInSentence(site, month) })}
						scope={{ thang: month }}
					/>
				)}
			</header>
			<div class="month-page-columns">
				<div class="month-page-aside">
					<Calendar site={site} calendar={view.calendar} size="large" />
					{isLong && (
						<nav class="month-page-jump" aria-label={say(site, "month.jump")}>
							<ul>
								{view.days.map(({ day }) => (
									<li>
										<a href={`#${nameOf(day)}`}>
											<span class="visually-hidden">{say(site, "calendar.day")} </span>
											{Number(day.slice(8))}
										</a>
									</li>
								))}
							</ul>
						</nav>
					)}
				</div>
				{view.days.length === 0 ? (
					<p class="notice">{say(site, "month.empty")}</p>
				) : isLong ? (
					<LongList site={site}>
						<Days site={site} days={view.days} />
					</LongList>
				) : (
					<Days site={site} days={view.days} />
				)}
			</div>
		</div>
	);
}

function Days({ site, days }: SiteProps & Pick<MonthView, "days">) {
	return (
		<div class="month-page-days">
			{days.map(({ day, headlines, count }) => (
				<section id={nameOf(day)}>
					<h2>
						<a href={dayAddress(day)}>{sayDayWithWeekday(site, day)}</a>
					</h2>
					<HeadlineList site={site} headlines={headlines} dates="time" />
					{count !== undefined && (
						<p class="section-more">
							<a href={dayAddress(day)}>{say(site, "month.more", { count, day: sayDay(site, day) })}</a>
						</p>
					)}
				</section>
			))}
		</div>
	);
}

/** The anchor of a day within the page. */
function nameOf(day: IsoDay): string {
	return `ngay-${Number(day.slice(8))}`;
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
