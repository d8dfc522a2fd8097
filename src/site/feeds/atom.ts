import { languageOf } from "../../messages/index.ts";
import { absoluteAddress, atomAddress, homeAddress } from "../../model/addresses.ts";
import { startOf } from "../../model/ids.ts";
import type { SiteView } from "../views.ts";
import { mediaTypeOf } from "./media-type.ts";
import type { FeedEntryView, FeedView } from "./views.ts";
import { element, textElement, xmlDocument } from "./xml.ts";

/** The `updated` of a feed without entries, which RFC 4287 demands all the same. */
const beforeAnyArticle = "2000-01-01T00:00:00+07:00";

/**
 * An Atom feed by RFC 4287. Ids are addresses, which never change; `updated` is that of the entry changed last, so
 * that a build at another time writes the same bytes.
 */
export function renderAtom(view: FeedView, site: SiteView): string {
	const absolute = (address: FeedView["landing"]) => absoluteAddress(site.url, address);
	return xmlDocument(
		element("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": languageOf(site) }, [
			element("id", {}, absolute(view.landing)),
			element("title", {}, feedTitle(view, site)),
			textElement("subtitle", view.heading === undefined ? site.description : undefined),
			element("updated", {}, lastChange(view.entries)),
			element("link", {
				rel: "self",
				type: "application/atom+xml",
				href: absolute(atomAddress(view.landing)),
			}),
			element("link", {
				rel: "alternate",
				type: "text/html",
				hreflang: languageOf(site),
				href: absolute(view.landing),
			}),
			element("author", {}, [
				element("name", {}, site.organisation),
				element("uri", {}, absolute(homeAddress)),
			]),
			textElement("logo", site.logo && absolute(site.logo.src)),
			textElement("rights", site.licence),
			...view.entries.map((entry) => renderEntry(entry, site)),
		]),
	);
}

function renderEntry(entry: FeedEntryView, site: SiteView): string {
	const address = absoluteAddress(site.url, entry.address);
	const { picture } = entry;
	return element("entry", {}, [
		element("id", {}, address),
		element("title", {}, entry.title),
		textElement("published", entry.undated ? undefined : startOf(entry.date)),
		// RFC 4287 demands one, and allows only moments, no days.
		element("updated", {}, startOf(entry.updated ?? entry.date)),
		element("link", { rel: "alternate", type: "text/html", href: address }),
		picture &&
			element("link", {
				rel: "enclosure",
				type: mediaTypeOf(picture.src),
				length: picture.size?.toString(),
				href: absoluteAddress(site.url, picture.src),
			}),
		...entry.authors.map((author) =>
			element("author", {}, [
				element("name", {}, author.label),
				element("uri", {}, absoluteAddress(site.url, author.address)),
			]),
		),
		...entry.categories.map((category) => element("category", { term: category })),
		textElement("summary", entry.summary),
	]);
}

/** A feed's title: the list's heading and the site's name. */
export function feedTitle(view: Pick<FeedView, "heading">, site: Pick<SiteView, "name">): string {
	return view.heading === undefined ? site.name : `${view.heading} – ${site.name}`;
}

function lastChange(entries: readonly FeedEntryView[]): string {
	const moments: string[] = entries.map((entry) => startOf(entry.updated ?? entry.date));
	return moments.sort().at(-1) ?? beforeAnyArticle;
}
