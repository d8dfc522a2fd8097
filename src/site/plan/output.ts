import type { IsoDay, UrlPath } from "../../model/ids.ts";
import type { ApiViews } from "../api/views.ts";
import type { FeedViews } from "../feeds/views.ts";
import type { PageKind, PageViews } from "../views.ts";
import { optional } from "./optional.ts";

/** The view of each template: pages, feeds and API documents alike. */
export type TemplateViews = PageViews & FeedViews & ApiViews;

export type TemplateName = keyof TemplateViews;

/** Feeds, API documents and other files that are not kinds of page. Each is a file of `src/site/pages/`. */
export type DocumentName = Exclude<TemplateName, PageKind>;

const documents: Readonly<Record<DocumentName, true>> = {
	atom: true,
	"json-feed": true,
	calendar: true,
	sitemap: true,
	"sitemap-index": true,
	"news-sitemap": true,
	robots: true,
	headers: true,
	redirects: true,
	"nginx-redirects": true,
	"app-manifest": true,
	"service-worker": true,
	withdrawals: true,
	"page-list": true,
	"api-index": true,
	"api-page": true,
	"api-schema": true,
	"api-month": true,
	"api-day": true,
	"api-provinces": true,
	"api-committees": true,
	"api-authors": true,
	"api-tags": true,
	"api-pages": true,
	"api-records": true,
	"api-site": true,
};

/** The names of all templates, from the modules of the program. */
export function templatesAmong(modules: readonly string[]): readonly TemplateName[] {
	const kinds = modules.flatMap(
		(module) => /^src\/site\/kinds\/([^/]+)\/\1-page\.tsx$/.exec(module)?.[1] ?? [],
	);
	return [...Object.keys(documents), ...kinds] as TemplateName[];
}

/**
 * The modules of a template. With everything that they import, they are its code. A kind of page has a folder, a feed
 * or API document a file of `pages/`.
 */
export function modulesOf(name: TemplateName): readonly string[] {
	return isDocument(name)
		? [`src/site/pages/${name}.11ty.tsx`]
		: ["src/site/pages/page-template.tsx", `src/site/kinds/${name}/${name}-page.tsx`];
}

export function isDocument(name: TemplateName): name is DocumentName {
	return Object.hasOwn(documents, name);
}

/** The templates whose files contain no texts of the site. They do not depend on its texts or colours. */
export const silentTemplates: ReadonlySet<TemplateName> = new Set([
	"sitemap",
	"sitemap-index",
	"robots",
	"headers",
	"redirects",
	"nginx-redirects",
	"withdrawals",
	"page-list",
	"api-index",
	"api-schema",
	"api-month",
	"api-provinces",
	"api-committees",
	"api-authors",
	"api-tags",
	"api-records",
	"api-site",
]);

/** One file of the site before it is written: where it goes, what renders it and from what. */
export interface Output<Name extends TemplateName = TemplateName> {
	readonly address: UrlPath;
	readonly template: Name;
	/** Makes the view. Called for the digest, and again when the file is rendered. */
	readonly view: () => TemplateViews[Name];
	/**
	 * A text that costs a fraction of the view, and changes whenever the view would: the keys of the articles that it
	 * shows, and everything else on which it depends except the portal's names. If absent, the view itself is always
	 * made and compared.
	 */
	readonly inputs?: () => string;
	/**
	 * The day of its newest article. Files of one period show the same bodies and cards, so a build renders them
	 * together. Absent if it shows no article.
	 */
	readonly day?: IsoDay;
	/**
	 * Position of the newest article on which the inputs depend, counted from the oldest. The file stays the same while
	 * the archive is unchanged up to there, whatever is published later. Absent if any article may change it.
	 */
	readonly through?: number;
}

/** All files below a folder of the site. */
export interface OutputFolder {
	/** Ends with a slash. */
	readonly address: UrlPath;
	/**
	 * While the archive is unchanged up to this position, counted from the oldest, the folder has the same files with the
	 * same views. Absent if any article may change it.
	 */
	readonly through?: number;
	readonly outputs: () => Output[];
}

/** A file of the site that is written. */
export interface WrittenPage {
	readonly address: UrlPath;
	/** SHA-256 of its bytes, in hexadecimal. */
	readonly sha256: string;
	/** In bytes. */
	readonly size: number;
}

/** A file that lists the written pages of a folder. It is reused whenever the folder is. */
export interface Listing {
	readonly address: UrlPath;
	readonly template: "page-list";
	readonly folder: UrlPath;
	/**
	 * @param pages of the folder, by address
	 * @param sizeOf a picture in bytes; undefined while it is not made
	 */
	readonly view: (
		pages: readonly WrittenPage[],
		sizeOf: (address: UrlPath) => number | undefined,
	) => TemplateViews["page-list"];
}

export function output<Name extends TemplateName>(
	template: Name,
	address: UrlPath,
	view: () => TemplateViews[Name],
	{ inputs, day, through }: Partial<Pick<Output, "inputs" | "day" | "through">> = {},
): Output {
	return {
		template,
		address,
		view,
		...optional("inputs", inputs),
		...optional("day", day),
		...optional("through", through),
	};
}

/** The furthest of some positions; undefined if one of them is unknown, or there are none. */
export function furthest(places: Iterable<number | undefined>): number | undefined {
	let furthest: number | undefined;
	for (const place of places) {
		if (place === undefined) return undefined;
		if (furthest === undefined || place > furthest) furthest = place;
	}
	return furthest;
}

/** The inputs of a view that shows these articles, in this order, and these words. */
export function inputsOf(entries: readonly { readonly key: string }[], ...words: readonly unknown[]): string {
	const parts = [words.length > 0 ? JSON.stringify(words) : ""];
	for (const { key } of entries) parts.push(key);
	return parts.join("\n");
}

/** The file of an address, relative to the output folder: `/tin-moi/` is `tin-moi/index.html`. */
export function fileOf(address: UrlPath): string {
	return address.endsWith("/") ? `${address.slice(1)}index.html` : address.slice(1);
}
