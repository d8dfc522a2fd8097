import { say, sayMonth } from "../../../messages/index.ts";
import { archiveAddress, dateAddress } from "../../../model/addresses.ts";
import { ArchiveSearchBox } from "../../components/archive-search-box.tsx";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { HeadlineList } from "../../components/headline-list.tsx";
import { PeriodNavigation } from "../../components/period-navigation.tsx";
import type { SiteView, YearView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** A year: its months with news, each with some of its headlines. */
export function YearPage({ view, site }: PageProps<YearView>) {
	return (
		<div class="year-page">
			<header class="year-page-header">
				<Breadcrumb site={site} links={[{ label: say(site, "archive.title"), address: archiveAddress }]} />
				<h1>{say(site, "year.year", { year: view.year })}</h1>
				<p class="page-total">{say(site, "year.total", { count: view.total })}</p>
				<PeriodNavigation
					label={say(site, "year.navigation")}
					previous={yearLink(site, view.previous)}
					next={yearLink(site, view.next)}
				/>
				{site.features.search && view.total > 0 && (
					<ArchiveSearchBox
						site={site}
						within={say(site, "archiveSearch.ofYear", { year: view.year })}
						scope={{ nam: view.year }}
					/>
				)}
			</header>
			<div class="year-page-months">
				{view.months
					.filter(({ count }) => count > 0)
					.map(({ month, count, headlines }) => (
						<section>
							<h2 class="section-heading">
								<a href={dateAddress(month)}>{sayMonth(site, month)}</a>{" "}
								<span class="year-page-count">{say(site, "articles", { count })}</span>
							</h2>
							<HeadlineList site={site} headlines={headlines} dates="day" />
							{count > headlines.length && (
								<p class="section-more">
									<a href={dateAddress(month)}>
										{say(site, "year.more", { count, month: String(Number(month.slice(5))) })}
									</a>
								</p>
							)}
						</section>
					))}
			</div>
		</div>
	);
}

function yearLink(site: SiteView, year: string | undefined) {
	return year === undefined
		? undefined
		: { label: year, address: dateAddress(year), hint: say(site, "archive.year") };
}

declare module "../../views.ts" {
	interface PageViews {
		year: YearView;
	}
}

export const page = pageKind("year", {
	component: YearPage,
	title: (view, site) => ({
		title: say(site, "year.title", { year: view.year }),
		description: say(site, "year.description", { count: view.total, year: view.year, site: site.name }),
	}),
});
