/** What a page shows of an article outside its text, or in elements whose names say what they are. */
import { readByLine } from "../../plain-text/by-line.ts";
import { firstDate } from "../../read-date.ts";
import { trimCharacters } from "../../trim-characters.ts";
import { isFurniture, readDateLine, readViews } from "./furniture.ts";
import { blocksOf, textOf } from "./page-blocks.ts";
import type { PageMetadata } from "./page-metadata.ts";
import { isSameText } from "./page-title.ts";
import type { Profile } from "./profile.ts";
import type { PageRemarks } from "./remarks.ts";
import { isPerson, longestByLine, signedBy, takenFrom, withoutLabel } from "./signature.ts";
import { strings } from "./strings.ts";

/** What was found. A field is absent if nothing was found for it. */
export interface PageFacts {
	readonly lead?: string;
	readonly date?: string;
	readonly author?: string;
	readonly source?: string;
	readonly keywords?: readonly string[];
}

type TextField = "lead" | "date" | "author" | "source";

/** Classes and ids that the systems of Vietnamese offices give these parts. */
const places: Readonly<Record<TextField, readonly string[]>> = {
	lead: [
		'#hometext, .hometext, .sapo, .article-sapo, .detail-sapo, .chapeau, .news-lead, .article-introtext, .introtext, .article-lead, .lead-detail, [itemprop="description"]:not(meta)',
	],
	date: [],
	author: [
		'.author-name, .tac-gia, .tacgia, .pAuthor, .article-author, .byline, [itemprop="author"]:not(meta)',
	],
	source: [],
};
const keywordPlaces = [
	'.news_keywords a, .keywords a, .tags-links a, .article-tags a, .tag-list a, .list-tags a, .tukhoa a, [rel="tag"]',
];
const trailPlaces =
	'.breadcrumb, .breadcrumbs, #breadcrumb, [itemtype$="BreadcrumbList"], .breadcrumbs-wrap, .pathway, .duong-dan';
const leadLimits = { least: 20, most: 2000 };

/**
 * Takes what a profile's selectors and well-known class names find. Elements that are found are removed from the main
 * text.
 */
export function takeFacts(
	document: Document,
	main: Element,
	profile: Profile,
	metadata: PageMetadata,
	remarks: PageRemarks,
): PageFacts {
	const take = (field: TextField): string | undefined => {
		const own = profile[field];
		for (const selector of own ?? places[field]) {
			for (const element of document.body.querySelectorAll(selector)) {
				const text = textOf(element);
				if (text === "" || element.contains(main) || !(own || isFitting(field, text, metadata))) continue;
				if (main.contains(element)) element.remove();
				return text;
			}
		}
		if (own) remarks.doubt(strings.profileMissed(field), 0.3);
		return undefined;
	};
	const [lead, date, author, source] = [take("lead"), take("date"), take("author"), take("source")];
	const keywords = takeKeywords(document, main, profile);
	return {
		...(lead === undefined ? {} : { lead }),
		...(date === undefined ? {} : { date: readDateLine(date)?.date ?? date }),
		...(author === undefined ? {} : { author: withoutLabel(author) }),
		...(source === undefined ? {} : { source: withoutLabel(source) }),
		...(keywords.length > 0 ? { keywords } : {}),
	};
}

function isFitting(field: TextField, text: string, metadata: PageMetadata): boolean {
	if (field === "lead") return text.length >= leadLimits.least && text.length <= leadLimits.most;
	const isLine = text.length <= longestByLine && !isFurniture(text) && !/[.!?]$/.test(text);
	return isLine && isPerson(withoutLabel(text), metadata);
}

function takeKeywords(document: Document, main: Element, profile: Profile): string[] {
	for (const selector of profile.keywords ?? keywordPlaces) {
		const elements = [...document.body.querySelectorAll(selector)];
		const words = elements.flatMap((element) => {
			const parts = element.tagName === "A" ? [textOf(element)] : linkTexts(element);
			return (parts.length > 0 ? parts : textOf(element).split(/[,;|]/)).map(withoutLabel);
		});
		for (const element of elements) if (main.contains(element)) element.remove();
		const found = [...new Set(words.filter((word) => word !== "" && !isFurniture(word)))];
		if (found.length > 0) return found;
	}
	return [];
}

/** The sections of an article: by the profile, the metadata, or the last step of the breadcrumb trail. */
export function findSections(
	document: Document,
	title: Element | undefined,
	profile: Profile,
	metadata: PageMetadata,
): string[] {
	for (const selector of profile.category ?? []) {
		const found = [...document.body.querySelectorAll(selector)].map(textOf).filter((text) => text !== "");
		if (found.length > 0) return found;
	}
	if (metadata.sections.length > 0) return [...metadata.sections];
	const trail = document.body.querySelector(trailPlaces);
	const steps = (trail ? linkTexts(trail) : [])
		.map(withoutArrows)
		.filter(
			(step) => !/^(?:trang chủ|trang nhất|home)$/i.test(step) && !(title && isSameText(step, textOf(title))),
		);
	return steps.filter((step) => step !== "").slice(-1);
}

/** A step of a breadcrumb trail without its separators. */
function withoutArrows(step: string): string {
	return trimCharacters(step, " ›»>/|→-·•\u00A0");
}

/** A date line outside the main text, with the author's name if the line has one. */
export interface ShownDate {
	readonly date?: string;
	readonly author?: string;
}

/**
 * Finds the date outside the main text: the nearest date line before it, otherwise the page's first `<time>`, otherwise
 * its first date line.
 */
export function findDate(document: Document, main: Element, title = ""): ShownDate {
	const stamped = firstDate(
		...[...document.body.querySelectorAll("time[datetime]")].map(
			(time) => time.getAttribute("datetime") ?? "",
		),
	);
	let before: ShownDate | undefined;
	let first: ShownDate | undefined;
	let isPastMain = false;
	for (const { element, text } of blocksOf(document.body)) {
		isPastMain ||= main.contains(element);
		if (main.contains(element)) continue;
		// A heading may contain the date after the title.
		const line = title !== "" && text.startsWith(title) ? text.slice(title.length) : text;
		const found = readDateLine(line.trim());
		if (found === undefined) continue;
		const author = found.others.find(isSigned);
		const shown = { date: found.date, ...(author === undefined ? {} : { author: withoutLabel(author) }) };
		first ??= shown;
		if (!isPastMain) before = shown;
	}
	return before ?? (stamped === undefined ? (first ?? {}) : { date: stamped });
}

/** Whether a part of a date line is a person's name: "Lan Anh", not "Lượt xem" or a section. */
export function isSigned(part: string): boolean {
	return signedBy(part) !== undefined || (readViews(part) === undefined && readByLine(part) !== undefined);
}

/** Finds lines such as "Tác giả: …", "Nguồn tin: …" and "328 lượt xem" outside the main text. */
export function findLabelled(document: Document, main: Element) {
	let author: string | undefined;
	let source: string | undefined;
	let views: number | undefined;
	for (const { element, text } of blocksOf(document.body)) {
		if (text.length > longestByLine || main.contains(element)) continue;
		for (const part of readDateLine(text)?.others ?? [text]) {
			author ??= signedBy(part);
			source ??= takenFrom(part);
			views ??= readViews(part);
		}
	}
	return { author, source, views };
}

function linkTexts(element: Element): string[] {
	return [...element.querySelectorAll("a")].map(textOf).filter((text) => text !== "");
}

/** The share of an element's text that is in links, from 0 to 1. */
export function linkShareOf(element: Element): number {
	const all = textOf(element).length;
	const linked = linkTexts(element).reduce((sum, text) => sum + text.length, 0);
	return all === 0 ? 0 : linked / all;
}
