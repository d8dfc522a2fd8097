const ellipsis = "…";
const danglingEnd = /[\s,;:.!?…\-–—([“"'‘/|]+$/u;
/** The text is cut after a sentence rather than a word if at least this share of the room is used. */
const sentenceShare = 0.6;
/** A sentence that ends before this share of the room says too little about an article. */
const earliestEnd = 0.25;

/**
 * The beginning of a text on one line, at most `maxLength` characters. A longer text is cut after a whole sentence if
 * one ends late enough. Otherwise it is cut after a word, with "…".
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
 * The first sentences of a text on one line, at most `maxLength` characters. It is cut after a sentence if one ends
 * after a quarter of that. Otherwise it is cut like `excerpt`.
 */
export function firstSentences(text: string, maxLength: number): string {
	const line = firstLine(text, maxLength);
	if (line.length <= maxLength) return line;
	const sentence = endOfSentence(line, maxLength);
	return sentence >= maxLength * earliestEnd ? line.slice(0, sentence) : excerpt(line, maxLength);
}

/** Enough of the text, on one line, to see what fits and whether anything follows. */
function firstLine(text: string, maxLength: number): string {
	const beginning = onOneLine(text.slice(0, 3 * maxLength));
	// A beginning of many spaces or decomposed letters may shrink below the limit.
	return beginning.length > maxLength + 1 ? beginning : onOneLine(text);
}

function onOneLine(text: string): string {
	return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Where the last sentence that fits ends; 0 if none does. A full stop in "TP. Huế" or "1.200" does not count. */
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

/** The last position up to `index` that splits neither a surrogate pair nor a letter from its marks. */
function endOfCharacter(line: string, index: number): number {
	let end = index;
	while (end > 0 && /^(?:\p{M}|[\uDC00-\uDFFF])/u.test(line.slice(end, end + 2))) end--;
	return end;
}
