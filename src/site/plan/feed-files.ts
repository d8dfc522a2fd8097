/** Feeds, sitemaps and the files for hosts. */

import { say } from "../../messages/index.ts";
import {
	atomAddress,
	englishAddress,
	headersAddress,
	homeAddress,
	jsonFeedAddress,
	monthSitemapAddress,
	newsSitemapAddress,
	nginxRedirectsAddress,
	pagesSitemapAddress,
	recordAddress,
	recordsAddresses,
	redirectsAddress,
	robotsAddress,
	sitemapIndexAddress,
	sitemapPartAddress,
} from "../../model/addresses.ts";
import { changedAt, introductionOf } from "../../model/article.ts";
import type { IsoDate, UrlPath } from "../../model/ids.ts";
import { counterOf } from "../../model/site.ts";
import { hasEnglish } from "../../model/translations.ts";
import { isRecentNews } from "../feeds/news-sitemap.ts";
import type { FeedEntryView, FeedView, FormerAddressView, SitemapEntryView } from "../feeds/views.ts";
import { feedLength, newsSitemapLength, sitemapLength } from "../feeds/views.ts";
import type { PortalList } from "../kinds/list/portal-lists.ts";
import type { Entry } from "./archive-index.ts";
import { visible } from "./archive-index.ts";
import { figure } from "./cards.ts";
import type { PlanContext } from "./context.ts";
import { authorName, committeeLinkOn, provinceLink, tagLink } from "./names.ts";
import { documentHeading, officialDocuments } from "./official-documents.ts";
import { optional } from "./optional.ts";
import type { Output } from "./output.ts";
import { inputsOf, output } from "./output.ts";
import { translatedArticles } from "./translated-articles.ts";

/** The feeds of the site and of every list that has feeds. */
export function* feedFiles(context: PlanContext, lists: Iterable<PortalList>): Generator<Output> {
	yield* feedsOf(context, homeAddress, undefined, context.index.all);
	for (const list of lists) {
		if (list.hasFeeds) yield* feedsOf(context, list.landing, list.heading, list.entries);
	}
	yield* documentFeeds(context);
	yield* englishFeeds(context);
}

/** The feeds of official documents; none without documents. */
function* documentFeeds(context: PlanContext): Generator<Output> {
	const documents = officialDocuments(context);
	if (documents.length === 0) return;
	const landing = recordsAddresses["official-documents"];
	const view = (): FeedView => ({
		heading: say(context, "officialDocuments.title"),
		landing,
		entries: documents.slice(0, feedLength).map((document) => ({
			address: recordAddress("official-documents", document.id),
			title: documentHeading(context, document),
			date: document.date,
			summary: document.summary,
			authors: [],
			categories: [
				say(context, `officialDocumentKind.${document.kind}`),
				document.issuer,
				...(document.subject === undefined ? [] : [document.subject]),
			],
		})),
	});
	yield output("atom", atomAddress(landing), view);
	yield output("json-feed", jsonFeedAddress(landing), view);
}

/** The feeds of translated articles, if the site has an English list. */
function* englishFeeds(context: PlanContext): Generator<Output> {
	const { portal, pictureBytes } = context;
	if (!hasEnglish(portal.site, portal.pages)) return;
	const landing = englishAddress;
	const view = (): FeedView => ({
		landing,
		entries: translatedArticles(context)
			.slice(0, feedLength)
			.map(({ card: { address, title, date, summary, picture }, authors }) => ({
				address,
				title,
				date,
				...optional("summary", summary),
				authors,
				categories: [],
				...(picture && {
					picture: { src: picture.src, ...optional("size", pictureBytes?.get(picture.src)) },
				}),
			})),
	});
	yield output("atom", atomAddress(landing), view);
	yield output("json-feed", jsonFeedAddress(landing), view);
}

function* feedsOf(
	context: PlanContext,
	landing: UrlPath,
	heading: string | undefined,
	entries: readonly Entry[],
): Generator<Output> {
	const view = (): FeedView => ({
		...optional("heading", heading),
		landing,
		entries: newest(entries, feedLength).map((entry) => feedEntry(context, entry)),
	});
	const inputs = () => {
		const shown = newest(entries, feedLength);
		return inputsOf(shown, heading, ...shown.map((entry) => pictureOf(context, entry)?.size));
	};
	yield output("atom", atomAddress(landing), view, { inputs });
	yield output("json-feed", jsonFeedAddress(landing), view, { inputs });
}

function newest(entries: readonly Entry[], count: number): Entry[] {
	const found: Entry[] = [];
	for (let at = entries.length - 1; at >= 0 && found.length < count; at--) {
		const entry = entries[at];
		if (entry && !entry.withdrawn) found.push(entry);
	}
	return found;
}

function pictureOf(context: PlanContext, { article }: Entry): FeedEntryView["picture"] {
	const picture = article.image && figure(context, article.file, article.image);
	return picture && { src: picture.src, ...optional("size", context.pictureBytes?.get(picture.src)) };
}

function feedEntry(context: PlanContext, entry: Entry): FeedEntryView {
	const { portal } = context;
	const { article, tags } = entry;
	const names = [
		article.committee && committeeLinkOn(portal, article.committee, article.date),
		article.province && provinceLink(portal, article.province, article.date),
		...tags.map((slug) => tagLink(portal, slug)),
	];
	return {
		address: article.address,
		title: article.title,
		date: article.date,
		...(article.undated && { undated: article.undated }),
		...optional("updated", changedAt(article)),
		...optional("summary", introductionOf(article)),
		authors: article.author.flatMap((id) => authorName(portal, id) ?? []),
		categories: names.flatMap((name) => (name ? [name.label] : [])),
		...optional("picture", pictureOf(context, entry)),
	};
}

/**
 * A sitemap for each month, one for all other pages, their index, the news sitemap, and the files for crawlers and
 * hosts.
 */
export function* crawlerFiles(context: PlanContext, pages: readonly UrlPath[]): Generator<Output> {
	const { portal, index } = context;
	for (const [month, entries] of index.byMonth) {
		// A month is over once the next one has an article.
		const through = index.all[(entries.at(-1)?.place ?? 0) + 1]?.place;
		for (const { address, items } of sitemapParts(monthSitemapAddress(month), entries)) {
			yield output(
				"sitemap",
				address,
				() => ({ entries: visible(items).map((entry) => sitemapEntry(context, entry)) }),
				{ inputs: () => inputsOf(items), ...optional("through", through) },
			);
		}
	}
	const otherPages = sitemapParts(pagesSitemapAddress, pages);
	for (const { address, items } of otherPages) {
		yield output("sitemap", address, () => ({ entries: items.map((page) => ({ address: page })) }));
	}
	yield output("sitemap-index", sitemapIndexAddress, () => ({
		sitemaps: [
			...[...index.byMonth].flatMap(([month, entries]) =>
				sitemapParts(monthSitemapAddress(month), entries).map(({ address, items }) => ({
					address,
					...optional("modified", lastChange(items)),
				})),
			),
			...otherPages.map(({ address }) => ({ address })),
		],
	}));
	yield output("news-sitemap", newsSitemapAddress, () => ({
		entries: newest(index.all, newsSitemapLength)
			.filter(({ article }) => !article.undated && isRecentNews(article.date, portal.now))
			.map(({ article: { address, title, date } }) => ({ address, title, date })),
	}));
	yield output("robots", robotsAddress, () => ({}));
	yield output("headers", headersAddress, () => {
		const counter = counterOf(portal.site.voice);
		return {
			editorOrigins: context.editorOrigins ?? [],
			...(counter && { counterOrigins: [counter.address] }),
		};
	});
	const moved = index.all.filter(({ article }) => article.formerAddresses.length > 0);
	const redirects = () => ({ redirects: formerAddresses(moved) });
	const inputs = () => inputsOf(moved);
	yield output("redirects", redirectsAddress, redirects, { inputs });
	yield output("nginx-redirects", nginxRedirectsAddress, redirects, { inputs });
}

/** The sitemaps of some pages: one, or several if the protocol's limit is exceeded. */
function sitemapParts<Item>(
	sitemap: UrlPath,
	items: readonly Item[],
): { readonly address: UrlPath; readonly items: readonly Item[] }[] {
	const count = Math.max(1, Math.ceil(items.length / sitemapLength));
	return Array.from({ length: count }, (_, at) => ({
		address: sitemapPartAddress(sitemap, at + 1),
		items: items.slice(at * sitemapLength, (at + 1) * sitemapLength),
	}));
}

function sitemapEntry(context: PlanContext, { article }: Entry): SitemapEntryView {
	const picture = article.image && figure(context, article.file, article.image);
	return {
		address: article.address,
		...optional("modified", changedAt(article) ?? (article.undated ? undefined : article.date)),
		...(picture ? { images: [picture.src] } : {}),
	};
}

/** The newest moment of the articles that readers can see; undefined if there are none. */
function lastChange(entries: readonly Entry[]): IsoDate | undefined {
	let latest: IsoDate | undefined;
	for (const { article, withdrawn } of entries) {
		if (withdrawn) continue;
		const changed = changedAt(article) ?? article.date;
		if (latest === undefined || changed > latest) latest = changed;
	}
	return latest;
}

/** Former addresses with their targets. */
function formerAddresses(entries: readonly Entry[]): FormerAddressView[] {
	const all: FormerAddressView[] = [];
	for (const { article } of entries) {
		for (const from of article.formerAddresses) all.push({ from, to: article.address });
	}
	return all;
}
