import { Readability } from "@mozilla/readability";
import { textOf } from "./page-blocks.ts";

/** Where systems that Vietnamese offices use keep an article's text, the surest first. */
const knownPlaces = [
	'[itemprop="articleBody"]',
	"#news-bodyhtml",
	".bodytext",
	"#divContentDetail",
	".entry-content",
	".ms-rtestate-field",
	".journal-content-article",
	".detail-content",
	".content-detail",
	".news-content",
	".article-content",
	".article-body",
	".articleContent",
	".ArticleContent",
	".item-page",
	".post-content",
	".fck_detail",
] as const;
/** Less text than this is a notice and no body. */
const leastCharacters = 120;
const markName = "data-import-place";

/** The element that holds an article's text, and how it was found. */
export interface MainText {
	readonly element: Element;
	readonly by: "profile" | "known" | "readability";
}

/**
 * Finds the main text: at the places that a profile names, at those of well-known systems, or where Readability sees
 * it. Readability judges a copy and may throw parts away; what is returned is the whole element of the page.
 *
 * @param selectors of a profile; several matches of one count as one text, in a new element
 */
export function findMainText(document: Document, selectors: readonly string[] = []): MainText | undefined {
	for (const selector of selectors) {
		const found = [...document.querySelectorAll(selector)].filter((element) => textOf(element) !== "");
		if (found.length > 0) return { element: gathered(document, found), by: "profile" };
	}
	for (const selector of knownPlaces) {
		const found = [...document.querySelectorAll(selector)].filter(
			(element) => textOf(element).length >= leastCharacters,
		);
		// Several of them are a list of stories.
		if (found.length === 1 && found[0]) return { element: found[0], by: "known" };
	}
	const element = byReadability(document);
	return element && { element, by: "readability" };
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
		// A page that it cannot digest has no main text for it.
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
