import { archiveAddress, dateAddress } from "../../model/addresses.ts";
import { formatMonth } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { YearView } from "../views.ts";
import { ArchiveSearchBox } from "./archive-search-box.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { HeadlineList } from "./headline-list.tsx";
import type { PageProps } from "./page-props.ts";
import { PeriodNavigation } from "./period-navigation.tsx";

/** A year: its months with news, each with some of its headlines. */
export function YearPage({ view, site }: PageProps<YearView>) {
	return (
		<div class="year-page">
			<header class="year-page-header">
				<Breadcrumb links={[{ label: strings.archive.title, address: archiveAddress }]} />
				<h1>{strings.year.year(view.year)}</h1>
				<p class="page-total">{strings.year.total(view.total)}</p>
				<PeriodNavigation
					label={strings.year.navigation}
					previous={yearLink(view.previous)}
					next={yearLink(view.next)}
				/>
				{site.features.search && view.total > 0 && (
					<ArchiveSearchBox within={strings.archiveSearch.ofYear(view.year)} scope={{ nam: view.year }} />
				)}
			</header>
			<div class="year-page-months">
				{view.months
					.filter(({ count }) => count > 0)
					.map(({ month, count, headlines }) => (
						<section>
							<h2 class="section-heading">
								<a href={dateAddress(month)}>{formatMonth(month)}</a>{" "}
								<span class="year-page-count">{strings.articles(count)}</span>
							</h2>
							<HeadlineList headlines={headlines} dates="day" />
							{count > headlines.length && (
								<p class="section-more">
									<a href={dateAddress(month)}>{strings.year.more(count, Number(month.slice(5)))}</a>
								</p>
							)}
						</section>
					))}
			</div>
		</div>
	);
}

function yearLink(year: string | undefined) {
	return year === undefined
		? undefined
		: { label: year, address: dateAddress(year), hint: strings.archive.year };
}
