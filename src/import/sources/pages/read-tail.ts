import { readByLine } from "../../plain-text/by-line.ts";
import { endsText, isFurniture, readViews } from "./furniture.ts";
import { blocksOf } from "./page-blocks.ts";
import type { PageRemarks } from "./remarks.ts";
import { looksSigned, signedBy, takenFrom } from "./signature.ts";
import { strings } from "./strings.ts";

/** What stood below the text within the main element; it has left it. */
export interface TextTail {
	readonly views?: number;
	readonly source?: string;
	readonly author?: string;
}

/** Takes by-line, source, views and furniture from the end of the main text. */
export function takeTail(main: Element, remarks: PageRemarks): TextTail {
	const blocks = blocksOf(main);
	const from = blocks.findIndex(({ text }, index) => index > 0 && endsText(text));
	if (from > 0) for (const block of blocks.splice(from)) remarks.leave(block);
	let views: number | undefined;
	let source: string | undefined;
	let author: string | undefined;
	while (blocks.length > 1) {
		const block = blocks.at(-1);
		if (!block || block.hasPicture) break;
		const { text, element } = block;
		const seen = readViews(text);
		const isFirst = author === undefined;
		if (seen !== undefined) views ??= seen;
		else if (source === undefined && takenFrom(text) !== undefined) source = takenFrom(text);
		else if (isFirst && signedBy(text) !== undefined) author = signedBy(text);
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
		...(author === undefined ? {} : { author }),
	};
}
