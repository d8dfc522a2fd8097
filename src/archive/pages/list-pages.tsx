import { say, sayDay, sayShortDay } from "../../messages/index.ts";
import { homeAddress } from "../../model/addresses.ts";
import { Breadcrumb } from "../../site/components/breadcrumb.tsx";
import { ListAbout } from "../../site/components/list-about.tsx";
import type { SiteProps } from "../../site/components/site-props.ts";
import type { HeadlineView, LinkView, ListAboutView, WithdrawnView } from "../../site/views.ts";
import type { ArchiveProps } from "../view.ts";
import { CountedLinks } from "./archive-document.tsx";

/** All names of one kind (tags, provinces), each with its number of articles. */
export function IndexPage({
	archive,
	heading,
	links,
}: ArchiveProps & {
	readonly heading: string;
	readonly links: readonly (LinkView & { readonly count: number })[];
}) {
	return (
		<div class="list-page">
			<header class="list-page-header">
				<Breadcrumb site={archive.site} links={[]} />
				<h1>{heading}</h1>
			</header>
			<CountedLinks archive={archive} links={links} />
		</div>
	);
}

export interface ShelfList {
	readonly heading: string;
	readonly anchor: string;
	readonly headlines: readonly HeadlineView[];
}

/** Several lists on one page. */
export function ShelfPage({
	archive: { site },
	heading,
	above,
	lists,
}: ArchiveProps & {
	readonly heading: string;
	readonly above: LinkView;
	readonly lists: readonly ShelfList[];
}) {
	return (
		<div class="list-page">
			<header class="list-page-header">
				<Breadcrumb site={site} links={[above]} />
				<h1>{heading}</h1>
			</header>
			{lists.map((list) => (
				<section id={list.anchor} class="offline-list">
					<h2 class="section-heading">{list.heading}</h2>
					<ListedHeadlines site={site} headlines={list.headlines} />
				</section>
			))}
		</div>
	);
}

/** Headlines with their days, in as few bytes as possible: each article is in about seven lists. */
function ListedHeadlines({ site, headlines }: SiteProps & { readonly headlines: readonly HeadlineView[] }) {
	return (
		<ul class="headline-list offline-headlines">
			{headlines.map(({ address, title, date, undated }) => (
				<li>
					<a href={address}>{title}</a>{" "}
					<small>{undated ? say(site, "article.undated") : sayShortDay(site, date)}</small>
				</li>
			))}
		</ul>
	);
}

/** A committee or a province: what it is, and its articles by year, or the years of a long list. */
export function NamedListPage({
	archive,
	heading,
	above,
	about,
	years,
	links,
}: ArchiveProps & {
	readonly heading: string;
	readonly above: LinkView;
	readonly about?: ListAboutView | undefined;
	readonly years: readonly { readonly year: string; readonly headlines: readonly HeadlineView[] }[];
	readonly links: readonly (LinkView & { readonly count: number })[];
}) {
	const { site } = archive;
	return (
		<div class="list-page">
			<header class="list-page-header">
				<Breadcrumb site={site} links={[above]} />
				<h1>{heading}</h1>
			</header>
			{about && <ListAbout site={site} about={about} />}
			{links.length > 0 && <CountedLinks archive={archive} links={links} />}
			{years.map(({ year, headlines }) => (
				<section class="offline-list">
					<h2 class="section-heading">{say(site, "year.year", { year })}</h2>
					<ListedHeadlines site={site} headlines={headlines} />
				</section>
			))}
		</div>
	);
}

/** What was withdrawn until the archive's day, by the place where it was. */
export function WithdrawnList({
	archive: { site, edition },
	withdrawn,
}: ArchiveProps & {
	readonly withdrawn: readonly (Pick<WithdrawnView, "date" | "withdrawn" | "reason"> & {
		readonly anchor: string;
		readonly address: string;
	})[];
}) {
	const day = sayDay(site, edition.day);
	return (
		<div class="list-page">
			<header class="list-page-header">
				<Breadcrumb site={site} links={[]} />
				<h1>{say(site, "offline.withdrawn")}</h1>
			</header>
			<p>
				{withdrawn.length === 0
					? say(site, "offline.noneWithdrawn", { day })
					: say(site, "offline.withdrawnIntro", { day })}
			</p>
			<ul class="offline-withdrawn">
				{withdrawn.map((one) => (
					<li id={one.anchor}>
						<p>
							{say(site, "withdrawn.text", {
								published: sayDay(site, one.date),
								withdrawn: sayDay(site, one.withdrawn),
							})}
						</p>
						<p>
							{say(site, "withdrawn.reason")}: {one.reason}
						</p>
						<p class="offline-online">
							{site.url}
							{one.address}
						</p>
					</li>
				))}
			</ul>
		</div>
	);
}

/** The page in a file whose content was withdrawn, when an archive is unpacked over an older one. */
export function RemovedPage({ archive: { site } }: ArchiveProps) {
	return (
		<div class="notice">
			<p class="notice-lead">{say(site, "offline.removed")}</p>
			<p>
				<a href={homeAddress}>{say(site, "home")}</a>
			</p>
		</div>
	);
}
