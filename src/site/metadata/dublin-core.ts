import { languageOf } from "../../messages/index.ts";
import { absoluteAddress } from "../../model/addresses.ts";
import { introductionOf } from "../../model/article.ts";
import type { UrlPath } from "../../model/ids.ts";
import type { ArticleView, SiteView } from "../views.ts";

/** The fifteen elements of https://www.dublincore.org/specifications/dublin-core/dces/. */
export type DublinCoreElement =
	| "title"
	| "creator"
	| "subject"
	| "description"
	| "publisher"
	| "contributor"
	| "date"
	| "type"
	| "format"
	| "identifier"
	| "source"
	| "language"
	| "relation"
	| "coverage"
	| "rights";

/**
 * An article in Dublin Core; elements may repeat, and those without a value are left out. The six that Circular
 * 24/2011/TT-BTTTT demanded of state websites (title, creator, date, description, publisher, identifier) always stand.
 */
export function dublinCore(
	view: ArticleView,
	site: SiteView,
	address: UrlPath,
): readonly (readonly [DublinCoreElement, string])[] {
	const { source } = view;
	const elements: (readonly [DublinCoreElement, string | undefined])[] = [
		["title", view.title],
		...view.authors.map((author) => ["creator", author.label] as const),
		...view.tags.map((tag) => ["subject", tag.label] as const),
		["description", introductionOf(view) ?? view.title],
		["publisher", site.organisation],
		["contributor", site.responsible],
		["date", view.undated ? undefined : view.date],
		["type", "Text"],
		["format", "text/html"],
		["identifier", absoluteAddress(site.url, address)],
		["source", source && (source.link ?? source.name)],
		["language", languageOf(site)],
		...view.related.map((card) => ["relation", absoluteAddress(site.url, card.address)] as const),
		["coverage", view.province?.label],
		["rights", site.licence],
	];
	return elements.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}
