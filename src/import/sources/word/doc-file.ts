import { decodeWindows1252 } from "../../encodings/index.ts";
import { readCompoundFile } from "./compound-file.ts";
import { blocksOf, type Piece } from "./doc-blocks.ts";
import { formatSpans } from "./doc-properties.ts";
import { readFonts, readStyles } from "./doc-styles.ts";
import { strings } from "./strings.ts";
import { readSummary } from "./summary-information.ts";
import { type WordDocument, WordError } from "./word-document.ts";

/** The version number of Word 97. Earlier versions keep their tables elsewhere. */
const firstWord97 = 0xc1;
const offsets = { fonts: 0x112, styles: 0xa2, characters: 0xfa, paragraphs: 0x102, pieces: 0x1a2 } as const;

/**
 * A Word file of 1993 to 2003 (.doc): its main text with pictures and with fonts, which tell TCVN3 and VNI. Notes and
 * text boxes follow. Deleted or hidden text is left out. Of files from before Word 97, only the text is read.
 *
 * Source: [MS-DOC].
 *
 * @throws {WordError} if the file is broken, protected or not a Word file
 */
export function readDocFile(bytes: Buffer): WordDocument {
	try {
		const streams = readCompoundFile(bytes);
		const main = streams.get("WordDocument")?.();
		if (!main || main.length < 0x40) throw new WordError(strings.unknown);
		const flags = main.readUInt16LE(10);
		if ((flags & 0x100) !== 0) throw new WordError(strings.encrypted);
		const properties = readSummary(streams.get("\u0005SummaryInformation")?.());
		if (main.readUInt16LE(2) < firstWord97) {
			return { ...blocksOf({ pieces: oldPieces(main) }), aside: [], properties };
		}
		const tables = streams.get((flags & 0x200) === 0 ? "0Table" : "1Table")?.() ?? Buffer.alloc(0);
		const table = (offset: number) => {
			const start = main.readUInt32LE(offset);
			return tables.subarray(start, start + main.readUInt32LE(offset + 4));
		};
		const { text, aside } = partsOf(piecesOf(main, table(offsets.pieces)), main);
		const formats = {
			characters: formatSpans(main, table(offsets.characters), "character"),
			paragraphs: formatSpans(main, table(offsets.paragraphs), "paragraph"),
			fonts: readFonts(table(offsets.fonts)),
			data: streams.get("Data"),
			...readStyles(table(offsets.styles)),
		};
		return {
			...blocksOf({ ...formats, pieces: text }),
			aside: blocksOf({ ...formats, pieces: aside }).blocks,
			properties,
		};
	} catch (error) {
		if (error instanceof RangeError) throw new WordError(strings.broken, { cause: error });
		throw error;
	}
}

const pieceEntryBytes = 8;

/** Reads the piece table, which comes after the shared property modifiers. */
function piecesOf(main: Buffer, clx: Buffer): Piece[] {
	let offset = 0;
	while (clx[offset] === 1) offset += 3 + clx.readUInt16LE(offset + 1);
	if (clx[offset] !== 2) throw new WordError(strings.broken);
	const plc = clx.subarray(offset + 5, offset + 5 + clx.readUInt32LE(offset + 1));
	const count = Math.floor((plc.length - 4) / (4 + pieceEntryBytes));
	return Array.from({ length: count }, (_, index) => {
		const length = plc.readUInt32LE((index + 1) * 4) - plc.readUInt32LE(index * 4);
		const place = plc.readUInt32LE((count + 1) * 4 + index * pieceEntryBytes + 2);
		const isCompressed = (place & 0x40000000) !== 0;
		const start = isCompressed ? (place & 0x3fffffff) / 2 : place & 0x3fffffff;
		const width = isCompressed ? 1 : 2;
		const bytes = main.subarray(start, start + length * width);
		return {
			text: isCompressed ? decodeWindows1252(bytes) : bytes.toString("utf16le"),
			offset: start,
			width,
		};
	});
}

/** Offsets of the lengths of the text's parts, in the order of the text: main text, notes, headers and so on. */
const partLengths = {
	main: 0x4c,
	footnotes: 0x50,
	headers: 0x54,
	macros: 0x58,
	comments: 0x5c,
	endnotes: 0x60,
	boxes: 0x64,
};
const asideParts = new Set(["headers", "macros", "comments"]);

/** The text including notes and text boxes, and separately headers, footers and comments. */
function partsOf(
	pieces: readonly Piece[],
	main: Buffer,
): { readonly text: Piece[]; readonly aside: Piece[] } {
	const text: Piece[] = [];
	const aside: Piece[] = [];
	let start = 0;
	for (const [part, offset] of Object.entries(partLengths)) {
		const end = start + main.readUInt32LE(offset);
		(asideParts.has(part) ? aside : text).push(...cut(pieces, start, end));
		start = end;
	}
	return { text, aside };
}

function* cut(pieces: readonly Piece[], from: number, to: number): Generator<Piece> {
	let start = 0;
	for (const piece of pieces) {
		const first = Math.max(from - start, 0);
		const text = piece.text.slice(first, Math.max(to - start, 0));
		if (text !== "") yield { ...piece, text, offset: piece.offset + first * piece.width };
		start += piece.text.length;
	}
}

function oldPieces(main: Buffer): Piece[] {
	const start = main.readUInt32LE(0x18);
	const length = main.readUInt32LE(0x34);
	return [{ text: decodeWindows1252(main.subarray(start, start + length)), offset: start, width: 1 }];
}
