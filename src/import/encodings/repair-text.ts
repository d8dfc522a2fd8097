import { decodeEntities } from "./decode-entities.ts";
import type { LegacyEncoding } from "./legacy-encoding.ts";
import { legacyFont } from "./legacy-font.ts";
import { detectLegacy, readLegacyLine } from "./read-legacy.ts";

/** What is known about a text besides its characters. */
export interface TextHints {
	/** The name of its font: ".VnTimeH" */
	readonly font?: string;
	/** The encoding found in the rest of the page or document. */
	readonly encoding?: LegacyEncoding;
}

/** One line that was changed. */
export interface TextChange {
	/** Character references, or the encoding of the line. */
	readonly kind: "entities" | LegacyEncoding;
	readonly before: string;
	readonly after: string;
}

export interface RepairedText {
	readonly text: string;
	/** In order; empty if the text was not changed. */
	readonly changes: readonly TextChange[];
}

/** Longer lines are read in pieces, to limit memory. */
const longestPiece = 100_000;

/**
 * Converts wrongly decoded text to Unicode: half-decoded character references, and TCVN3, VNI, VIQR, windows-1258 or
 * UTF-8 that was read as Latin-1 or windows-1252. Encodings are recognised by how Vietnamese the result is, first for
 * the whole text and then line by line, as a page may mix them. Vietnamese text is never changed. Invisible characters
 * must still be there (see cleanText): in TCVN3 the soft hyphen is a letter.
 */
export function repairText(text: string, hints: TextHints = {}): RepairedText {
	const changes: TextChange[] = [];
	const entities = decodeEntities(text);
	if (entities.decoded.length > 0) {
		changes.push({
			kind: "entities",
			before: entities.decoded.join(" "),
			after: decodeEntities(entities.decoded.join(" ")).text,
		});
	}
	const font = hints.font === undefined ? undefined : legacyFont(hints.font);
	const found = hints.encoding ?? detectLegacy(entities.text)?.encoding;
	const repairPiece = (line: string) => {
		// Converted documents keep the names of their fonts, so a name alone decides nothing.
		const read = readLegacyLine(line, found ?? font?.encoding, found !== undefined);
		const isCapitals = font?.capitals === true && (read?.encoding ?? hints.encoding) === font.encoding;
		const after = isCapitals ? (read?.text ?? line).toUpperCase() : (read?.text ?? line);
		if (after !== line)
			changes.push({ kind: read?.encoding ?? font?.encoding ?? "tcvn3", before: line, after });
		return after;
	};
	const lines = entities.text.split("\n").map((line) => piecesOf(line).map(repairPiece).join(""));
	return { text: lines.join("\n"), changes };
}

/** A line; an overlong one is cut after spaces. */
function piecesOf(line: string): string[] {
	if (line.length <= longestPiece) return [line];
	const pieces: string[] = [];
	for (let start = 0; start < line.length; ) {
		const space = line.indexOf(" ", start + longestPiece);
		const end = space < 0 ? line.length : space + 1;
		pieces.push(line.slice(start, end));
		start = end;
	}
	return pieces;
}
