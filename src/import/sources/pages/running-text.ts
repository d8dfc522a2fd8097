/** The running text of a whole page. A candidate for the main text is judged by its share of it. */
import { blocksOf, type PageBlock, textOf } from "./page-blocks.ts";

/** The length of the shortest running paragraph; shorter ones may be captions, labels or list items. */
const shortest = 60;
const mostLinks = 0.3;
/** Words in ids and classes of elements around articles. One of them is enough. */
const surroundingName =
	/(?:^|[\s_-])(?:sidebar|related|relate|lien-?quan|footer|header|nav|menu|widget|aside|banner|ads?|popular|other|others|tin-?khac|copyright|share|breadcrumbs?|toolbar|login|search|poll|survey|quang-?cao|most|hot|newest|right|bottom)(?:$|[\s_-]|\d)/i;
const surroundingTag = /^(?:ASIDE|NAV|FOOTER|FORM|HEADER)$/;
const commentName =
	/(?:^|\s)(?:comments?(?:-?(?:list|area|section|wrap(?:per)?|box|content|body|form|respond))?|commentlist|list-comments?|fb-comments|disqus_thread|(?:box-|list-|news-)?binh-?luan|y-?kien(?:-ban-doc)?|phan-?hoi)(?:$|\s)/i;
/** Phrases of the imprint at a page's bottom. */
const imprint =
	/bản quyền|copyright|©|giấy phép|chịu trách nhiệm|ghi rõ nguồn|cơ quan chủ quản|(?:điện thoại|email|địa chỉ|trụ sở)\s*:/i;

export function isImprint(text: string): boolean {
	return imprint.test(text);
}

/** The paragraphs below an element that are running text. */
export function runningBlocks(root: Element): PageBlock[] {
	return blocksOf(root).filter(({ text, linkShare }) => text.length >= shortest && linkShare < mostLinks);
}

/** The number of characters in blocks. */
export function lengthOf(blocks: readonly { readonly text: string }[]): number {
	return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/**
 * Whether an element's own name says that it holds readers' comments. A page's body or article never counts, even with
 * such a name.
 */
export function isCommentArea(element: Element): boolean {
	if (/^(?:BODY|MAIN|HTML)$/.test(element.tagName) || element.querySelector("h1") !== null) return false;
	const isMarked =
		element.getAttribute("itemprop") === "comment" ||
		/schema\.org\/(?:User)?Comments?$/.test(element.getAttribute("itemtype") ?? "");
	return isMarked || commentName.test(namesOf(element));
}

/** Whether an element's name or text says that it is not part of the article: a sidebar, other stories, the imprint. */
export function isSurrounding(element: Element): boolean {
	if (isNamedSurrounding(element)) return true;
	const blocks = runningBlocks(element);
	return blocks.length > 0 && blocks.every(({ text }) => isImprint(text));
}

/** Whether an element's name alone says so. */
export function isNamedSurrounding(element: Element): boolean {
	return surroundingTag.test(element.tagName) || surroundingName.test(namesOf(element));
}

/** Whether an element consists mostly of running text, unlike a list of headlines with their leads. */
export function isMostlyRunning(element: Element): boolean {
	const all = textOf(element).length;
	const headlines = [...element.querySelectorAll("a")].filter((link) => textOf(link).length > 25).length;
	const blocks = runningBlocks(element);
	return lengthOf(blocks) >= all * 0.6 && headlines <= blocks.length / 4;
}

function namesOf(element: Element): string {
	return `${element.getAttribute("id") ?? ""} ${element.getAttribute("class") ?? ""}`;
}
