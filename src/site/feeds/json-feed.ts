import { languageOf } from "../../messages/index.ts";
import { absoluteAddress, homeAddress, jsonFeedAddress } from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import { startOf } from "../../model/ids.ts";
import type { SiteView } from "../views.ts";
import { feedTitle } from "./atom.ts";
import type { FeedEntryView, FeedView } from "./views.ts";

/**
 * A JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). The bodies stay on their pages: an entry's text is its lead,
 * or else its title, as the format demands a text.
 */
export function renderJsonFeed(view: FeedView, site: SiteView): string {
	const absolute = (address: UrlPath) => absoluteAddress(site.url, address);
	const feed = {
		version: "https://jsonfeed.org/version/1.1",
		title: feedTitle(view, site),
		home_page_url: absolute(view.landing),
		feed_url: absolute(jsonFeedAddress(view.landing)),
		description: view.heading === undefined ? site.description : undefined,
		language: languageOf(site),
		icon: site.logo && absolute(site.logo.src),
		authors: [{ name: site.organisation, url: absolute(homeAddress) }],
		items: view.entries.map((entry) => jsonItem(entry, absolute)),
	};
	return `${JSON.stringify(feed, null, "\t")}\n`;
}

function jsonItem(entry: FeedEntryView, absolute: (address: UrlPath) => string): object {
	return {
		id: absolute(entry.address),
		url: absolute(entry.address),
		title: entry.title,
		content_text: entry.summary ?? entry.title,
		summary: entry.summary,
		image: entry.picture && absolute(entry.picture.src),
		date_published: entry.undated ? undefined : startOf(entry.date),
		date_modified: entry.updated && startOf(entry.updated),
		authors: entry.authors.map((author) => ({ name: author.label, url: absolute(author.address) })),
		tags: entry.categories,
	};
}
