import { absoluteAddress } from "../../model/addresses.ts";
import type { SiteView } from "../views.ts";
import type { SitemapView } from "./views.ts";
import { sitemapLength } from "./views.ts";
import { element, textElement, xmlDocument } from "./xml.ts";

/**
 * A sitemap by https://www.sitemaps.org/protocol.html with Google's image extension.
 * @throws when there are more pages than the protocol allows in one file.
 */
export function renderSitemap(view: SitemapView, site: Pick<SiteView, "url">): string {
	if (view.entries.length > sitemapLength) {
		throw new Error(
			`A sitemap of ${view.entries.length} pages: at most ${sitemapLength} may stand in one; divide it.`,
		);
	}
	return xmlDocument(
		element(
			"urlset",
			{
				xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
				"xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1",
			},
			view.entries.map((entry) =>
				element("url", {}, [
					element("loc", {}, absoluteAddress(site.url, entry.address)),
					textElement("lastmod", entry.modified),
					...(entry.images ?? []).map((image) =>
						element("image:image", {}, [element("image:loc", {}, absoluteAddress(site.url, image))]),
					),
				]),
			),
		),
	);
}
