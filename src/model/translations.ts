import type { Page } from "./page.ts";
import type { SiteSettings } from "./site.ts";

/** The English page of each article (by id) and each page (by slug) that has one. */
export function translationsIn(pages: readonly Page[]): ReadonlyMap<string, Page> {
	return new Map(pages.flatMap((page) => (page.translationOf ? [[page.translationOf, page] as const] : [])));
}

/** Whether the site has an English list: if the settings or a page are in English. */
export function hasEnglish(
	{ english }: { readonly english?: SiteSettings["english"] },
	pages: Iterable<Pick<Page, "translationOf">>,
): boolean {
	return english !== undefined || [...pages].some(({ translationOf }) => translationOf !== undefined);
}
