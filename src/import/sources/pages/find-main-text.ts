import { Readability } from "@mozilla/readability";
import { textOf } from "./page-blocks.ts";
import { isMostlyRunning, isSurrounding, lengthOf, runningBlocks } from "./running-text.ts";

/** Where the systems of Vietnamese offices have an article's text, most reliable first. */
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
/** Less text than this is a notice and not a body. */
const leastCharacters = 120;
/** A place that holds this share of the page's running text is the main text, whatever else the page has. */
const enough = 0.75;
/** A known place is taken before one elsewhere that Readability found, unless it holds less than this part of it. */
const muchLess = 0.5;
/** Places that never contain an article, whatever their names are. */
const aroundArticles = 'aside, footer, nav, [class*="sidebar"], [id*="sidebar"]';
const markName = "data-import-place";

/** The element with an article's text, and how it was found. */
export interface MainText {
	readonly element: Element;
	readonly by: "profile" | "known" | "readability";
	/** Paragraphs that stood beside the element that was found, and were taken with it. */
	readonly added: number;
}

/**
 * Finds the main text: at the places that a profile names, at those of well-known systems, or where Readability sees
 * it. A place is judged by how much of the page's running text it holds; running text that goes on beside it is taken
 * with it. Readability judges a copy and may throw parts away; what is returned is the whole element of the page.
 *
 * @param selectors of a profile; several matches of one count as one text, in a new element
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
		// Several matches are a list of stories.
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

/** A place with the running text that stands beside it, or in the same wrapper, and is not named as anything else. */
function withContinuation(document: Document, element: Element, by: "known" | "readability"): MainText {
	const beside = new Set<Element>();
	for (let inner = element; inner !== document.body && inner.parentElement; inner = inner.parentElement) {
		if (isSurrounding(inner)) break;
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

/** Elements that are not within one another, in one element at the place of the first. */
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
		// A page on which it fails has no main text for it.
	}
	const kept = content
		? [...content.querySelectorAll(`[${markName}]`)].map((element) => Number(element.getAttribute(markName)))
		: [];
	const texts = kept
		.flatMap((index) => elements[index] ?? [])
		.filter((element) => ownText(element).length > 20);
	for (const element of elements) element.removeAttribute(markName);
	return commonAncestor(texts);
}

/** The characters that stand in the element itself and in no block of it. */
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
	// A single paragraph is held by something: its neighbours belong to the text as well.
	return ancestor && /^(?:P|B|STRONG|EM|I|SPAN|FONT)$/.test(ancestor.tagName)
		? (ancestor.parentElement ?? ancestor)
		: ancestor;
}
