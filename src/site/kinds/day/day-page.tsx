import { say, sayDay, sayDayWithWeekday, sayMonth, sayWeekday } from "../../../messages/index.ts";
import { dateAddress, dayAddress } from "../../../model/addresses.ts";
import { excerpt, monthOf, yearOf } from "../../../text/index.ts";
import { ArchiveSearchBox } from "../../components/archive-search-box.tsx";
import { ArticleCard } from "../../components/article-card.tsx";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { PeriodNavigation } from "../../components/period-navigation.tsx";
import type { DayView, SiteView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

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

declare module "../../views.ts" {
	interface PageViews {
		day: DayView;
	}
}

export const page = pageKind("day", {
	component: DayPage,
	title: (view, site) => ({
		title: say(site, "day.title", { day: sayDay(site, view.day) }),
		description: dayDescription(view, site),
	}),
});

/** Characters of a description that search engines and messengers show. */
const shownLength = 160;

function dayDescription({ cards }: DayView, site: SiteView): string | undefined {
	if (cards.length === 0) return undefined;
	const titles = cards.map(({ title }) => title).join("; ");
	return excerpt(say(site, "day.description", { count: cards.length, titles }), shownLength);
}
