import { Readability } from "@mozilla/readability";
import { textOf } from "./page-blocks.ts";
import {
	isMostlyRunning,
	isNamedSurrounding,
	isSurrounding,
	lengthOf,
	runningBlocks,
} from "./running-text.ts";

/** Where the systems that Vietnamese offices use put an article's text, the most reliable first. */
const knownPlaces = [
	'[itemprop="articleBody"]',
	"#news-bodyhtml",
	".bodytext",
	"#divContentDetail",
	"#divNewsContent",
	".entry-content",
	".ms-rtestate-field",
	".journal-content-article",
	".detail-content",
	".detail__content",
	".content-detail",
	".detail-content-body",
	".news-content",
	".content-news",
	".news-body",
	".article-content",
	".article-body",
	".article__body",
	".articleContent",
	".ArticleContent",
	".item-page",
	".post-content",
	".post-body",
	".noi-dung",
	".fck_detail",
] as const;
/** A text with fewer characters is a notice and not an article's body. */
const leastCharacters = 120;
/** An element with this share of the page's running text is the main text, whatever else the page has. */
const enough = 0.75;
/**
 * A known place is preferred to an element that Readability found elsewhere, unless it holds less than this share of
 * the latter's text.
 */
const muchLess = 0.5;
/** Places that never contain an article, whatever their names are. */
const aroundArticles = 'aside, footer, nav, [class*="sidebar"], [id*="sidebar"]';
const markName = "data-import-place";

/** The element with an article's text, and how it was found. */
export interface MainText {
	readonly element: Element;
	readonly by: "profile" | "known" | "readability";
	/** How many paragraphs beside that element were taken along. */
	readonly added: number;
}

/**
 * Finds the main text: by a profile's selectors, at the places of well-known systems, or with Readability. A place is
 * judged by its share of the page's running text. Running text that continues beside it is taken along. Readability
 * works on a copy and may drop parts of it; what is returned is always the whole element of the page.
 *
 * @param selectors a profile's selectors; several matches of one are gathered in a new element
 */
export function findMainText(document: Document, selectors: readonly string[] = []): MainText | undefined {
	for (const selector of selectors) {
		const found = [...document.querySelectorAll(selector)].filter((element) => textOf(element) !== "");
		if (found.length > 0) return { element: gathered(document, found), by: "profile", added: 0 };
	}
	const all = lengthOf(runningBlocks(document.body));
	const shareOf = (element: Element) => (all === 0 ? 1 : lengthOf(runningBlocks(element)) / all);
	let known: { element: Element; share: number } | undefined;
	for (const selector of knownPlaces) {
		const found = [...document.querySelectorAll(selector)].filter(
			(element) => textOf(element).length >= leastCharacters,
		);
		// Several matches mean a list of stories.
		if (found.length !== 1 || !found[0] || found[0].closest(aroundArticles)) continue;
		const share = shareOf(found[0]);
		if (share >= enough) return { element: found[0], by: "known", added: 0 };
		if (!known || share > known.share) known = { element: found[0], share };
	}
	const element = byReadability(document);
	const isBetter = (known: Element, share: number) =>
		!element || element.contains(known) || share >= shareOf(element) * muchLess;
	if (known && isBetter(known.element, known.share))
		return withContinuation(document, known.element, "known");
	return element && withContinuation(document, element, "readability");
}

/**
 * The element together with running text beside it or in the same wrapper, unless that text's element is named as
 * something else.
 */
function withContinuation(document: Document, element: Element, by: "known" | "readability"): MainText {
	const beside = new Set<Element>();
	for (let inner = element; inner !== document.body && inner.parentElement; inner = inner.parentElement) {
		// An element around the text contains it, so only its name is looked at.
		if (inner === element ? isSurrounding(inner) : isNamedSurrounding(inner)) break;
		for (const sibling of inner.parentElement.children) {
			if (sibling === inner || isSurrounding(sibling) || !isMostlyRunning(sibling)) continue;
			if (runningBlocks(sibling).length > 0) beside.add(sibling);
		}
	}
	if (beside.size === 0) return { element, by, added: 0 };
	const added = [...beside].reduce((sum, each) => sum + runningBlocks(each).length, 0);
	const inOrder = [...document.body.querySelectorAll("*")].filter(
		(each) => each === element || beside.has(each),
	);
	return { element: gathered(document, inOrder), by, added };
}

/** Moves elements into one new element at the place of the first. Those within others move with these. */
function gathered(document: Document, elements: readonly Element[]): Element {
	const outer = elements.filter(
		(element) => !elements.some((other) => other !== element && other.contains(element)),
	);
	const [first] = outer;
	if (first && outer.length === 1) return first;
	const whole = document.createElement("div");
	first?.before(whole);
	whole.append(...outer);
	return whole;
}

function byReadability(document: Document): Element | undefined {
	const elements = [...document.body.querySelectorAll("*")];
	for (const [index, element] of elements.entries()) element.setAttribute(markName, String(index));
	const copy = document.cloneNode(true) as Document;
	let content: Element | undefined;
	try {
		const article = new Readability<Element>(copy, {
			charThreshold: leastCharacters,
			keepClasses: false,
			disableJSONLD: true,
			serializer: (node) => node as Element,
		}).parse();
		content = article?.content ?? undefined;
	} catch {
		// Readability fails on some pages; it then finds no main text.
	}
	const kept = content
		? [...content.querySelectorAll(`[${markName}]`)].map((element) => Number(element.getAttribute(markName)))
		: [];
	const holders = kept.flatMap((index) => elements[index] ?? []);
	const texts = holders.filter((element) => ownText(element).length > 20);
	for (const element of elements) element.removeAttribute(markName);
	// Readability turns text in `<div>` into new paragraphs, which have no mark; what is around them has one.
	return commonAncestor(texts.length > 0 ? texts : holders);
}

/** The text directly in an element, without that of its children. */
function ownText(element: Element): string {
	return [...element.childNodes]
		.filter((node) => node.nodeType === 3)
		.map((node) => node.textContent ?? "")
		.join("")
		.trim();
}

function commonAncestor(elements: readonly Element[]): Element | undefined {
	let ancestor = elements[0];
	for (const element of elements) {
		while (ancestor && !ancestor.contains(element)) ancestor = ancestor.parentElement ?? undefined;
	}
	// For a single paragraph, take its parent: the neighbours belong to the text as well.
	return ancestor && /^(?:P|B|STRONG|EM|I|SPAN|FONT)$/.test(ancestor.tagName)
		? (ancestor.parentElement ?? ancestor)
		: ancestor;
}
