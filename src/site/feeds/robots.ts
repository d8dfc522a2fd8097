import { absoluteAddress, newsSitemapAddress, sitemapIndexAddress } from "../../model/addresses.ts";
import type { SiteView } from "../views.ts";

/**
 * robots.txt (RFC 9309). Pages that must not be indexed say so themselves, which they can only as long as robots may
 * read them; so only the editor and the search index, which have nothing to read, are disallowed.
 */
export function renderRobots(site: Pick<SiteView, "url">): string {
	return [
		"User-agent: *",
		"Disallow: /admin/",
		"Disallow: /pagefind/",
		"",
		`Sitemap: ${absoluteAddress(site.url, sitemapIndexAddress)}`,
		`Sitemap: ${absoluteAddress(site.url, newsSitemapAddress)}`,
		"",
	].join("\n");
}
