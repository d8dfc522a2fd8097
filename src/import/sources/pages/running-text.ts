/** What of a page is running text, wherever it stands: against it a choice of the main text is judged. */
import { blocksOf, type PageBlock, textOf } from "./page-blocks.ts";

/** Shorter paragraphs may be captions, labels or lines of a list. */
const shortest = 60;
const mostLinks = 0.3;
/** Names of ids and classes, of which one word is enough, for what stands around articles. */
const surroundingName =
	/(?:^|[\s_-])(?:sidebar|related|relate|lien-?quan|footer|header|nav|menu|widget|aside|banner|ads?|popular|other|others|tin-?khac|copyright|share|breadcrumbs?|toolbar|login|search|poll|survey|quang-?cao|most|hot|newest|right|bottom)(?:$|[\s_-]|\d)/i;
const surroundingTag = /^(?:ASIDE|NAV|FOOTER|FORM|HEADER)$/;
const commentName =
	/(?:^|\s)(?:comments?(?:-?(?:list|area|section|wrap(?:per)?|box|content|body|form|respond))?|commentlist|list-comments?|fb-comments|disqus_thread|(?:box-|list-|news-)?binh-?luan|y-?kien(?:-ban-doc)?|phan-?hoi)(?:$|\s)/i;
/** What portals say of themselves below everything else. */
const imprint =
	/bản quyền|copyright|©|giấy phép|chịu trách nhiệm|ghi rõ nguồn|cơ quan chủ quản|(?:điện thoại|email|địa chỉ|trụ sở)\s*:/i;

/** The paragraphs below an element that say something in sentences. */
export function runningBlocks(root: Element): PageBlock[] {
	return blocksOf(root).filter(({ text, linkShare }) => text.length >= shortest && linkShare < mostLinks);
}

/** How many characters running text has. */
export function lengthOf(blocks: readonly { readonly text: string }[]): number {
	return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Whether an element, by its own name, holds what readers wrote. A page's body or article may have such a word too. */
export function isCommentArea(element: Element): boolean {
	if (/^(?:BODY|MAIN|HTML)$/.test(element.tagName) || element.querySelector("h1") !== null) return false;
	const isMarked =
		element.getAttribute("itemprop") === "comment" ||
		/schema\.org\/(?:User)?Comments?$/.test(element.getAttribute("itemtype") ?? "");
	return isMarked || commentName.test(namesOf(element));
}

/** Whether an element stands, by its name or what it says, around articles: a sidebar, other stories, the imprint. */
export function isSurrounding(element: Element): boolean {
	if (surroundingTag.test(element.tagName) || surroundingName.test(namesOf(element))) return true;
	const blocks = runningBlocks(element);
	return blocks.length > 0 && blocks.every(({ text }) => imprint.test(text));
}

/** Whether an element is running text and hardly anything else: no list of headlines with their leads. */
export function isMostlyRunning(element: Element): boolean {
	const all = textOf(element).length;
	const headlines = [...element.querySelectorAll("a")].filter((link) => textOf(link).length > 25).length;
	const blocks = runningBlocks(element);
	return lengthOf(blocks) >= all * 0.6 && headlines <= blocks.length / 4;
}

function namesOf(element: Element): string {
	return `${element.getAttribute("id") ?? ""} ${element.getAttribute("class") ?? ""}`;
}
