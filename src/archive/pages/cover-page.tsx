import { say, sayDay, sayNumber } from "../../messages/index.ts";
import { archiveAddress } from "../../model/addresses.ts";
import { SearchBox } from "../../site/components/search-box.tsx";
import { TimeTable } from "../../site/kinds/archive/archive-page.tsx";
import type { SiteView, ArchiveView as TimeTableView } from "../../site/views.ts";
import type { ArchiveProps } from "../view.ts";
import { archiveLinks } from "./archive-document.tsx";

/** The first page: what this is, how old it is, where to begin. */
export function CoverPage({ archive, table }: ArchiveProps & { readonly table: TimeTableView }) {
	const { site, edition, title, count, first, last, pictures } = archive;
	const day = sayDay(site, edition.day);
	const number = String(edition.number);
	const facts: [label: string, text: unknown][] = [
		[say(site, "offline.articles"), sayNumber(site, count)],
		...(first && last ? [[say(site, "offline.time"), period(site, first, last)] as [string, string]] : []),
		[say(site, "offline.edition"), say(site, "offline.editionOf", { number, day })],
		[say(site, "offline.pictures"), say(site, `offline.pictures.${pictures}`)],
		[
			say(site, "offline.source"),
			<>
				{site.organisation},{" "}
				<a href={site.url} data-online="" rel="external noopener">
					{site.url}
				</a>
			</>,
		],
		...(site.licence ? [[say(site, "offline.licence"), site.licence] as [string, string]] : []),
		[
			say(site, "offline.cite"),
			say(site, "offline.citation", { organisation: site.organisation, site: site.name, title, number }),
		],
	];
	return (
		<div class="offline-cover">
			<div class="offline-cover-main">
				<h1>{title}</h1>
				{site.tagline && <p class="offline-tagline">{site.tagline}</p>}
				<p
					class="offline-age"
					hidden
					data-since={edition.day}
					data-today={say(site, "offline.age.today")}
					data-days={say(site, "offline.age.days", {
						count: "{count}",
						day,
						url: `${site.url}${archiveAddress}`,
					})}
				/>
				{archive.inKiwix && <p>{say(site, "offline.kiwixSearch")}</p>}
				{archive.searchable && <SearchBox site={site} size="large" />}
				<ul class="offline-ways">
					{archiveLinks(archive).map(({ label, address }) => (
						<li>
							<a href={address}>{label}</a>
						</li>
					))}
				</ul>
				<section class="archive-page">
					<h2 class="section-heading">{say(site, "offline.years")}</h2>
					<TimeTable site={site} view={table} />
				</section>
			</div>
			<div class="offline-cover-about">
				<section>
					<h2 class="section-heading">{say(site, "offline.about")}</h2>
					<dl class="offline-facts">
						{facts.map(([label, text]) => (
							<div>
								<dt>{label}</dt>
								<dd>{text}</dd>
							</div>
						))}
					</dl>
				</section>
				{site.pages.length > 0 && (
					<section>
						<h2 class="section-heading">{say(site, "offline.pages")}</h2>
						<ul class="offline-links">
							{site.pages.map(({ label, address }) => (
								<li>
									<a href={address}>{label}</a>
								</li>
							))}
						</ul>
					</section>
				)}
			</div>
		</div>
	);
}

function period(site: SiteView, first: string, last: string): string {
	if (first === last) return sayDay(site, first);
	return say(site, "offline.period", { from: sayDay(site, first), to: sayDay(site, last) });
}
