import { decodeEntities } from "./decode-entities.ts";
import type { LegacyEncoding } from "./legacy-encoding.ts";
import { legacyFont } from "./legacy-font.ts";
import { detectLegacy, readLegacyLine } from "./read-legacy.ts";

/** What is known of a text beside its characters. */
export interface TextHints {
	/** The font that it is set in, by name: ".VnTimeH" */
	readonly font?: string;
	/** What the rest of the page or document has been found to be in. */
	readonly encoding?: LegacyEncoding;
}

/** One line that was changed. */
export interface TextChange {
	/** Character references, or the encoding that the line was read in. */
	readonly kind: "entities" | LegacyEncoding;
	readonly before: string;
	readonly after: string;
}

export interface RepairedText {
	readonly text: string;
	/** In order; empty where the text was left as it was. */
	readonly changes: readonly TextChange[];
}

/** Longer lines are read piece by piece, so that memory does not grow with them. */
const longestPiece = 100_000;

/**
 * Text that was decoded wrongly, as Unicode: half-decoded character references, and TCVN3, VNI, VIQR, windows-1258 or
 * UTF-8 that were read as Latin-1 or windows-1252. Encodings are recognised by how Vietnamese the result is, for the
 * whole text first and then line by line, so that a page may mix them; what is Vietnamese already is never touched.
 * Invisible characters must still be there (see cleanText): in TCVN3 the soft hyphen is a letter.
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
		// Documents that were converted keep their fonts' names: a name alone decides nothing.
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

/** A line, cut behind spaces where it is longer than a line can be. */
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
