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

/** Marks where a picture is. */
const pictureMark = "\u0001";
/** Ends a cell, or a row. */
const cellMark = "\u0007";
const paragraphMarks: ReadonlySet<string> = new Set(["\r", "\f", cellMark]);

type RunFormat = Omit<WordRun, "text" | "picture"> & { readonly picture?: number };

/** What the mark at a paragraph's end says. */
interface ParagraphEnd {
	readonly format: ParagraphFormat;
	readonly isInTable: boolean;
	readonly isRowEnd: boolean;
}

/** The main text as paragraphs and tables. */
export function blocksOf(parts: DocParts): Pick<WordDocument, "blocks" | "pictures"> {
	const text = new DocText(parts);
	for (const piece of parts.pieces) text.add(piece);
	return text.finish();
}

/** A character's format is looked up by its offset in the file. */
class DocText {
	readonly #parts: DocParts;
	readonly #styles: ReadonlyMap<number, DocStyle>;
	readonly #characterAt: (offset: number) => FormatSpan | undefined;
	readonly #paragraphAt: (offset: number) => FormatSpan | undefined;
	readonly #builder = new BlockBuilder();
	readonly #pictures = new Map<string, () => Promise<Uint8Array>>();
	/** Pieces of one format each. They wait for the end of the paragraph, where the style is known. */
	#waiting: { readonly span: FormatSpan | undefined; text: string }[] = [];

	constructor(parts: DocParts) {
		this.#parts = parts;
		this.#styles = parts.styles ?? new Map();
		this.#characterAt = spanFinder(parts.characters ?? []);
		this.#paragraphAt = spanFinder(parts.paragraphs ?? []);
	}

	add({ text, offset, width }: Piece): void {
		for (let index = 0; index < text.length; index++) {
			const at = offset + index * width;
			const character = text.charAt(index);
			if (paragraphMarks.has(character)) this.#endParagraph(character, at);
			else this.#addCharacter(character, this.#characterAt(at));
		}
	}

	finish(): Pick<WordDocument, "blocks" | "pictures"> {
		// The mark of the last paragraph may be missing.
		if (this.#waiting.length > 0) this.#builder.endParagraph(this.#takeParagraph(-1).format);
		return { blocks: this.#builder.finish(), pictures: this.#pictures };
	}

	#addCharacter(character: string, span: FormatSpan | undefined): void {
		const last = this.#waiting.at(-1);
		const isPicture = character === pictureMark || last?.text === pictureMark;
		if (last && last.span === span && !isPicture) last.text += character;
		else this.#waiting.push({ span, text: character });
	}

	#endParagraph(mark: string, offset: number): void {
		const { format, isInTable, isRowEnd } = this.#takeParagraph(offset);
		if (!isInTable) this.#builder.endParagraph(format);
		else if (mark === cellMark && isRowEnd) this.#builder.endRow();
		else if (mark === cellMark) this.#builder.endCell(format);
		else this.#builder.endCellParagraph(format);
	}

	/** Adds what waits, in the style of the paragraph whose mark is at an offset. */
	#takeParagraph(offset: number): ParagraphEnd {
		const paragraph = this.#paragraphAt(offset);
		const style = this.#styles.get(paragraph?.style ?? 0);
		for (const { span, text } of this.#waiting) {
			const format = this.#formatOf(style?.sprms ?? [], span?.sprms ?? []);
			if (!format) continue;
			const { picture: location, ...run } = format;
			if (text === pictureMark) this.#addPicture(location);
			else this.#builder.add({ ...run, text: text.replaceAll(noBreakHyphen, "-") });
		}
		this.#waiting = [];
		const sprms = [...(style?.sprms ?? []), ...(paragraph?.sprms ?? [])];
		return {
			format: paragraphFormat(style?.builtIn ?? 0, sprms),
			isInTable: numberOf(sprms, codes.inTable) === 1,
			isRowEnd: numberOf(sprms, codes.rowEnd) === 1,
		};
	}

	#addPicture(location: number | undefined): void {
		const { data } = this.#parts;
		if (!data || location === undefined) return;
		const picture = pictureAt(data(), location);
		if (!picture) return;
		const reference = `word/${this.#pictures.size + 1}.${picture.extension}`;
		this.#pictures.set(reference, async () => picture.bytes);
		this.#builder.add({ text: "", picture: reference });
	}

	/** The format of characters; undefined where readers do not see them. */
	#formatOf(style: readonly Sprm[], direct: readonly Sprm[]): RunFormat | undefined {
		const named = this.#styles.get(numberOf(direct, codes.characterStyle))?.sprms ?? [];
		const sprms = [...style, ...named, ...direct];
		if (isOn(sprms, codes.deleted) || isOn(sprms, codes.hidden)) return undefined;
		const ownFont = sprms.findLast(({ code }) => code === codes.otherFont || code === codes.font);
		const font = this.#parts.fonts?.[ownFont?.operand.readUInt16LE(0) ?? this.#parts.standardFont ?? -1];
		const picture = sprms.findLast(({ code }) => code === codes.picture)?.operand.readUInt32LE(0);
		return {
			...(font ? { font } : {}),
			...(isOn(sprms, codes.bold) ? { bold: true } : {}),
			...(isOn(sprms, codes.italic) ? { italic: true } : {}),
			...(isOn(sprms, codes.capitals) ? { capitals: true } : {}),
			...(picture === undefined ? {} : { picture }),
		};
	}
}

/** @param style the number of a style that Word has built in; 0 for any other */
function paragraphFormat(style: number, sprms: readonly Sprm[]): ParagraphFormat {
	return {
		...(style >= 1 && style <= 9 ? { level: Math.min(6, style) } : {}),
		...(style === builtIn.title ? { level: 0 } : {}),
		...(style === builtIn.caption ? { isCaption: true } : {}),
		...(numberOf(sprms, codes.list) > 0 ? { isListItem: true } : {}),
	};
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
