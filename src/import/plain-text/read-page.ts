import { escapeParagraph } from "../escape-markdown.ts";
import { endOfGluedCaption, partSentences } from "../part-glued.ts";
import type { Doubt } from "../source.ts";
import { strings } from "../strings.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { type ByLine, readByLine } from "./by-line.ts";
import { judgeLoneLine } from "./captions.ts";
import { isFurniture, isTail } from "./furniture.ts";
import { type PageHead, readHead } from "./head.ts";
import { readKeywords } from "./keywords.ts";
import { splitRelated } from "./related.ts";

/** The parts of an article's page that was copied or saved as text. */
export interface ReadPage extends Pick<PageHead, "title" | "date" | "views"> {
	readonly lead?: string;
	/** The publisher, if the lead begins with its mark: "(BGĐT)-" is BGĐT. */
	readonly source?: string;
	/** Markdown; captions are paragraphs in italics. */
	readonly body: string;
	readonly byLine?: ByLine;
	readonly keywords: readonly string[];
	readonly repaired: readonly string[];
	readonly leftOut: readonly string[];
	readonly doubts: readonly Doubt[];
}

/** The longest lead, of one or two sentences; a longer text is an ordinary first paragraph. */
const longestLead = 400;
const sourceMark = /^\((\p{Lu}[\p{Lu}\d.]{2,11})\)\s*[-–—:]\s*/u;
const sentenceEnd = /[.!?…:;”"]$/;

interface Piece {
	readonly kind: "paragraph" | "caption" | "heading";
	readonly text: string;
}

/**
 * Reads the text of an article's page in the layout of committee and provincial portals: title, date, lead, paragraphs,
 * captions, by-line, keywords, related stories, and the page around them. Every line of the page goes into one of these
 * parts. Uncertain decisions are reported as doubts with a confidence.
 *
 * @param text in NFC with line feeds, without invisible characters
 */
export function readPage(text: string): ReadPage {
	const lines = blocksOf(text).flatMap((block) =>
		block.lines.map((line, index) => ({ line, at: block.line + index })),
	);
	const head = readHead(lines.map(({ line }) => line));
	const doubts: Doubt[] = [...head.doubts];
	const leftOut = [...head.leftOut];
	const repaired: string[] = [];
	const rest = lines.slice(head.end);
	const tailAt = rest.findIndex(({ line }) => isTail(line));
	const tail = tailAt === -1 ? [] : rest.slice(tailAt).map(({ line }) => line);
	const { keywords, afterKeywords, kept } = takeKeywords(
		tailAt === -1 ? rest : rest.slice(0, tailAt),
		tail,
		leftOut,
	);
	const { body: blocks, related } = splitRelated(regroup(kept));
	const byLine = takeByLine(blocks);
	const openingBlock = blocks[0];
	const { lead, source } = takeLead(blocks, doubts, repaired);
	const pieces = blocks.flatMap((block) =>
		piecesOf(block, block !== openingBlock && afterKeywords.has(block.line), doubts, repaired),
	);
	const list = related.map(
		([title, ...leads]) => `- ${[title ?? "", ...leads].map(escapeParagraph).join("\\\n  ")}`,
	);
	return {
		title: head.title,
		...(head.date === undefined ? {} : { date: head.date }),
		...(head.views === undefined ? {} : { views: head.views }),
		...(lead === undefined ? {} : { lead: repairedText(lead, repaired) }),
		...(source === undefined ? {} : { source }),
		...(byLine === undefined ? {} : { byLine }),
		body: [...pieces.map(markdownOf), ...(list.length > 0 ? [list.join("\n")] : [])].join("\n\n"),
		keywords,
		repaired,
		leftOut,
		doubts,
	};
}

interface PageLine {
	readonly line: string;
	readonly at: number;
}

/**
 * Removes keywords and furniture from the lines. Also returns which lines were directly below keywords, as captions
 * are.
 */
function takeKeywords(lines: readonly PageLine[], tail: readonly string[], leftOut: string[]) {
	const keywords = new Map<string, string>();
	const afterKeywords = new Set<number>();
	const kept: PageLine[] = [];
	let isAfter = false;
	for (const each of lines) {
		const found = isFurniture(each.line) ? undefined : readKeywords(each.line);
		if (isFurniture(each.line)) leftOut.push(each.line);
		else if (found) for (const keyword of found) keywords.set(keyword.toLowerCase(), keyword);
		else {
			if (isAfter) afterKeywords.add(each.at);
			kept.push(each);
		}
		isAfter = found !== undefined;
	}
	for (const line of tail) {
		const found = isFurniture(line) || !line.includes(":") ? undefined : readKeywords(line);
		if (found && !line.includes(";"))
			for (const keyword of found) keywords.set(keyword.toLowerCase(), keyword);
		else leftOut.push(line);
	}
	return { keywords: [...keywords.values()], afterKeywords, kept };
}

function regroup(lines: readonly PageLine[]): Block[] {
	const blocks: { lines: string[]; line: number }[] = [];
	let last = Number.NEGATIVE_INFINITY;
	for (const { line, at } of lines) {
		if (at === last + 1) blocks.at(-1)?.lines.push(line);
		else blocks.push({ lines: [line], line: at });
		last = at;
	}
	return blocks;
}

/** The last line if it is a by-line; it is removed from the blocks. */
function takeByLine(blocks: Block[]): ByLine | undefined {
	const block = blocks.at(-1);
	const byLine = blocks.length > 1 ? readByLine(block?.lines.at(-1) ?? "") : undefined;
	if (!block || !byLine) return undefined;
	blocks.pop();
	if (block.lines.length > 1) blocks.push({ ...block, lines: block.lines.slice(0, -1) });
	return byLine;
}

/** The lead, and the source from its mark. If the lead is repeated, it is removed from the first paragraph. */
function takeLead(blocks: Block[], doubts: Doubt[], repaired: string[]): { lead?: string; source?: string } {
	const [first, second] = blocks;
	if (first?.lines.length !== 1 || blocks.length < 2) return {};
	const [line = ""] = first.lines;
	const mark = sourceMark.exec(line);
	const text = mark ? line.slice(mark[0].length) : line;
	const isRepeated = second?.lines[0]?.startsWith(text) === true && text.length > 30;
	const sentences = text.split(/[.!?…]\s+(?=\p{Lu})/u).length;
	const looksLikeLead =
		sentenceEnd.test(text) && text.length <= longestLead && sentences <= 2 && blocks.length > 2;
	if (!isRepeated && !(mark && sentenceEnd.test(text)) && !looksLikeLead) return {};
	blocks.shift();
	if (isRepeated && second) {
		repaired.push(strings.leadStandsOnce);
		const [opening = "", ...others] = second.lines;
		const remaining = [opening.slice(text.length).trim(), ...others].filter((each) => each !== "");
		if (remaining.length === 0) blocks.shift();
		else blocks[0] = { ...second, lines: remaining };
	} else if (!mark) doubts.push({ detail: strings.leadGuessed, confidence: 0.7 });
	if (!mark) return { lead: text };
	repaired.push(strings.sourceMark(mark[0].trim()));
	return { lead: text, source: mark[1] ?? "" };
}

function piecesOf(block: Block, isBelowKeywords: boolean, doubts: Doubt[], repaired: string[]): Piece[] {
	const isOneLine = block.lines.slice(0, -1).every((line) => !sentenceEnd.test(line));
	const lines = isOneLine ? [block.lines.join(" ")] : block.lines;
	return lines.flatMap((line) => piecesOfLine(line, isBelowKeywords, doubts, repaired));
}

function piecesOfLine(line: string, isBelowKeywords: boolean, doubts: Doubt[], repaired: string[]): Piece[] {
	const text = repairedText(line, repaired);
	const judged = judgeLoneLine(text);
	if (judged === "caption" || (isBelowKeywords && text.length <= 250)) return [{ kind: "caption", text }];
	if (judged === "heading") {
		doubts.push({ detail: strings.headingGuessed(text), confidence: 0.8 });
		return [{ kind: "heading", text }];
	}
	if (judged === "unsure") doubts.push({ detail: strings.loneLine(text), confidence: 0.5 });
	const end = endOfGluedCaption(text);
	if (end === undefined) return [{ kind: "paragraph", text }];
	repaired.push(strings.captionParted(text.slice(0, end)));
	return [
		{ kind: "caption", text: text.slice(0, end) },
		{ kind: "paragraph", text: text.slice(end) },
	];
}

function repairedText(text: string, repaired: string[]): string {
	const parted = partSentences(text);
	repaired.push(...parted.places.map(strings.sentencesParted));
	return parted.text;
}

function markdownOf({ kind, text }: Piece): string {
	const escaped = escapeParagraph(text);
	if (kind === "caption") return `*${escaped}*`;
	return kind === "heading" ? `## ${escaped}` : escaped;
}
