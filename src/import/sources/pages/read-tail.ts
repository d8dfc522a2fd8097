import { readByLine } from "../../plain-text/by-line.ts";
import { isLabelledKeywords, readKeywords } from "../../plain-text/keywords.ts";
import { isOffice } from "../../plain-text/names.ts";
import { endsText, isFurniture, readViews } from "./furniture.ts";
import { blocksOf, type PageBlock } from "./page-blocks.ts";
import type { PageRemarks } from "./remarks.ts";
import { isImprint, lengthOf } from "./running-text.ts";
import { looksSigned, signedAfter, signedBy, takenFrom } from "./signature.ts";
import { strings } from "./strings.ts";

/** What was below the text within the main element, and has been removed from it. */
export interface TextTail {
	readonly views?: number;
	readonly source?: string;
	/** Where the source has the text, if its name is a link. */
	readonly link?: string;
	readonly author?: string;
	readonly keywords?: readonly string[];
}

/** The most running text below a line that ends the text, as a share of what is above it. */
const mostAfterEnd = 0.15;
const shortestSentence = 60;

/** Removes by-line, source, views and furniture from the end of the main text, and returns what they say. */
export function takeTail(main: Element, remarks: PageRemarks): TextTail {
	const blocks = blocksOf(main);
	const from = blocks.findIndex(({ text }, index) => index > 0 && endsText(text) && isEnd(blocks, index));
	if (from > 0) {
		const left = blocks.splice(from);
		const sentences = left.slice(1).filter(isPlainSentence);
		if (sentences.length > 0)
			remarks.doubt(strings.sentencesLeft(sentences[0]?.text ?? "", sentences.length), 0.5);
		for (const block of left) remarks.leave(block);
	} else leaveBoxes(blocks, remarks);
	let views: number | undefined;
	let source: string | undefined;
	let link: string | undefined;
	let author: string | undefined;
	let keywords: readonly string[] | undefined;
	while (blocks.length > 1) {
		const block = blocks.at(-1);
		if (!block || block.hasPicture) break;
		const { text, element } = block;
		const seen = readViews(text);
		const isFirst = author === undefined;
		if (seen !== undefined) views ??= seen;
		else if (source === undefined && (takenFrom(text) ?? quotedIn(block, isFirst)) !== undefined) {
			source = takenFrom(text) ?? quotedIn(block, isFirst);
			link = addressIn(element);
		} else if (isFirst && signedBy(text) !== undefined) author = signedBy(text);
		else if (keywords === undefined && isLabelledKeywords(text)) keywords = readKeywords(text);
		else if (isFurniture(text)) remarks.leftOut.push(text);
		else if (isFirst && (looksSigned(block) || (blocks.length > 2 && readByLine(text)))) {
			author = text;
			remarks.doubt(strings.guessedAuthor(text), looksSigned(block) ? 0.85 : 0.7);
		} else break;
		element.remove();
		blocks.pop();
	}
	return {
		...(views === undefined ? {} : { views }),
		...(source === undefined ? {} : { source }),
		...(link === undefined ? {} : { link }),
		...(author === undefined ? {} : { author }),
		...(keywords === undefined ? {} : { keywords }),
	};
}

/** The newspaper in "Theo Báo Bản", in a line that is a signature or names an office. */
function quotedIn(block: PageBlock, isFirst: boolean): string | undefined {
	const name = signedAfter(block.text);
	if (name === undefined || !isFirst) return undefined;
	const isNamed = isOffice(name) && readByLine(block.text) !== undefined;
	return looksSigned(block) || isNamed ? name : undefined;
}

function addressIn(element: Element): string | undefined {
	const [first, ...others] = [...element.querySelectorAll("a[href]")].map((each) =>
		(each.getAttribute("href") ?? "").trim(),
	);
	return others.length === 0 && first !== undefined && /^https?:\/\//i.test(first) ? first : undefined;
}

/**
 * Whether such a line really ends the text. Where much running text follows, it belongs to a box in the middle or is a
 * picture's credit.
 */
function isEnd(blocks: readonly PageBlock[], index: number): boolean {
	const before = lengthOf(blocks.slice(0, index).filter(isSentence));
	const after = lengthOf(blocks.slice(index + 1).filter(isSentence));
	return after < before * mostAfterEnd;
}

function isSentence({ text, linkShare, element }: PageBlock): boolean {
	const isTeaser = element.closest("li") !== null && element.closest("li")?.querySelector("a") !== null;
	return text.length >= shortestSentence && linkShare < 0.1 && /[.!?…”"]$/.test(text) && !isTeaser;
}

/** Whether a block below the end of a text may belong to it: a sentence, no teaser of a story and no imprint. */
function isPlainSentence({ text, linkShare, element }: PageBlock): boolean {
	const isListed =
		element.closest("li, a, [class*='comment']") !== null || element.querySelector("a") !== null;
	return !isListed && linkShare === 0 && /^\p{Lu}.{10,}[.!?…”"]$/su.test(text) && !isImprint(text);
}

/** Removes boxes with links to other stories from the middle of the text: a heading, followed by nothing but links. */
function leaveBoxes(blocks: PageBlock[], remarks: PageRemarks): void {
	for (let index = 1; index < blocks.length; index += 1) {
		const head = blocks[index];
		if (!head || !endsText(head.text)) continue;
		let end = index + 1;
		while ((blocks[end]?.linkShare ?? 0) > 0.8) end += 1;
		if (end > index + 1) for (const block of blocks.splice(index, end - index)) remarks.leave(block);
	}
}
