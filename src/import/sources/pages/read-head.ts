import { trimCharacters } from "../../trim-characters.ts";
import { isFurniture, readDateLine, readViews } from "./furniture.ts";
import { blocksOf, type PageBlock, textOf } from "./page-blocks.ts";
import { isSigned } from "./page-facts.ts";
import { isSameText } from "./page-title.ts";
import type { PageRemarks } from "./remarks.ts";
import { withoutLabel } from "./signature.ts";
import { strings } from "./strings.ts";

/** What was above the text within the main element, and has been removed from it. */
export interface TextHead {
	readonly date?: string;
	readonly views?: number;
	readonly lead?: string;
	readonly author?: string;
}

/** The number of blocks at the main text's beginning that may be title, date or lead. */
const headBlocks = 16;
const leadLimits = { least: 30, most: 600 };
/** A longer line above the title may be text and stays. */
const longestAboveTitle = 120;

/**
 * Takes title, date, views, lead and buttons from the beginning of the main text.
 *
 * @param description the description in the page's metadata, often the beginning of the lead
 */
export function takeHead(
	main: Element,
	{ title, description = "" }: { readonly title?: string; readonly description?: string },
	remarks: PageRemarks,
): TextHead {
	const blocks = blocksOf(main).slice(0, headBlocks);
	const titleAt = blocks.findIndex(({ text }) => title !== undefined && isSameText(text, title));
	let date: string | undefined;
	let views: number | undefined;
	let lead: string | undefined;
	let author: string | undefined;
	for (const [index, block] of blocks.entries()) {
		const { text, element, hasPicture } = block;
		const dated = readDateLine(text);
		const seen = readViews(text) ?? dated?.others.map(readViews).find((count) => count !== undefined);
		if (index === titleAt) element.remove();
		else if (dated && date === undefined && !hasPicture) {
			date = dated.date;
			views ??= seen;
			const others = dated.others.filter((part) => readViews(part) === undefined);
			author ??= others.find(isSigned);
			remarks.leftOut.push(...others.filter((part) => part !== author));
			element.remove();
		} else if (seen !== undefined) {
			views ??= seen;
			element.remove();
		} else if (!hasPicture && (isFurniture(text) || (index < titleAt && text.length < longestAboveTitle))) {
			remarks.leave(block);
		} else if (!hasPicture || text !== "") {
			lead = takeLead(block, description, remarks);
			date ??= takeDateBelow(blocks[index + 1]);
			break;
		}
	}
	return {
		...(date === undefined ? {} : { date }),
		...(views === undefined ? {} : { views }),
		...(lead === undefined ? {} : { lead }),
		...(author === undefined ? {} : { author: withoutLabel(author) }),
	};
}

/** Takes a line with nothing but day and hour, which some pages have below the lead. */
function takeDateBelow(block: PageBlock | undefined): string | undefined {
	if (!block || block.hasPicture || !/\d{1,2}[:hg]\d{2}/.test(block.text)) return undefined;
	const dated = readDateLine(block.text);
	if (!dated || dated.others.length > 0) return undefined;
	block.element.remove();
	return dated.date;
}

/** Takes the first paragraph as the lead if it begins like the page's description or is all bold. */
function takeLead(
	{ element, text, hasPicture }: PageBlock,
	description: string,
	remarks: PageRemarks,
): string | undefined {
	if (hasPicture || text.length > leadLimits.most || text.length < leadLimits.least) return undefined;
	const stated = trimCharacters(description, ".… ");
	const isStated = stated.length > leadLimits.least && beginAlike(text, stated);
	const isBold = isWhollyBold(element) && element.nextElementSibling !== null;
	if (!isStated && !isBold) return undefined;
	if (!isStated) remarks.doubt(strings.guessedLead, 0.8);
	element.remove();
	return text;
}

function isWhollyBold(element: Element): boolean {
	if (/^H[2-6]$/.test(element.tagName)) return false;
	if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.getAttribute("style") ?? "")) return true;
	const bold = [...element.querySelectorAll("b, strong, [style*='font-weight']")].filter(
		(each) => !each.parentElement?.closest("b, strong"),
	);
	const length = bold.reduce((sum, each) => sum + textOf(each).length, 0);
	return length > 0 && length >= textOf(element).length * 0.95;
}

/**
 * Whether two texts begin alike. Descriptions are often truncated, so the last characters of the shorter text are
 * ignored.
 */
function beginAlike(text: string, stated: string): boolean {
	const [a, b] = [text, stated].map((each) => each.normalize("NFC").toLowerCase()) as [string, string];
	const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
	return longer.startsWith(shorter.slice(0, Math.max(leadLimits.least, shorter.length - 3)));
}
