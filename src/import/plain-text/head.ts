import { readDate } from "../read-date.ts";
import type { Doubt } from "../source.ts";
import { strings } from "../strings.ts";
import { isFurniture } from "./furniture.ts";

/** The head of a page, above its text. */
export interface PageHead {
	/** Empty if the page has none. */
	readonly title: string;
	/** The line or part of a line with the date, as written. */
	readonly date?: string;
	readonly views?: number;
	/** How many lines belong to the head. */
	readonly end: number;
	readonly leftOut: readonly string[];
	readonly doubts: readonly Doubt[];
}

/** How many lines the head may have. A date further down is not the article's. */
const deepestHead = 16;
const viewsBefore =
	/^(?:số\s+)?(?:lượt\s+(?:xem|đọc|truy cập)|đã xem|views?|hits?)\s*:?\s*([\d.,]+)(?:\s*lượt)?$/iu;
const anyLabel = /^\p{L}[\p{L} ]{0,30}:\s*/u;
const zoneAlone = /^\(?\s?(?:GMT|UTC)\s?\+\s?0?7(?::?00)?\s?\)?$/i;
const viewsAfter = /^([\d.,]+)\s*(?:lượt\s*(?:xem|đọc|truy cập)?|views?)$/iu;

/**
 * Finds title, date and views in a page's first lines. The title is directly above the date or, if nothing is there,
 * directly below it.
 */
export function readHead(lines: readonly string[]): PageHead {
	const leftOut: string[] = [];
	const doubts: Doubt[] = [];
	const facts = lines.slice(0, deepestHead).map(readFacts);
	const dated = facts.findIndex((fact) => fact?.date !== undefined);
	const isTitle = (_: string, index: number) =>
		facts[index] === undefined && !isFurniture(lines[index] ?? "");
	const above = dated === -1 ? [] : indicesOf(lines.slice(0, dated), isTitle);
	const at =
		titleAmong(above, lines) ?? lines.findIndex((line, index) => index > dated && isTitle(line, index));
	let end = Math.max(at, dated) + 1;
	while (facts[end] !== undefined) end += 1;
	lines.slice(0, end).forEach((line, index) => {
		if (index !== at && facts[index] === undefined) leftOut.push(line);
	});
	if (above.length > 1) doubts.push({ detail: strings.titleGuessed(above.length), confidence: 0.7 });
	const date = facts[dated]?.date;
	const views = facts.find((fact) => fact?.views !== undefined)?.views;
	return {
		title: lines[at] ?? "",
		...(date === undefined ? {} : { date }),
		...(views === undefined ? {} : { views }),
		end,
		leftOut,
		doubts,
	};
}

/** The line nearest to the date, unless it has only a word or two and a longer one is above it. */
function titleAmong(indices: readonly number[], lines: readonly string[]): number | undefined {
	const long = indices.filter((index) => (lines[index] ?? "").split(" ").length >= 4);
	return long.at(-1) ?? indices.at(-1);
}

function indicesOf(lines: readonly string[], test: (line: string, index: number) => boolean): number[] {
	return lines.flatMap((line, index) => (test(line, index) ? [index] : []));
}

/** What a line contains instead of text: date, views or both, or neither if it is a time zone; undefined for text. */
function readFacts(line: string): { readonly date?: string; readonly views?: number } | undefined {
	if (zoneAlone.test(line)) return {};
	if (readDate(line)) return { date: line };
	const parts = line.split(/\s+[|•·–-]\s+|\s*\|\s*|\s{2,}/);
	const views = parts.map(viewsIn).find((count) => count !== undefined);
	if (views === undefined) return undefined;
	const others = parts.filter((part) => viewsIn(part) === undefined);
	if (others.length === 0) return { views };
	// "Gửi lúc: 05/12/2013 15:42:27" after the views; the date may begin with an unknown label.
	const said = others.join(" ");
	const date = [said, said.replace(anyLabel, "")].find((each) => readDate(each));
	return date === undefined ? undefined : { date, views };
}

function viewsIn(text: string): number | undefined {
	const match = viewsBefore.exec(text.trim()) ?? viewsAfter.exec(text.trim());
	return match ? Number((match[1] ?? "").replace(/[.,]/g, "")) : undefined;
}
