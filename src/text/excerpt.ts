const ellipsis = "…";
const danglingEnd = /[\s,;:.!?…\-–—([“"'‘/|]+$/u;
/** An end of a sentence is taken rather than a word's where at least this share of the room is used. */
const sentenceShare = 0.6;
/** Before this share of the room, an end tells too little to stand for an article. */
const earliestEnd = 0.25;

/**
 * The beginning of a text on one line, at most `maxLength` characters. A longer text ends with a whole sentence where
 * one ends late enough, or else after a whole word with "…".
 */
export function excerpt(text: string, maxLength: number): string {
	const line = firstLine(text, maxLength);
	if (line.length <= maxLength) return line;
	const sentence = endOfSentence(line, maxLength);
	if (sentence >= maxLength * sentenceShare) return line.slice(0, sentence);
	const room = maxLength - ellipsis.length;
	if (room <= 0) return "";
	const space = line.lastIndexOf(" ", room);
	const end = space > 0 ? space : endOfCharacter(line, room);
	const start = line.slice(0, end).replace(danglingEnd, "");
	return start === "" ? "" : start + ellipsis;
}

/**
 * The first sentences of a text on one line, at most `maxLength` characters. Ends with a whole sentence wherever one
 * ends after a quarter of that; only then as `excerpt` does.
 */
export function firstSentences(text: string, maxLength: number): string {
	const line = firstLine(text, maxLength);
	if (line.length <= maxLength) return line;
	const sentence = endOfSentence(line, maxLength);
	return sentence >= maxLength * earliestEnd ? line.slice(0, sentence) : excerpt(line, maxLength);
}

/** As much of the text, on one line, as tells what fits and whether anything follows. */
function firstLine(text: string, maxLength: number): string {
	const beginning = onOneLine(text.slice(0, 3 * maxLength));
	// A beginning of mere spaces or decomposed letters may shrink below what fits.
	return beginning.length > maxLength + 1 ? beginning : onOneLine(text);
}

function onOneLine(text: string): string {
	return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Where the last sentence that fits ends; 0 if none does. A full stop in "TP. Huế" or "1.200" is taken for no end. */
function endOfSentence(line: string, maxLength: number): number {
	const ends = /(?<=[\p{Ll}\p{N})”"»]{2})[.!?…]+[”"»)]*(?= \p{Lu}| [“"«]| \p{N})/gu;
	let last = 0;
	for (const match of line.matchAll(ends)) {
		const end = match.index + match[0].length;
		if (end > maxLength) break;
		last = end;
	}
	return last;
}

/** The last place up to `index` that neither parts a surrogate pair nor a letter from its marks. */
function endOfCharacter(line: string, index: number): number {
	let end = index;
	while (end > 0 && /^(?:\p{M}|[\uDC00-\uDFFF])/u.test(line.slice(end, end + 2))) end--;
	return end;
}
