import { dateAddress, dayAddress } from "../../model/addresses.ts";
import {
	formatDay,
	formatDayWithWeekday,
	formatMonth,
	formatWeekday,
	monthOf,
	yearOf,
} from "../../text/index.ts";
import { strings } from "../strings.ts";
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
					links={[
						{ label: strings.year.year(year), address: dateAddress(year) },
						{ label: formatMonth(month), address: dateAddress(month) },
					]}
				/>
				<h1>
					<span class="day-page-weekday">{formatWeekday(view.day)}</span>{" "}
					<time datetime={view.day}>{formatDay(view.day)}</time>
				</h1>
				<PeriodNavigation
					label={strings.day.navigation}
					previous={
						view.previous && {
							label: formatDayWithWeekday(view.previous),
							address: dayAddress(view.previous),
							hint: strings.day.previous,
						}
					}
					next={
						view.next && {
							label: formatDayWithWeekday(view.next),
							address: dayAddress(view.next),
							hint: strings.day.next,
						}
					}
				/>
				{site.features.search && first && (
					<ArchiveSearchBox
						within={strings.archiveSearch.ofDay(formatDay(view.day))}
						scope={{ ngay: view.day }}
					/>
				)}
			</header>
			{first ? (
				<div class="day-page-cards">
					<ArticleCard card={first} variant="lead" level={2} />
					{others.map((card) => (
						<ArticleCard card={card} variant="standard" level={2} />
					))}
				</div>
			) : (
				<p class="notice">{strings.day.empty}</p>
			)}
		</div>
	);
}
