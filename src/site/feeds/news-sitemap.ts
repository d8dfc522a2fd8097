import { languageOf } from "../../messages/index.ts";
import { absoluteAddress, homeAddress } from "../../model/addresses.ts";
import { asIsoDateTime, type IsoDate, type IsoDateTime, startOf } from "../../model/ids.ts";
import { toVietnamMoment } from "../../text/index.ts";
import type { SiteView } from "../views.ts";
import type { NewsSitemapView } from "./views.ts";
import { element, xmlDocument } from "./xml.ts";

const twoDays = 2 * 24 * 60 * 60 * 1000;

/**
 * Whether an article is news to Google: published in the two days before `now`. `now` is the build's clock (`--now`),
 * so a portal built for a day in the past gets that day's news sitemap. Scheduled articles are not news yet.
 */
export function isRecentNews(date: IsoDate, now: IsoDateTime): boolean {
	const age = Date.parse(now) - Date.parse(startOf(date));
	return age >= 0 && age <= twoDays;
}

/** The moment from which an article is no longer news. */
export function endOfNews(date: IsoDate): IsoDateTime {
	return asIsoDateTime(toVietnamMoment(Date.parse(startOf(date)) + twoDays + 1000));
}

/**
 * A news sitemap. On days without news it has only the home page: the schema of sitemaps demands an address, and one
 * without `news:news` is not news. https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function renderNewsSitemap(
	view: NewsSitemapView,
	site: Pick<SiteView, "url" | "name" | "messages">,
): string {
	return xmlDocument(
		element(
			"urlset",
			{
				xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
				"xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
			},
			view.entries.length === 0
				? [element("url", {}, [element("loc", {}, absoluteAddress(site.url, homeAddress))])]
				: view.entries.map((entry) =>
						element("url", {}, [
							element("loc", {}, absoluteAddress(site.url, entry.address)),
							element("news:news", {}, [
								element("news:publication", {}, [
									element("news:name", {}, site.name),
									element("news:language", {}, languageOf(site)),
								]),
								element("news:publication_date", {}, entry.date),
								element("news:title", {}, entry.title),
							]),
						]),
					),
		),
	);
}
