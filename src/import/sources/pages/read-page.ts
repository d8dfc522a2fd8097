import { firstDate, readDate } from "../../read-date.ts";
import type { ImportedArticle } from "../../source.ts";
import { SourceError } from "../../source.ts";
import { markFigures } from "./figures-of-page.ts";
import { findMainText } from "./find-main-text.ts";
import { blocksOf, textOf, tidyBlocks } from "./page-blocks.ts";
import { findDate, findLabelled, findSections, linkShareOf, takeFacts } from "./page-facts.ts";
import { filesOf, findLeadPicture } from "./page-files.ts";
import { type PageMetadata, readMetadata } from "./page-metadata.ts";
import { findTitle, isSameText } from "./page-title.ts";
import { parsePage } from "./parse-page.ts";
import type { Profile } from "./profile.ts";
import { takeHead } from "./read-head.ts";
import { takeTail } from "./read-tail.ts";
import { PageRemarks } from "./remarks.ts";
import { repairPage } from "./repair-page.ts";
import { isCommentArea, isSurrounding } from "./running-text.ts";
import { isPerson, isVendor, splitSignature } from "./signature.ts";
import { strings } from "./strings.ts";

/** What is known about a page besides its text. */
export interface PageContext {
	/** Its address, if its file name or archive tells it. */
	readonly address?: string;
	readonly profile?: Profile;
	/** The day that a sitemap states, for pages that state none. */
	readonly sitemapDate?: string;
}

/** An article without its place in the source. */
export type PageArticle = Omit<ImportedArticle, "position">;

export type PageReading = { readonly article: PageArticle } | { readonly unreadable: string };

const leastBody = 40;
/** The largest share of links in an article's text. A list of stories consists of links almost entirely. */
const mostLinks = 0.5;
/** Running text outside the main text is reported from this length, and from this share of the main text's length. */
const muchOutside = { characters: 300, share: 0.25 };
const dayInMilliseconds = 86_400_000;

/**
 * Reads the article of a page by its profile, its metadata and its layout. Every word of the main text ends up in the
 * article or in `leftOut`.
 */
export function readPage(html: string, context: PageContext = {}): PageReading {
	try {
		return readDocument(parsePage(html), context);
	} catch (error) {
		if (error instanceof SourceError) return { unreadable: error.message };
		throw error;
	}
}

function readDocument(document: Document, context: PageContext): PageReading {
	const { profile = {} } = context;
	const remarks = new PageRemarks();
	const repaired = repairPage(document);
	const metadata = readMetadata(document);
	strip(document, profile);
	showStatedText(document, metadata, remarks);
	tidyBlocks(document.body);
	leaveComments(document, remarks);
	if (textOf(document.body) === "") return { unreadable: strings.emptyPage };
	const found = findMainText(document, profile.body);
	if (!found) return { unreadable: strings.noMainText };
	const { element: main, by, added } = found;
	if (added > 0) remarks.doubt(strings.takenWithIt(added), 0.7);
	if (profile.body && by !== "profile") remarks.doubt(strings.profileMissed("body"), 0.3);
	if (!metadata.isArticle && by !== "profile" && linkShareOf(main) > mostLinks)
		return { unreadable: strings.listPage };
	const title = findTitle(document, metadata, profile.title, main);
	if (profile.title && !title?.isFromProfile) remarks.doubt(strings.profileMissed("title"), 0.3);

	// Elements with telling names come first; then the main text is analysed by its layout.
	const facts = takeFacts(document, main, profile, metadata, remarks);
	const sections = findSections(document, title?.element, profile, metadata);
	const { description } = metadata;
	const head = takeHead(
		main,
		{ ...(title && { title: title.text }), ...(description === undefined ? {} : { description }) },
		remarks,
	);
	const tail = takeTail(main, remarks);
	const lead = facts.lead ?? head.lead;
	const hidden = hiddenTextOf(main);
	if (hidden !== "") remarks.doubt(strings.hiddenText(hidden), 0.5);
	markFigures(main, profile.captions);
	if (textOf(main).length < leastBody && main.querySelector("img") === null && lead === undefined)
		return { unreadable: strings.noMainText };
	if (!profile.body) lookOutside(document, main, remarks);

	const labelled = findLabelled(document, main);
	const outside = findDate(document, main, title?.text);
	const shownDate = facts.date ?? head.date ?? outside.date;
	const date = chooseDate(shownDate, metadata, context.sitemapDate, remarks);
	const author = facts.author ?? tail.author ?? labelled.author ?? head.author ?? outside.author;
	const stated = metadata.authors.filter((name) => isPerson(name, metadata) && !isVendor(name));
	const authors = author === undefined ? stated : [author];
	const source = facts.source ?? tail.source ?? labelled.source;
	const isTitle = (tag: string) => title !== undefined && isSameText(tag, title.text);
	const tags = (facts.keywords ?? tail.keywords ?? metadata.keywords.filter(isKeyword)).filter(
		(tag) => !isTitle(tag),
	);
	const views = head.views ?? tail.views ?? labelled.views;
	const files = filesOf(main, findLeadPicture(document, main, title?.element), metadata);
	const addresses = [metadata.address, context.address].filter((address) => address !== undefined);
	return {
		article: {
			title: title?.text ?? "",
			...(lead === undefined ? {} : { lead }),
			body: { html: main.innerHTML },
			...(date === undefined ? {} : { date }),
			...(metadata.updated === undefined ? {} : { updated: metadata.updated }),
			...splitSignature(authors),
			...(source === undefined ? {} : { source }),
			...(tail.link === undefined || source !== tail.source ? {} : { link: tail.link }),
			...(addresses.length > 0 ? { formerAddresses: [...new Set(addresses)] } : {}),
			...(sections.length > 0 ? { categories: sections } : {}),
			...(tags.length > 0 ? { tags } : {}),
			...(files.length > 0 ? { files } : {}),
			...(views === undefined ? {} : { views }),
			...(repaired.length > 0 ? { repaired } : {}),
			...(remarks.leftOut.length > 0 ? { leftOut: remarks.leftOut } : {}),
			...(remarks.doubts.length > 0 ? { doubts: remarks.doubts } : {}),
			excerpt: blocksOf(main)
				.map(({ text }) => text)
				.join("\n\n"),
		},
	};
}

/** Removes readers' comments, which are recognised by the names of their elements. */
function leaveComments({ body }: Document, remarks: PageRemarks): void {
	for (const area of [...body.querySelectorAll("[id], [class], [itemprop], [itemtype]")]) {
		if (!body.contains(area) || !isCommentArea(area)) continue;
		const said = textOf(area);
		if (said !== "") remarks.leftOut.push(strings.comments(said));
		area.remove();
	}
}

/** Adds the text that a page states for machines where its own scripts were to show it, so that the page is empty. */
function showStatedText({ body }: Document, { text = "" }: PageMetadata, remarks: PageRemarks): void {
	if (text.length < leastBody || textOf(body).length > text.length / 2) return;
	const place = body.ownerDocument.createElement("div");
	if (/<(?:p|br|div)[\s/>]/i.test(text)) place.innerHTML = text;
	else {
		for (const part of text.split(/\n+/)) {
			const paragraph = body.ownerDocument.createElement("p");
			paragraph.textContent = part;
			place.append(paragraph);
		}
	}
	for (const element of place.querySelectorAll("script, style")) element.remove();
	body.append(place);
	remarks.doubt(strings.statedText, 0.7);
}

/** Text that readers of the page did not see: folded away, or spam for search engines. */
function hiddenTextOf(main: Element): string {
	return [...main.querySelectorAll("[hidden], [style]")]
		.filter(
			(element) =>
				element.hasAttribute("hidden") ||
				/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute("style") ?? ""),
		)
		.map((element) => textOf(element))
		.filter((text) => text !== "")
		.join(" … ")
		.slice(0, longestRemark);
}

const longestRemark = 200;

/** Removes invisible elements and the profile's furniture. */
function strip({ body }: Document, { remove = [] }: Profile): void {
	for (const element of body.querySelectorAll("script, style, noscript, template, link")) element.remove();
	for (const selector of remove) for (const element of body.querySelectorAll(selector)) element.remove();
}

/** Whether a tag is a real keyword. Some systems generate keywords from single syllables, which mean nothing. */
function isKeyword(tag: string): boolean {
	return tag.includes(" ") || tag.length > 4;
}

/**
 * The date that the page states for machines, otherwise the shown one, otherwise the sitemap's. A contradiction is
 * noted as a doubt.
 */
function chooseDate(
	shown: string | undefined,
	{ published, pageDate }: PageMetadata,
	listed: string | undefined,
	remarks: PageRemarks,
): string | undefined {
	const sitemapDate = firstDate(listed);
	const stated = published ?? (shown === undefined ? pageDate : undefined);
	if (stated !== undefined) {
		if (shown !== undefined && areApart(shown, stated))
			remarks.doubt(strings.dateDiffers(shown, stated), 0.5);
		return stated;
	}
	if (shown === undefined && sitemapDate !== undefined)
		remarks.doubt(strings.dateFromSitemap(sitemapDate), 0.4);
	return shown ?? sitemapDate;
}

/** Whether two dates are so far apart that one of them must be wrong. */
function areApart(shown: string, stated: string): boolean {
	const [one, other] = [readDate(shown), readDate(stated)];
	if (!one || !other) return false;
	return Math.abs(Date.parse(one.moment) - Date.parse(other.moment)) > 2 * dayInMilliseconds;
}

/** Notes a doubt if there is much running text outside the main text: it may be a missed part of the article. */
function lookOutside(document: Document, main: Element, remarks: PageRemarks): void {
	const outside = blocksOf(document.body)
		.filter(({ element, text, linkShare }) => !main.contains(element) && text.length > 80 && linkShare < 0.3)
		.filter(({ element }) => !isWithinSurrounding(element, main))
		.reduce((sum, { text }) => sum + text.length, 0);
	if (outside > muchOutside.characters && outside > textOf(main).length * muchOutside.share)
		remarks.doubt(strings.longTextOutside(String(outside)), 0.4);
}

function isWithinSurrounding(element: Element, main: Element): boolean {
	for (let each: Element | null = element; each && !each.contains(main); each = each.parentElement)
		if (isSurrounding(each)) return true;
	return false;
}
