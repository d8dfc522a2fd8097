import { formatNumber } from "../../../text/index.ts";
import { encodingNames } from "../../encodings/index.ts";
import { readByLine } from "../../plain-text/by-line.ts";
import { readDate } from "../../read-date.ts";
import type { Doubt, ImportedArticle } from "../../source.ts";
import { blocksToHtml, captionBelow, textOf } from "./blocks-to-html.ts";
import { repairBlocks } from "./repair-document.ts";
import { strings } from "./strings.ts";
import {
	isTable,
	paragraphsOf,
	plainText,
	type WordBlock,
	type WordDocument,
	type WordParagraph,
} from "./word-document.ts";

const longestTitle = 200;
const longestLead = 600;
const longestByLine = 80;
/** How many paragraphs after the title, and before the end, may hold the date or the by-line. */
const headParagraphs = 4;
const tailParagraphs = 3;
/** Lines above the title of an official document, such as its number. */
const letterhead =
	/cộng h(?:oà|òa) xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do|đảng cộng sản việt nam|^(?:số|no)\s*:|^[^\p{L}]*$/iu;
/** The shortest lead; a shorter bold line is a heading or a name. */
const shortestLead = 40;
/** "Bắc Sơn, ngày 3 tháng 2 năm 2019" */
const placeAndDay = /^[\p{L} .-]{2,40},\s*(?=ngày\s)/iu;

/**
 * Makes an article of a Word file. The title is the paragraph with that style, otherwise the first one. A bold
 * paragraph below it is the lead. Date and by-line are taken from lines that hold nothing else.
 *
 * @param name the file's name without extension, used as the title if the text has none
 */
export function articleOfDocument(document: WordDocument, name: string): Omit<ImportedArticle, "position"> {
	const { blocks: repaired, converted } = repairBlocks(document.blocks);
	const blocks = repaired.filter((block) => isTable(block) || textOf(block) !== "" || hasPicture(block));
	const doubts: Doubt[] = [];
	const taken = new Set<WordBlock>();

	const titled = titleOf(blocks);
	const title = titled ? oneLine(titled.block) : name;
	if (!titled) doubts.push({ detail: strings.titleFromName, confidence: 0.3 });
	else if (!titled.isStyled) doubts.push({ detail: strings.guessedTitle, confidence: 0.7 });
	if (titled) taken.add(titled.block);

	const start = titled ? blocks.indexOf(titled.block) + 1 : 0;
	// Notes follow the text.
	const text = blocks.filter((block) => isTable(block) || block.note === undefined);
	const head = text.slice(start, start + headParagraphs);
	const tail = text.slice(Math.max(start, text.length - tailParagraphs));
	const date = dateIn([...blocks.slice(0, start), ...head, ...tail], taken) ?? document.properties.created;
	const isDatedByFile = date !== undefined && date === document.properties.created;
	if (isDatedByFile) doubts.push({ detail: strings.dateFromProperties, confidence: 0.3 });

	const byLine = byLineIn([...head.slice(0, 2), ...tail.toReversed()], taken);
	const leadBlock = head.find((block) => !taken.has(block));
	const lead = leadBlock && !isTable(leadBlock) && isLead(leadBlock) ? oneLine(leadBlock) : undefined;
	if (lead !== undefined && leadBlock) taken.add(leadBlock);

	const body = blocks.filter((block) => !taken.has(block));
	const aside = plainText(repairBlocks(document.aside).blocks).trim();
	return {
		title,
		...(lead === undefined ? {} : { lead }),
		...(date === undefined ? {} : { date }),
		...(byLine === undefined ? {} : { authors: [byLine.author] }),
		...(byLine?.organisation === undefined ? {} : { organisation: byLine.organisation }),
		body: { html: blocksToHtml(body) },
		files: picturesIn(body),
		excerpt: plainText(repaired),
		repaired: [...converted].map(([encoding, paragraphs]) =>
			strings.readAs(encodingNames[encoding], formatNumber(paragraphs)),
		),
		...(aside === "" ? {} : { leftOut: [aside] }),
		doubts,
	};
}

function hasPicture({ runs }: WordParagraph): boolean {
	return runs.some(({ picture }) => picture !== undefined);
}

function oneLine(paragraph: WordParagraph): string {
	return textOf(paragraph).replace(/\s+/g, " ");
}

function titleOf(
	blocks: readonly WordBlock[],
): { readonly block: WordParagraph; readonly isStyled: boolean } | undefined {
	const paragraphs = blocks.filter(
		(block): block is WordParagraph => !isTable(block) && textOf(block) !== "",
	);
	const fits = (block: WordParagraph) => oneLine(block).length <= longestTitle;
	const styled =
		paragraphs.find((block) => block.level === 0 && fits(block)) ??
		paragraphs.slice(0, headParagraphs).find((block) => block.level === 1 && fits(block));
	if (styled) return { block: styled, isStyled: true };
	const first = paragraphs.find(
		(block) => readDate(oneLine(block)) === undefined && !letterhead.test(oneLine(block)),
	);
	return first && fits(first) && oneLine(first).length >= 5 ? { block: first, isStyled: false } : undefined;
}

/** Finds the date. A line with nothing else is removed from the text; a line that also names the place stays. */
function dateIn(blocks: readonly WordBlock[], taken: Set<WordBlock>): string | undefined {
	for (const block of blocks) {
		if (isTable(block) || taken.has(block)) continue;
		const line = oneLine(block);
		const day = line.replace(placeAndDay, "");
		if (readDate(day) === undefined) continue;
		if (day === line) taken.add(block);
		return day;
	}
	return undefined;
}

function byLineIn(blocks: readonly WordBlock[], taken: Set<WordBlock>) {
	for (const block of blocks) {
		if (isTable(block) || taken.has(block) || hasPicture(block) || block.isCaption) continue;
		const line = oneLine(block);
		const byLine = line.length <= longestByLine ? readByLine(line) : undefined;
		if (!byLine) continue;
		taken.add(block);
		return byLine;
	}
	return undefined;
}

function isLead(paragraph: WordParagraph): boolean {
	const { length } = textOf(paragraph);
	const isBold = paragraph.runs.every(({ text, bold }) => bold === true || text.trim() === "");
	const isText = paragraph.level === undefined && !hasPicture(paragraph);
	return isBold && isText && length >= shortestLead && length <= longestLead;
}

function picturesIn(blocks: readonly WordBlock[]) {
	return blocks.flatMap((block, index) => {
		const caption = captionBelow(blocks, index);
		return paragraphsOf([block])
			.flatMap(({ runs }) => runs.map(({ picture }) => picture))
			.filter((picture) => picture !== undefined)
			.map((reference) => ({ reference, ...(caption === undefined ? {} : { caption }) }));
	});
}
