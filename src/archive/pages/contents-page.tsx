import { say, sayMonth } from "../../messages/index.ts";
import { archiveAddress, dateAddress } from "../../model/addresses.ts";
import { Breadcrumb } from "../../site/components/breadcrumb.tsx";
import { Calendar } from "../../site/components/calendar.tsx";
import { ArchivePage } from "../../site/kinds/archive/archive-page.tsx";
import type { CalendarView, ArchiveView as TimeTable } from "../../site/views.ts";
import type { ArchiveProps } from "../view.ts";

/** Every year with its months. */
export function ContentsPage({ archive, table }: ArchiveProps & { readonly table: TimeTable }) {
	return <ArchivePage site={archive.site} view={table} address={archiveAddress} bodyHtml="" />;
}

export interface YearContents {
	/** `2026` */
	readonly year: string;
	readonly total: number;
	/** Months with articles, each with its days. */
	readonly calendars: readonly CalendarView[];
}

/** A year as calendars whose days lead to their articles. */
export function YearContentsPage({
	archive: { site },
	contents,
}: ArchiveProps & { readonly contents: YearContents }) {
	const { year, total, calendars } = contents;
	return (
		<div class="year-page">
			<header class="year-page-header">
				<Breadcrumb site={site} links={[{ label: say(site, "archive.title"), address: archiveAddress }]} />
				<h1>{say(site, "year.year", { year })}</h1>
				<p class="page-total">{say(site, "year.total", { count: total })}</p>
			</header>
			<div class="offline-calendars">
				{calendars.map((calendar) => (
					<section>
						<h2 class="visually-hidden">
							<a href={dateAddress(calendar.month)}>{sayMonth(site, calendar.month)}</a>
						</h2>
						<Calendar site={site} calendar={calendar} size="small" />
					</section>
				))}
			</div>
		</div>
	);
}
