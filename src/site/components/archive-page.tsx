import { dateAddress } from "../../model/addresses.ts";
import { formatNumber } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { ArchiveView } from "../views.ts";
import { archiveLevel, archiveLevelRanges } from "./archive-level.ts";
import { ArchiveSearchBox } from "./archive-search-box.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import type { PageProps } from "./page-props.ts";

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The whole archive at a glance: a row a year, a cell a month, the darker the more was published. */
export function ArchivePage({ view, site }: PageProps<ArchiveView>) {
	const first = view.years.at(-1)?.year;
	const last = view.years[0]?.year;
	const most = Math.max(0, ...view.years.flatMap(({ counts }) => counts));
	return (
		<div class="archive-page">
			<header class="archive-page-header">
				<Breadcrumb links={[]} />
				<h1>{strings.archive.title}</h1>
				{first && last && <p class="page-total">{strings.archive.total(view.total, first, last)}</p>}
				{site.features.search && first && (
					<ArchiveSearchBox within={strings.archiveSearch.everything} scope={{}} />
				)}
			</header>
			{first && last ? (
				<>
					<table>
						<caption>{strings.archive.caption}</caption>
						<thead>
							<tr>
								<th scope="col">{strings.archive.year}</th>
								{months.map((month) => (
									<th scope="col">
										<abbr title={strings.archive.monthLong(month)}>{month}</abbr>
									</th>
								))}
								<th scope="col" class="archive-page-sum">
									{strings.archive.sum}
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
										<Cell year={year} month={month} count={counts[month - 1] ?? 0} most={most} />
									))}
									<td class="archive-page-sum">
										{formatNumber(counts.reduce((sum, count) => sum + count, 0))}
									</td>
								</tr>
							))}
						</tbody>
					</table>
					<div class="archive-page-legend">
						<p>{strings.archive.legend}</p>
						<ul>
							{archiveLevelRanges(most).map(({ level, from, to }) => (
								<li class={`level-${level}`}>
									{from === to ? formatNumber(to) : `${formatNumber(from)}–${formatNumber(to)}`}
								</li>
							))}
						</ul>
					</div>
				</>
			) : (
				<p class="notice">{strings.archive.empty}</p>
			)}
		</div>
	);
}

interface CellProps {
	readonly year: string;
	readonly month: number;
	readonly count: number;
	readonly most: number;
}

function Cell({ year, month, count, most }: CellProps) {
	const level = archiveLevel(count, most);
	if (count === 0) {
		return (
			<td class="level-0">
				<span class="visually-hidden">{strings.archive.noNews}</span>
			</td>
		);
	}
	return (
		<td class={`level-${level}`}>
			<a
				href={dateAddress(`${year}-${String(month).padStart(2, "0")}`)}
				title={`${strings.archive.monthLong(month)}/${year}: ${strings.articles(count)}`}
			>
				<span class="visually-hidden">{`${strings.archive.monthLong(month)}/${year}: `}</span>
				<span class="archive-page-count">{formatNumber(count)}</span>
				<span class="visually-hidden"> bài</span>
			</a>
		</td>
	);
}
