import { say, sayBytes, sayDay, sayNumber } from "../../../messages/index.ts";
import { dateAddress, offersAnchor } from "../../../model/addresses.ts";
import { archiveLevel, archiveLevelRanges } from "../../components/archive-level.ts";
import { ArchiveSearchBox } from "../../components/archive-search-box.tsx";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import type { SiteProps } from "../../components/site-props.ts";
import type { ArchiveOfferView, ArchiveView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The overview of the whole archive. */
export function ArchivePage({ view, site }: PageProps<ArchiveView>) {
	const first = view.years.at(-1)?.year;
	const last = view.years[0]?.year;
	return (
		<div class="archive-page">
			<header class="archive-page-header">
				<Breadcrumb site={site} links={[]} />
				<h1>{say(site, "archive.title")}</h1>
				{first && last && (
					<p class="page-total">
						{first === last
							? say(site, "archive.totalOfYear", { count: view.total, year: first })
							: say(site, "archive.total", { count: view.total, first, last })}
					</p>
				)}
				{view.offers && (
					<p class="section-more">
						<a href={`#${offersAnchor}`}>{say(site, "archive.toOffers")}</a>
					</p>
				)}
				{site.features.search && first && (
					<ArchiveSearchBox site={site} within={say(site, "archiveSearch.everything")} scope={{}} />
				)}
			</header>
			{first && last ? (
				<TimeTable view={view} site={site} />
			) : (
				<p class="notice">{say(site, "archive.empty")}</p>
			)}
			{view.offers && <Offers site={site} offers={view.offers} />}
		</div>
	);
}

/** A row for each year, a cell for each month. The more articles, the darker the cell. */
export function TimeTable({ view, site }: SiteProps & { readonly view: Pick<ArchiveView, "years"> }) {
	const most = Math.max(0, ...view.years.flatMap(({ counts }) => counts));
	return (
		<>
			<table>
				<caption>{say(site, "archive.caption")}</caption>
				<thead>
					<tr>
						<th scope="col">{say(site, "archive.year")}</th>
						{months.map((month) => (
							<th scope="col">
								<abbr title={say(site, "archive.month", { month: String(month) })}>{month}</abbr>
							</th>
						))}
						<th scope="col" class="archive-page-sum">
							{say(site, "archive.sum")}
						</th>
					</tr>
				</thead>
				<tbody>
					{view.years.map(({ year, counts }) => (
						<tr>
							<th scope="row">
								<a href={dateAddress(year)}>{year}</a>
							</th>
							{months.map((month) => (
								<Cell site={site} year={year} month={month} count={counts[month - 1] ?? 0} most={most} />
							))}
							<td class="archive-page-sum">
								{sayNumber(
									site,
									counts.reduce((sum, count) => sum + count, 0),
								)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
			<div class="archive-page-legend">
				<p>{say(site, "archive.legend")}</p>
				<ul>
					{archiveLevelRanges(most).map(({ level, from, to }) => (
						<li class={`level-${level}`}>
							{from === to ? sayNumber(site, to) : `${sayNumber(site, from)}–${sayNumber(site, to)}`}
						</li>
					))}
				</ul>
			</div>
		</>
	);
}

/** Offline archives to download, each with its size and digest. */
function Offers({ site, offers }: SiteProps & { readonly offers: readonly ArchiveOfferView[] }) {
	return (
		<section class="archive-page-offers" id={offersAnchor}>
			<h2 class="section-heading">{say(site, "archive.offers")}</h2>
			<p>{say(site, "archive.offersIntro")}</p>
			<ul>
				{offers.map(({ year, address, size, edition, day, sha256 }) => (
					<li>
						<a class="archive-page-offer" href={address} download="">
							{say(site, "year.year", { year })}
						</a>{" "}
						<span>
							{say(site, "archive.offerFacts", {
								size: sayBytes(site, size),
								edition: String(edition),
								day: sayDay(site, day),
							})}
						</span>
						<code title="SHA-256">{sha256}</code>
					</li>
				))}
			</ul>
		</section>
	);
}

interface CellProps extends SiteProps {
	readonly year: string;
	readonly month: number;
	readonly count: number;
	readonly most: number;
}

function Cell({ site, year, month, count, most }: CellProps) {
	const level = archiveLevel(count, most);
	if (count === 0) {
		return (
			<td class="level-0">
				<span class="archive-page-month" aria-hidden="true">
					{say(site, "archive.monthShort", { month: String(month) })}
				</span>
				<span class="visually-hidden">{say(site, "archive.noNews")}</span>
			</td>
		);
	}
	return (
		<td class={`level-${level}`}>
			<a
				href={dateAddress(`${year}-${String(month).padStart(2, "0")}`)}
				title={`${say(site, "archive.month", { month: String(month) })}/${year}: ${say(site, "articles", { count })}`}
			>
				<span class="visually-hidden">{`${say(site, "archive.month", { month: String(month) })}/${year}: `}</span>
				<span class="archive-page-month" aria-hidden="true">
					{say(site, "archive.monthShort", { month: String(month) })}
				</span>
				<span class="archive-page-count">{sayNumber(site, count)}</span>
				<span class="visually-hidden"> {say(site, "articlesUnit")}</span>
			</a>
		</td>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		archive: ArchiveView;
	}
}

export const page = pageKind("archive", {
	component: ArchivePage,
	title: (_view, site) => ({
		title: say(site, "archive.title"),
		description: say(site, "archive.description"),
	}),
});
