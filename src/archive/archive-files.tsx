/** Every file of an archive, one after the other, except those that describe the edition and the other files. */
import { say, sayDayWithWeekday, sayMonth } from "../messages/index.ts";
import { archiveAddress, dateAddress, searchAddress } from "../model/addresses.ts";
import { isWithdrawn } from "../model/article.ts";
import { asUrlPath, type UrlPath } from "../model/ids.ts";
import type { Portal } from "../model/portal.ts";
import { packName } from "../search/finder/file-scripts.ts";
import { archivePage } from "../site/kinds/archive/plan.ts";
import { articleAlone } from "../site/kinds/article/plan.ts";
import { FixedPage } from "../site/kinds/fixed/fixed-page.tsx";
import { fixedPages } from "../site/kinds/fixed/plan.ts";
import { portalLists } from "../site/kinds/list/portal-lists.ts";
import { MonthPage } from "../site/kinds/month/month-page.tsx";
import { monthPage } from "../site/kinds/month/plan.ts";
import { searchPage } from "../site/kinds/search/plan.ts";
import { SearchPage } from "../site/kinds/search/search-page.tsx";
import { renderBody } from "../site/pages/render-body.ts";
import type { Entry } from "../site/plan/archive-index.ts";
import { visible } from "../site/plan/archive-index.ts";
import { calendarView } from "../site/plan/calendar.ts";
import { headline } from "../site/plan/cards.ts";
import type { PlanContext } from "../site/plan/context.ts";
import { groupBy } from "../site/plan/group-by.ts";
import { periodsOf } from "../site/plan/periods.ts";
import type {
	FixedPageView,
	HeadlineView,
	ListAboutView,
	MonthView,
	SearchView,
	ArchiveView as TimeTable,
} from "../site/views.ts";
import { type ArchiveFile, type ArchiveMeans, pageFile, relocationOf, textFile } from "./archive-file.ts";
import { articlePlace, monthPath } from "./article-place.ts";
import type { PackedIndex } from "./finder-packs.ts";
import { factsScript } from "./index-facts.ts";
import {
	dayAnchor,
	type NamedList,
	ownAddresses,
	ownPaths,
	type Part,
	type Shelf,
	yearPath,
	yearsOfList,
} from "./layout.ts";
import { ArticleText, PartArticles, type WholeArticle } from "./pages/article-text.tsx";
import { ContentsPage, YearContentsPage } from "./pages/contents-page.tsx";
import { IndexPage, NamedListPage, ShelfPage } from "./pages/list-pages.tsx";
import { recordFiles } from "./record-files.tsx";
import { relocate } from "./relocate.ts";

/** Scripts of an archive, by the addresses that a site would have for them. */
const searchScript = "/assets/tim.js";
const factsAddress = "/assets/chi-muc.js";
export const coverScript = "/assets/bia.js";
/** The folder of the search index. */
const packsFolder = "tim";

/** The years with the months of an archive. */
export function timeTableOf(context: PlanContext): TimeTable {
	return archivePage(context).view() as TimeTable;
}

/** In an order that is always the same; no more than one file's content is in memory. */
export async function* archiveFiles(means: ArchiveMeans): AsyncGenerator<ArchiveFile> {
	yield* assetFiles(means);
	yield* contentsFiles(means);
	for (const part of means.layout.parts) yield partFile(means, part);
	if (means.layout.single) yield* articleFiles(means);
	yield* monthFiles(means);
	yield* shelfFiles(means, "tags", means.layout.tags);
	yield* shelfFiles(means, "authors", means.layout.authors);
	yield* namedLists(means, "committees", means.layout.committees);
	yield* namedLists(means, "provinces", means.layout.provinces);
	yield* namedLists(means, "events", means.layout.events);
	yield* fixedFiles(means);
	yield* recordFiles(means);
	if (means.index) yield* searchFiles(means, means.index);
	for (const { path, source } of means.layout.copied) yield { path, content: { source } };
}

function* assetFiles({ assets, css, own }: ArchiveMeans): Generator<ArchiveFile> {
	// The style sheet is beside the files that it refers to.
	yield textFile("kho/site.css", (css + own.css).replaceAll("/assets/", ""));
	yield textFile("kho/bia.js", own.coverScript);
	for (const { address, source } of assets)
		yield { path: `kho/${address.slice("/assets/".length)}`, content: { source } };
}

function* contentsFiles(means: ArchiveMeans): Generator<ArchiveFile> {
	const { archive, context } = means;
	const { site } = archive;
	const table = timeTableOf(context);
	yield pageFile(
		means,
		ownPaths.contents,
		{ title: say(site, "offline.contents"), isList: true },
		<ContentsPage archive={archive} table={table} />,
	);
	for (const [year, entries] of context.index.byYear) {
		const months = [...context.index.byMonth.keys()].filter((month) => month.startsWith(year));
		const contents = {
			year,
			total: visible(entries).length,
			calendars: months.map((month) => ({ month, days: calendarView(context, month).days })),
		};
		yield pageFile(
			means,
			yearPath(year),
			{ title: say(site, "year.title", { year }), isList: true },
			<YearContentsPage archive={archive} contents={contents} />,
		);
	}
}

/** A month's calendar and headlines; undefined where no article that readers can see has its date in it. */
function monthContents({ archive, context }: ArchiveMeans, month: string) {
	const period = [...periodsOf(context.index.byMonth)].find(({ key }) => key === month);
	if (!period) return undefined;
	const view = monthPage(context, period).view() as MonthView;
	// What is rendered once for each site view goes with the view. No other page of an archive shows it again.
	const site = { ...archive.site };
	return <MonthPage view={view} site={site} address={dateAddress(month)} bodyHtml="" />;
}

function partFile(means: ArchiveMeans, part: Part): ArchiveFile {
	const { archive } = means;
	const { site } = archive;
	const { path, month } = part;
	const isMonth = path === monthPath(month);
	const days = [...part.days].map(([day, entries]) => ({
		heading: sayDayWithWeekday(site, day),
		anchor: dayAnchor(day),
		articles: entries.map((entry) => articleMarkup(means, entry, path)),
	}));
	const articles = <PartArticles archive={archive} days={days} />;
	const [first] = part.days.keys();
	const title = isMonth || first === undefined ? sayMonth(site, month) : sayDayWithWeekday(site, first);
	// The articles are already relocated: leave their addresses as they are.
	return pageFile(
		means,
		path,
		{ title },
		<>
			{isMonth ? (
				(monthContents(means, month) ?? <h1>{title}</h1>)
			) : (
				<p>
					<a href={dateAddress(month)}>{sayMonth(site, month)}</a>
				</p>
			)}
			{articles}
		</>,
	);
}

/** The contents of months whose articles are in other files. */
function* monthFiles(means: ArchiveMeans): Generator<ArchiveFile> {
	const written = new Set(means.layout.parts.map(({ path }) => path));
	for (const month of means.layout.months) {
		const path = monthPath(month);
		if (written.has(path)) continue;
		const title = sayMonth(means.archive.site, month);
		yield pageFile(means, path, { title, isList: true }, monthContents(means, month) ?? <h1>{title}</h1>);
	}
}

function articleMarkup(means: ArchiveMeans, entry: Entry, path: string): string {
	const anchor = articlePlace(entry.article.address, means.layout.gathering)?.anchor ?? "";
	const article = <ArticleText archive={means.archive} article={wholeArticle(means, entry)} />;
	const markup = relocate(String(article), {
		...relocationOf(means, path),
		idPrefix: `${anchor}-`,
		headingShift: 2,
	});
	return markup.replace("<article ", `<article id="${anchor}" `);
}

/** Each article as a separate page. */
function* articleFiles(means: ArchiveMeans): Generator<ArchiveFile> {
	const { archive, context, layout } = means;
	for (const entry of visible(context.index.all)) {
		const place = layout.placeOf(entry.article.address);
		if (!place) continue;
		const whole = wholeArticle(means, entry);
		yield pageFile(
			means,
			place.path,
			{ title: whole.view.title },
			<ArticleText archive={archive} article={whole} />,
		);
	}
}

/** An article with its text and related stories. */
export function wholeArticle(
	{ archive: { site }, context, portal, contentDirectory }: ArchiveMeans,
	entry: Entry,
): WholeArticle {
	const { article } = entry;
	const view = articleAlone(context, entry);
	return {
		address: article.address,
		view,
		bodyHtml: renderBody(contentDirectory, view.body, site.messages).html,
		expires: article.expires,
		related: article.related.flatMap((id): HeadlineView[] => {
			const named = articlesById(portal).get(id);
			if (!named || isWithdrawn(named, portal.now)) return [];
			const { address, title, date, undated } = named;
			return [{ address, title, date, ...(undated && { undated }) }];
		}),
	};
}

const byPortal = new WeakMap<Portal, ReadonlyMap<string, Portal["articles"][number]>>();

function articlesById(portal: Portal): ReadonlyMap<string, Portal["articles"][number]> {
	const known = byPortal.get(portal) ?? new Map(portal.articles.map((article) => [article.id, article]));
	byPortal.set(portal, known);
	return known;
}

/** Newest first. */
function headlinesOf(entries: readonly Entry[]): HeadlineView[] {
	return entries.map(headline).reverse();
}

function* shelfFiles(
	means: ArchiveMeans,
	kind: "tags" | "authors",
	shelves: readonly Shelf[],
): Generator<ArchiveFile> {
	const { archive } = means;
	if (shelves.length === 0) return;
	const heading = say(archive.site, `offline.${kind}`);
	const above = { label: heading, address: asUrlPath(ownAddresses[kind]) };
	yield indexFile(
		means,
		kind,
		shelves.flatMap(({ lists }) => lists),
	);
	for (const { path, lists } of shelves) {
		const letter = path.slice("tk/".length, -".html".length).toUpperCase().replace("-", ", ");
		const title = `${heading}: ${letter === "0" ? "0–9" : letter}`;
		yield pageFile(
			means,
			path,
			{ title, isList: true },
			<ShelfPage
				archive={archive}
				heading={title}
				above={above}
				lists={lists.map(({ label, place, entries }) => ({
					heading: label,
					anchor: place.anchor ?? "",
					headlines: headlinesOf(entries),
				}))}
			/>,
		);
	}
}

function indexFile(
	means: ArchiveMeans,
	kind: keyof typeof ownAddresses & keyof typeof ownPaths,
	lists: readonly NamedList[],
): ArchiveFile {
	const heading = say(means.archive.site, `offline.${kind}`);
	const links = lists.map(({ label, address, entries }) => ({ label, address, count: entries.length }));
	return pageFile(
		means,
		ownPaths[kind],
		{ title: heading, isList: true },
		<IndexPage archive={means.archive} heading={heading} links={links} />,
	);
}

function* namedLists(
	means: ArchiveMeans,
	kind: "committees" | "provinces" | "events",
	lists: readonly NamedList[],
): Generator<ArchiveFile> {
	const { archive, context } = means;
	if (lists.length === 0) return;
	yield indexFile(means, kind, lists);
	const about = new Map<UrlPath, ListAboutView>();
	for (const list of portalLists(context)) about.set(list.landing, list.about);
	const above = { label: say(archive.site, `offline.${kind}`), address: asUrlPath(ownAddresses[kind]) };
	for (const list of lists) {
		const { label, address, place, entries } = list;
		const page = { archive, heading: label, above, about: about.get(address) };
		const years = yearsOfList(list);
		if (years.length > 1) yield* cutList(means, list, years, page);
		else
			yield pageFile(
				means,
				place.path,
				{ title: label, isList: true },
				<NamedListPage {...page} years={byYear(entries)} links={[]} />,
			);
	}
}

/** A list with too many headlines for one file: its page leads to a file for each year. */
function* cutList(
	means: ArchiveMeans,
	{ label, address, place }: NamedList,
	files: ReturnType<typeof yearsOfList>,
	page: Pick<Parameters<typeof NamedListPage>[0], "archive" | "heading" | "above" | "about">,
): Generator<ArchiveFile> {
	const { archive, layout } = means;
	const addressOf = (year: string) => asUrlPath(`${address}nam-${year}/`);
	const years = files.flatMap(({ path, year, entries }) =>
		year === undefined ? [] : [{ path, year, entries }],
	);
	// Addresses of these years are known on this page only: the site has none.
	const placeOf = (written: string) =>
		years.find(({ year }) => written === addressOf(year)) ?? layout.placeOf(written);
	yield pageFile(
		{ archive, layout: { ...layout, placeOf } },
		place.path,
		{ title: label, isList: true },
		<NamedListPage
			{...page}
			years={[]}
			links={years.map(({ year, entries }) => ({
				label: say(archive.site, "year.year", { year }),
				address: addressOf(year),
				count: entries.length,
			}))}
		/>,
	);
	for (const { path, year, entries } of years) {
		const title = say(archive.site, "offline.listOfYear", { heading: label, year });
		yield pageFile(
			means,
			path,
			{ title, isList: true },
			<NamedListPage
				archive={archive}
				heading={title}
				above={{ label, address }}
				years={byYear(entries)}
				links={[]}
			/>,
		);
	}
}

/** Headlines by their years, newest first. */
function byYear(entries: readonly Entry[]) {
	const newestFirst = [...entries].reverse();
	return [...groupBy(newestFirst, ({ article }) => article.date.slice(0, 4))].map(([year, ofYear]) => ({
		year,
		headlines: ofYear.map(headline),
	}));
}

function* fixedFiles(means: ArchiveMeans): Generator<ArchiveFile> {
	const { archive, context, layout, contentDirectory } = means;
	for (const { address, view: make } of fixedPages(context)) {
		const view = make() as FixedPageView;
		const path = layout.placeOf(address)?.path;
		if (path === undefined) continue;
		const bodyHtml = renderBody(contentDirectory, view.body, archive.site.messages).html;
		yield pageFile(
			means,
			path,
			{ title: view.title },
			<FixedPage view={view} site={archive.site} address={address} bodyHtml={bodyHtml} />,
		);
	}
}

async function* searchFiles(means: ArchiveMeans, index: PackedIndex): AsyncGenerator<ArchiveFile> {
	const { archive, context, layout, own } = means;
	const { site } = archive;
	yield pageFile(
		means,
		ownPaths.search,
		{ title: say(site, "offline.search"), scripts: [factsAddress, searchScript], searchBox: false },
		<SearchPage
			view={searchPage(context).view() as SearchView}
			site={site}
			address={searchAddress}
			bodyHtml=""
		/>,
	);
	yield textFile("kho/tim.js", own.searchScript);
	yield textFile(
		"kho/chi-muc.js",
		factsScript({
			root: `${packsFolder}/`,
			firsts: index.firsts,
			monthsByDay: [...layout.gathering.monthsByDay],
			archive: layout.placeOf(archiveAddress)?.path ?? ownPaths.contents,
		}),
	);
	let number = 0;
	for await (const script of index.scripts()) yield textFile(`${packsFolder}/${packName(number++)}`, script);
}
