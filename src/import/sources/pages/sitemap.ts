import { join } from "node:path";
import { decodePercentSigns } from "../../../text/index.ts";
import { childrenOf, childText } from "../xml/xml-element.ts";
import { xmlItems, xmlText } from "../xml/xml-items.ts";

/** An address that a sitemap lists. */
export interface SitemapEntry {
	readonly address: string;
	/** When it was published, in a news sitemap; otherwise when it was last changed. */
	readonly date?: string;
}

export interface PageSitemap {
	/** Finds a page's entry by its address, or by the path of a mirrored file. */
	find(address: string): SitemapEntry | undefined;
}

const sitemapName = /(?:^|\/)[^/]*sitemap[^/]*\.xml(?:\.gz)?$/i;

/** Reads the sitemaps that a crawler saved in its folder. */
export async function readSitemaps(root: string, files: readonly string[]): Promise<PageSitemap> {
	const entries = new Map<string, SitemapEntry>();
	for (const name of files) {
		if (!sitemapName.test(name)) continue;
		for await (const entry of sitemapEntries(xmlText(join(root, name))))
			if (entry.kind === "page") entries.set(identity(entry.address), entry);
	}
	return { find: (address) => entries.get(identity(address)) };
}

/** The entries of a sitemap or of a sitemap index, in order. */
export async function* sitemapEntries(
	text: AsyncIterable<string>,
): AsyncGenerator<SitemapEntry & { readonly kind: "page" | "sitemap" }> {
	for await (const item of xmlItems(text, ["url", "sitemap"])) {
		if ("broken" in item) continue;
		const { element } = item;
		const address = childText(element, "loc");
		if (address === undefined || !URL.canParse(address)) continue;
		const [news] = childrenOf(element, "news:news");
		const date = (news && childText(news, "news:publication_date")) ?? childText(element, "lastmod");
		yield {
			kind: element.name === "sitemap" ? "sitemap" : "page",
			address,
			...(date === undefined ? {} : { date }),
		};
	}
}

/** An address's path and query, without the extension that crawlers add and without a trailing slash. */
function identity(address: string): string {
	const { pathname, search } = new URL(address, "http://host.invalid");
	const path = `${pathname}${search}`.replace(/\/?(?:index)?(?:\.html?)?$/i, "");
	return decodePercentSigns(path).normalize("NFC").toLowerCase();
}
