/**
 * The views of feeds, sitemaps and redirects: plain data, like the views of pages. Each output is a pure function of
 * its view and the site's, so the time of the build never reaches it.
 */
import type { IsoDate, UrlPath } from "../../model/ids.ts";
import type { PageList } from "../../model/page-list.ts";
import type { LinkView, WeekView } from "../views.ts";

/** The picture of a feed's entry. */
export interface FeedPictureView {
	/** Address of a version in a format that every reader shows (JPEG, PNG). */
	readonly src: UrlPath;
	/** In bytes, where it is known. */
	readonly size?: number;
}

/** An article in a feed. Withdrawn articles are never in one. */
export interface FeedEntryView {
	readonly address: UrlPath;
	readonly title: string;
	readonly date: IsoDate;
	/** True if the day is unknown; then the date serves only for sorting. */
	readonly undated?: boolean;
	readonly updated?: IsoDate;
	readonly summary?: string;
	readonly authors: readonly LinkView[];
	/** The names of the committee, the province and the tags, in this order. */
	readonly categories: readonly string[];
	readonly picture?: FeedPictureView;
}

/** The feed of a list or of the site; Atom and JSON Feed are made of the same view. */
export interface FeedView {
	/** The list's heading; absent for the feed of the whole site. */
	readonly heading?: string;
	/** Address of the list's landing page; the home page for the whole site. */
	readonly landing: UrlPath;
	/** Newest first, `feedLength` at the most. */
	readonly entries: readonly FeedEntryView[];
}

/** The weeks of a calendar, oldest first, with their items by day and hour. */
export interface CalendarFileView {
	readonly weeks: readonly Pick<WeekView, "week" | "items">[];
}

/** The number of entries in a feed. */
export const feedLength = 20;

/** One sitemap in the index. */
export interface SitemapLinkView {
	readonly address: UrlPath;
	/** When its newest article appeared or was last changed. */
	readonly modified?: IsoDate;
}

/** The index: the months oldest first, then the sitemap of the other pages. */
export interface SitemapIndexView {
	readonly sitemaps: readonly SitemapLinkView[];
}

/** A page in a sitemap. */
export interface SitemapEntryView {
	readonly address: UrlPath;
	readonly modified?: IsoDate;
	/** Pictures that the page shows, without repetition. */
	readonly images?: readonly UrlPath[];
}

/**
 * The sitemap of a month's articles, oldest first, or of the pages that are no articles. A month's sitemap knows
 * nothing of other months, so once the month is over only a change of its own articles writes it again. Withdrawn
 * articles and pages that ask not to be indexed are never in one.
 */
export interface SitemapView {
	/** `sitemapLength` at the most. */
	readonly entries: readonly SitemapEntryView[];
}

/** The greatest number of pages in one sitemap by sitemaps.org's protocol. */
export const sitemapLength = 50_000;

/** An article in the news sitemap. */
export interface NewsSitemapEntryView {
	readonly address: UrlPath;
	readonly title: string;
	readonly date: IsoDate;
}

/** The articles that `isRecentNews` at the moment of the build, newest first. */
export interface NewsSitemapView {
	/** `newsSitemapLength` at the most. */
	readonly entries: readonly NewsSitemapEntryView[];
}

/** The greatest number of articles in a news sitemap that Google reads. */
export const newsSitemapLength = 1000;

/** Where readers of a former address are sent. */
export interface FormerAddressView {
	/** As the front matter writes it; may carry a query: `/index.php?id=12`. */
	readonly from: string;
	readonly to: UrlPath;
}

export interface RedirectsView {
	readonly redirects: readonly FormerAddressView[];
}

/** A file that the settings alone decide. */
/** `/_headers` */
export interface HeadersView {
	/** Other servers to which the editor's page sends requests. */
	readonly editorOrigins: readonly string[];
	readonly counterOrigins?: readonly string[];
}

export type SettingsOnlyView = Readonly<Record<string, never>>;

/** The addresses that phones must delete. */
export interface WithdrawalsView {
	/** Of all withdrawn articles, oldest first. */
	readonly addresses: readonly UrlPath[];
}

/** The pages of a month as they were written: `src/model/page-list.ts`. */
export type PageListView = PageList;

/** The templates of feeds, sitemaps and files for hosts with their views. */
export interface FeedViews {
	calendar: CalendarFileView;
	atom: FeedView;
	"json-feed": FeedView;
	"sitemap-index": SitemapIndexView;
	sitemap: SitemapView;
	"news-sitemap": NewsSitemapView;
	robots: SettingsOnlyView;
	redirects: RedirectsView;
	"nginx-redirects": RedirectsView;
	headers: HeadersView;
	"app-manifest": SettingsOnlyView;
	"service-worker": SettingsOnlyView;
	withdrawals: WithdrawalsView;
	"page-list": PageListView;
}
