import { say, sayDay, sayDayWithWeekday, sayMonth, sayWeekday } from "../../../messages/index.ts";
import { dateAddress, dayAddress } from "../../../model/addresses.ts";
import { excerpt, monthOf, yearOf } from "../../../text/index.ts";
import { ArchiveSearchBox } from "../../components/archive-search-box.tsx";
import { ArticleCard } from "../../components/article-card.tsx";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { HeadlineList } from "../../components/headline-list.tsx";
import { KeepButton } from "../../components/keep-button.tsx";
import { LongList } from "../../components/long-list.tsx";
import { PeriodNavigation } from "../../components/period-navigation.tsx";
import type { SiteProps } from "../../components/site-props.ts";
import type { DayView, SiteView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** The page of a day, laid out like a front page. */
export function DayPage({ view, site }: PageProps<DayView>) {
	const count = (view.lead ? 1 : 0) + view.cards.length + view.headlines.length;
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
				<Neighbours site={site} view={view} label={say(site, "day.navigation")} />
				{count > 0 && <KeepButton site={site} />}
				{site.features.search && count > 0 && (
					<ArchiveSearchBox
						site={site}
						within={say(site, "archiveSearch.ofDay", { day: sayDay(site, view.day) })}
						scope={{ ngay: view.day }}
					/>
				)}
			</header>
			{count === 0 && <p class="notice">{say(site, "day.empty")}</p>}
			{(view.lead || view.cards.length > 0) && (
				<div class={`day-page-cards with-lead${isInPairs(view.cards) ? " day-page-pairs" : ""}`}>
					{view.lead && <ArticleCard site={site} card={view.lead} variant="lead" level={2} withTime />}
					{view.cards.map((card) => (
						<ArticleCard site={site} card={card} variant="standard" level={2} withTime />
					))}
				</div>
			)}
			{view.headlines.length > 0 && (
				<LongList site={site}>
					<div class="day-page-headlines">
						<HeadlineList site={site} headlines={view.headlines} dates="time" />
					</div>
					<Neighbours site={site} view={view} label={say(site, "day.navigationBelow")} />
				</LongList>
			)}
		</div>
	);
}

function Neighbours({ site, view, label }: SiteProps & { readonly view: DayView; readonly label: string }) {
	const link = (day: DayView["previous"], hint: string) =>
		day && { label: sayDayWithWeekday(site, day), address: dayAddress(day), hint };
	return (
		<PeriodNavigation
			label={label}
			previous={link(view.previous, say(site, "day.previous"))}
			next={link(view.next, say(site, "day.next"))}
		/>
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

/** The number of characters of a description that search engines and messengers show. */
const shownLength = 160;

/** Whether rows of three would leave a gap, and rows of two do not. Pictures are made for rows of three. */
function isInPairs(cards: DayView["cards"]): boolean {
	return (
		cards.length % 3 !== 0 && cards.length % 2 === 0 && cards.every(({ picture }) => picture === undefined)
	);
}

function dayDescription({ lead, cards, headlines }: DayView, site: SiteView): string | undefined {
	const all = [...(lead ? [lead] : []), ...cards, ...headlines];
	if (all.length === 0) return undefined;
	const titles = all.map(({ title }) => title).join("; ");
	return excerpt(say(site, "day.description", { count: all.length, titles }), shownLength);
}
