import { BlockBuilder, type ParagraphFormat } from "./block-builder.ts";
import { pictureAt } from "./doc-pictures.ts";
import type { FormatSpan, Sprm } from "./doc-properties.ts";
import type { DocStyle } from "./doc-styles.ts";
import type { WordDocument, WordRun } from "./word-document.ts";

/** A piece of the text and its place in the file. */
export interface Piece {
	readonly text: string;
	/** Offset of its first character in the file. */
	readonly offset: number;
	/** Bytes per character. */
	readonly width: 1 | 2;
}

/** The parts of a Word file that make up its text. Files from before Word 97 have pieces only. */
interface DocParts {
	readonly pieces: readonly Piece[];
	readonly characters?: readonly FormatSpan[];
	readonly paragraphs?: readonly FormatSpan[];
	readonly styles?: ReadonlyMap<number, DocStyle>;
	readonly fonts?: readonly string[];
	readonly standardFont?: number;
	/** The stream with the pictures. */
	readonly data?: (() => Buffer) | undefined;
}

const codes = {
	deleted: 0x0800,
	bold: 0x0835,
	italic: 0x0836,
	capitals: 0x083b,
	hidden: 0x083c,
	characterStyle: 0x4a30,
	font: 0x4a4f,
	otherFont: 0x4a51,
	picture: 0x6a03,
	inTable: 0x2416,
	rowEnd: 0x2417,
	list: 0x460b,
} as const;
const builtIn = { caption: 34, title: 62 } as const;
const noBreakHyphen = "\u001E";

/** The main text as paragraphs and tables. A character's format is looked up by its offset in the file. */
export function blocksOf(parts: DocParts): Pick<WordDocument, "blocks" | "pictures"> {
	const { styles = new Map<number, DocStyle>() } = parts;
	const characterAt = spanFinder(parts.characters ?? []);
	const paragraphAt = spanFinder(parts.paragraphs ?? []);
	const pictures = new Map<string, () => Promise<Uint8Array>>();
	const builder = new BlockBuilder();
	/** Pieces of one format each. They wait for the end of the paragraph, where the style is known. */
	let waiting: { span: FormatSpan | undefined; text: string }[] = [];

	const endParagraph = (offset: number): ParagraphFormat & { isRowEnd: boolean; isInTable: boolean } => {
		const paragraph = paragraphAt(offset);
		const style = styles.get(paragraph?.style ?? 0);
		const sprms = [...(style?.sprms ?? []), ...(paragraph?.sprms ?? [])];
		for (const { span, text } of waiting) {
			const format = formatOf(style?.sprms ?? [], span?.sprms ?? []);
			if (!format) continue;
			const { picture: location, ...run } = format;
			if (text === "\u0001") addPicture(location);
			else builder.add({ ...run, text: text.replaceAll(noBreakHyphen, "-") });
		}
		waiting = [];
		const number = style?.builtIn ?? 0;
		return {
			...(number >= 1 && number <= 9 ? { level: Math.min(6, number) } : {}),
			...(number === builtIn.title ? { level: 0 } : {}),
			...(number === builtIn.caption ? { isCaption: true } : {}),
			...(numberOf(sprms, codes.list) > 0 ? { isListItem: true } : {}),
			isInTable: numberOf(sprms, codes.inTable) === 1,
			isRowEnd: numberOf(sprms, codes.rowEnd) === 1,
		};
	};

	const addPicture = (location: number | undefined) => {
		const data = parts.data;
		if (!data || location === undefined) return;
		const picture = pictureAt(data(), location);
		if (!picture) return;
		const reference = `word/${pictures.size + 1}.${picture.extension}`;
		pictures.set(reference, async () => picture.bytes);
		builder.add({ text: "", picture: reference });
	};

	const formatOf = (
		style: readonly Sprm[],
		direct: readonly Sprm[],
	): (Omit<WordRun, "text" | "picture"> & { picture?: number }) | undefined => {
		const named = styles.get(numberOf(direct, codes.characterStyle))?.sprms ?? [];
		const sprms = [...style, ...named, ...direct];
		if (isOn(sprms, codes.deleted) || isOn(sprms, codes.hidden)) return undefined;
		const fontNumber =
			sprms
				.findLast(({ code }) => code === codes.otherFont || code === codes.font)
				?.operand.readUInt16LE(0) ?? parts.standardFont;
		const font = parts.fonts?.[fontNumber ?? -1];
		const picture = sprms.findLast(({ code }) => code === codes.picture)?.operand.readUInt32LE(0);
		return {
			...(font ? { font } : {}),
			...(isOn(sprms, codes.bold) ? { bold: true } : {}),
			...(isOn(sprms, codes.italic) ? { italic: true } : {}),
			...(isOn(sprms, codes.capitals) ? { capitals: true } : {}),
			...(picture === undefined ? {} : { picture }),
		};
	};

	for (const { text, offset, width } of parts.pieces) {
		for (let index = 0; index < text.length; index++) {
			const at = offset + index * width;
			const character = text.charAt(index);
			if (character === "\r" || character === "\u0007" || character === "\f") {
				const { isInTable, isRowEnd, ...format } = endParagraph(at);
				if (!isInTable) builder.endParagraph(format);
				else if (character === "\u0007" && isRowEnd) builder.endRow();
				else if (character === "\u0007") builder.endCell(format);
				else builder.endCellParagraph(format);
				continue;
			}
			const span = characterAt(at);
			const last = waiting.at(-1);
			if (last && last.span === span && character !== "\u0001" && last.text !== "\u0001")
				last.text += character;
			else waiting.push({ span, text: character });
		}
	}
	if (waiting.length > 0) {
		const { isInTable: _, isRowEnd: __, ...format } = endParagraph(-1);
		builder.endParagraph(format);
	}
	return { blocks: builder.finish(), pictures };
}

function numberOf(sprms: readonly Sprm[], code: number): number {
	const operand = sprms.findLast((sprm) => sprm.code === code)?.operand;
	if (!operand || operand.length === 0) return 0;
	return operand.length === 1 ? operand.readUInt8(0) : operand.readUInt16LE(0);
}

/** Whether a toggle property is on. Its value may be off, on, as in the style, or the opposite of the style. */
function isOn(sprms: readonly Sprm[], code: number): boolean {
	let on = false;
	for (const { code: found, operand } of sprms) {
		if (found !== code || operand.length === 0) continue;
		const value = operand.readUInt8(0);
		if (value <= 1) on = value === 1;
		else if (value === 0x81) on = !on;
	}
	return on;
}

/** Finds the span at an offset. The last result is tried first, as neighbours are looked up one after the other. */
function spanFinder(spans: readonly FormatSpan[]): (offset: number) => FormatSpan | undefined {
	const sorted = [...spans].sort((a, b) => a.from - b.from);
	let found: FormatSpan | undefined;
	return (offset) => {
		if (found && offset >= found.from && offset < found.to) return found;
		let low = 0;
		let high = sorted.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((sorted[middle]?.from ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		found = sorted[low];
		return found && offset >= found.from && offset < found.to ? found : undefined;
	};
}
