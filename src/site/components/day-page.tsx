import { say, sayDay, sayDayWithWeekday, sayMonth, sayWeekday } from "../../messages/index.ts";
import { dateAddress, dayAddress } from "../../model/addresses.ts";
import { monthOf, yearOf } from "../../text/index.ts";
import type { DayView } from "../views.ts";
import { ArchiveSearchBox } from "./archive-search-box.tsx";
import { ArticleCard } from "./article-card.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import type { PageProps } from "./page-props.ts";
import { PeriodNavigation } from "./period-navigation.tsx";

/** A front page of one day. */
export function DayPage({ view, site }: PageProps<DayView>) {
	const [first, ...others] = view.cards;
	const month = monthOf(view.day);
	const year = yearOf(view.day);
	return (
		<div class="day-page">
			<header class="day-page-header">
				<Breadcrumb
					site={site}
					links={[
						{ label: say(site, "year.year", { year: year }), address: dateAddress(year) },
						{ label: sayMonth(site, month), address: dateAddress(month) },
					]}
				/>
				<h1>
					<span class="day-page-weekday">{sayWeekday(site, view.day)}</span>{" "}
					<time datetime={view.day}>{sayDay(site, view.day)}</time>
				</h1>
				<PeriodNavigation
					label={say(site, "day.navigation")}
					previous={
						view.previous && {
							label: sayDayWithWeekday(site, view.previous),
							address: dayAddress(view.previous),
							hint: say(site, "day.previous"),
						}
					}
					next={
						view.next && {
							label: sayDayWithWeekday(site, view.next),
							address: dayAddress(view.next),
							hint: say(site, "day.next"),
						}
					}
				/>
				{site.features.search && first && (
					<ArchiveSearchBox
						site={site}
						within={say(site, "archiveSearch.ofDay", { day: sayDay(site, view.day) })}
						scope={{ ngay: view.day }}
					/>
				)}
			</header>
			{first ? (
				<div class="day-page-cards">
					<ArticleCard site={site} card={first} variant="lead" level={2} />
					{others.map((card) => (
						<ArticleCard site={site} card={card} variant="standard" level={2} />
					))}
				</div>
			) : (
				<p class="notice">{say(site, "day.empty")}</p>
			)}
		</div>
	);
}
