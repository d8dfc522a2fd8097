import { absoluteAddress } from "../../model/addresses.ts";
import type { SiteView } from "../views.ts";
import type { SitemapIndexView } from "./views.ts";
import { element, textElement, xmlDocument } from "./xml.ts";

/** The index of sitemaps by https://www.sitemaps.org/protocol.html: one for each month and one for the other pages. */
export function renderSitemapIndex(view: SitemapIndexView, site: Pick<SiteView, "url">): string {
	return xmlDocument(
		element(
			"sitemapindex",
			{ xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" },
			view.sitemaps.map((sitemap) =>
				element("sitemap", {}, [
					element("loc", {}, absoluteAddress(site.url, sitemap.address)),
					textElement("lastmod", sitemap.modified),
				]),
			),
		),
	);
}
