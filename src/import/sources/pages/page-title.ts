import { trimCharacters } from "../../trim-characters.ts";
import { blocksOf, elementsBefore, textOf } from "./page-blocks.ts";
import type { PageMetadata } from "./page-metadata.ts";

/** An article's title and the element that shows it. */
export interface PageTitle {
	readonly text: string;
	readonly element?: Element;
	readonly isFromProfile: boolean;
}

const headings =
	'h1, h2, h3, h4, [itemprop="headline"], [class*="title"], [class*="Title"], [class*="tieude"], [class*="tieu-de"], [class*="headline"]';
const shortest = 5;
const longest = 400;
const marksAtEnds = " \"“”'.,:;|-";
/** Between an article's title and the site's name in `<title>`. */
const separators = /\s+(?:[-–—|»:]|::)\s+/;

/**
 * Finds the title: by the profile, or the heading that agrees with the page's metadata. If no heading agrees, the title
 * of the metadata is used.
 */
export function findTitle(
	document: Document,
	metadata: PageMetadata,
	selectors: readonly string[] | undefined,
	main: Element,
): PageTitle | undefined {
	for (const selector of selectors ?? []) {
		const element = [...document.querySelectorAll(selector)].find((each) => textOf(each) !== "");
		if (element) return { text: textOf(element), element, isFromProfile: true };
	}
	const ownPart = withoutSite(metadata.documentTitle ?? "", metadata.siteName);
	const stated = [metadata.title, ownPart, metadata.documentTitle].filter(
		(text): text is string => text !== undefined && text !== "",
	);
	const candidates = [...document.body.querySelectorAll(headings)]
		.filter((element) => !element.contains(main))
		.flatMap(linesOf)
		.filter(({ text }) => text.length >= shortest && text.length <= longest);
	const agreeing = candidates
		.filter(({ text }) =>
			stated.some((each) => startsLike(each, text) || startsLike(text, withoutEllipsis(each))),
		)
		.filter(({ text }) => metadata.siteName === undefined || !isSameText(text, metadata.siteName));
	// An element around the title may hold more: the date, or the author.
	const [best] = agreeing
		.filter(
			({ element }) =>
				!agreeing.some((other) => other.element !== element && element.contains(other.element)),
		)
		.map(({ element, text }) => ({ element, text: withoutDateLine(text, stated) }))
		.sort((a, b) => b.text.length - a.text.length);
	if (best && best.text.split(" ").length > 2) return { ...best, isFromProfile: false };
	if (metadata.title !== undefined) return { text: metadata.title, isFromProfile: false };
	const before = elementsBefore(document, main);
	const heading =
		candidates.find(({ element }) => element.tagName === "H1") ??
		candidates.filter(({ element, text }) => before.has(element) && text.split(" ").length > 3).at(-1);
	if (heading) return { ...heading, isFromProfile: false };
	const text = withoutSite(metadata.documentTitle ?? "", metadata.siteName);
	return text === "" ? undefined : { text, isFromProfile: false };
}

/** Cuts off a date or time after the stated title: a title never contains one. */
function withoutDateLine(text: string, stated: readonly string[]): string {
	const beginning = stated.find((each) => text.length > each.length && startsLike(text, each));
	if (beginning === undefined) return text;
	return /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}:\d{2}/.test(text.slice(beginning.length)) ? beginning : text;
}

/** A heading itself, or the lines of a box that contains one. A box may hold more than the title. */
function linesOf(element: Element): readonly { readonly element: Element; readonly text: string }[] {
	const text = textOf(element);
	if (/^H[1-6]$/.test(element.tagName) || text.length > longest) return [{ element, text }];
	const blocks = blocksOf(element);
	return blocks.length > 1 ? blocks : [{ element, text }];
}

/** Whether two texts differ only in case, spaces, and punctuation at their ends. */
export function isSameText(a: string, b: string): boolean {
	return plain(a) === plain(b);
}

function startsLike(whole: string, beginning: string): boolean {
	const start = plain(beginning);
	return start.length >= shortest && plain(whole).startsWith(start);
}

function withoutEllipsis(text: string): string {
	return text.replace(/\s*(?:…|\.\.\.)$/, "");
}

/** A `<title>` without the site's name. If the name is unknown, the last part is taken for it. */
function withoutSite(text: string, site: string | undefined): string {
	const parts = text.split(separators).filter((part) => site === undefined || !isSameText(part, site));
	if (site !== undefined || parts.length < 2) return parts.join(" - ");
	return parts.slice(0, -1).join(" - ");
}

function plain(text: string): string {
	return trimCharacters(
		text
			.normalize("NFC")
			.toLowerCase()
			.replace(/[\s\u00A0]+/g, " "),
		marksAtEnds,
	);
}
