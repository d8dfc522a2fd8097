/** What belongs to a kept set: pure functions over the site's lists. */
import type { FixedFile, ListedPage, PageList } from "../model/page-list.ts";
import { pictureStem } from "./picture-stem.ts";

/** Numbered pages of a list that are kept beside its landing page. */
const mostListPages = 10;

const articlePattern = /^\/(\d{4})\/(\d{2})\/(?:\d{2}\/[^/]+\.html|(?:\d{2}\/)?)$/;

/** The month (`2026-11`) whose list has a page; undefined for pages of no month. */
export function monthOfAddress(address: string): string | undefined {
	const [, year, month] = articlePattern.exec(address) ?? [];
	return month === undefined ? undefined : `${year}-${month}`;
}

/** The pages of an article, a day or a month, without notices of withdrawal. @param id its address */
export function pagesOf(id: string, { pages }: PageList): ListedPage[] {
	return pages.filter(
		({ address, withdrawn }) => !withdrawn && (id.endsWith("/") ? address.startsWith(id) : address === id),
	);
}

/** The pages of some articles, in whichever list they are. Articles in no list are left out. */
export function pagesAmong(addresses: Iterable<string>, lists: readonly PageList[]): ListedPage[] {
	const listed = new Map<string, ListedPage>(
		lists.flatMap(({ pages }) => pages.map((page) => [page.address, page] as const)),
	);
	return [...new Set(addresses)]
		.flatMap((address) => listed.get(address) ?? [])
		.filter(({ withdrawn }) => !withdrawn);
}

/** The pictures of some pages, each in its largest version. */
export function picturesOf(pages: readonly ListedPage[]): FixedFile[] {
	const byStem = new Map<string, FixedFile>();
	for (const picture of pages.flatMap(({ pictures = [] }) => pictures)) {
		const stem = pictureStem(picture.address) ?? picture.address;
		if (picture.size > (byStem.get(stem)?.size ?? 0)) byStem.set(stem, picture);
	}
	return [...byStem.values()];
}

/** The attachments of some pages. */
export function attachmentsOf(pages: readonly ListedPage[]): FixedFile[] {
	const byAddress = new Map(
		pages.flatMap(({ attachments = [] }) => attachments.map((file) => [file.address, file] as const)),
	);
	return [...byAddress.values()];
}

/** Whether a page is an article, and neither a day, a month nor a list. */
export function isArticleAddress(address: string): boolean {
	return /^\/\d{4}\/.*\.html$/.test(address);
}

/** The articles among some pages. */
export function countArticles(pages: readonly { readonly address: string }[]): number {
	return pages.filter(({ address }) => isArticleAddress(address)).length;
}

/** The articles to which a list's page leads. */
export function articlesIn(html: string): string[] {
	const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
	return [...main.matchAll(/href="(\/\d{4}\/\d{2}\/\d{2}\/[^"/]+\.html)"/g)].map(
		([, address = ""]) => address,
	);
}

/**
 * The numbered pages of a list that are kept with its landing page, newest first.
 *
 * @param landing markup of that page, which links to the newest of them
 */
export function numberedPages(
	id: string,
	landing: string,
): { readonly addresses: string[]; readonly isCut: boolean } {
	const links = [...landing.matchAll(/href="([^"]*\/)(\d+)\.html"/g)].filter(([, folder]) => folder === id);
	const last = Math.max(0, ...links.map(([, , number]) => Number(number)));
	const first = Math.max(1, last - mostListPages + 1);
	const addresses: string[] = [];
	for (let number = last; number >= first; number--) addresses.push(`${id}${number}.html`);
	return { addresses, isCut: first > 1 };
}

/** Bytes of some files. */
export function sizeOf(files: readonly { readonly size: number }[]): number {
	return files.reduce((sum, { size }) => sum + size, 0);
}
