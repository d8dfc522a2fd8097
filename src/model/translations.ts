import type { Page } from "./page.ts";

/** The English page of each article (by id) and each page (by slug) that has one. */
export function translationsIn(pages: readonly Page[]): ReadonlyMap<string, Page> {
	return new Map(pages.flatMap((page) => (page.translationOf ? [[page.translationOf, page] as const] : [])));
}
