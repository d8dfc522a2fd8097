import { fold } from "./fold.ts";
import { isSyllable } from "./syllable.ts";

/** The spelling to which search maps "TƯ" and "T.Ư". */
export const shortTrungUong = "TW";

const spellings = /^T\.?Ư$/;
const dotted = /^t\.ư$/iu;
/** The most code units of such a word, with decomposed letters. */
const mostUnits = 4;

/**
 * Whether a word is "T.Ư" or "TƯ", short for "Trung ương". "TƯ" is also a syllable of other words in capitals ("ĐẦU
 * TƯ"). So it counts only if no syllable in capitals is beside it: after punctuation ("NQ/TƯ"), alone, or among words
 * in small letters.
 */
export function isShortTrungUong(text: string, start: number, end: number): boolean {
	if (end - start > mostUnits || (text.charCodeAt(start) | 0x20) !== 0x74) return false;
	const word = text.slice(start, end).normalize("NFC");
	if (dotted.test(word)) return true;
	if (!spellings.test(word)) return false;
	const before = /(\p{L}[\p{L}\p{M}]*)[^\p{L}\n]*$/u.exec(text.slice(Math.max(0, start - reach), start))?.[1];
	if (/[-/]/.test(text.charAt(start - 1)) && !isCapitalSyllable(before)) return true;
	const after = /^[^\p{L}\n]*(\p{L}[\p{L}\p{M}]*)/u.exec(text.slice(end, end + reach))?.[1];
	return !isCapitalSyllable(before) && !isCapitalSyllable(after);
}

/** The number of characters around the word that are examined. */
const reach = 12;

function isCapitalSyllable(word = ""): boolean {
	return word !== "" && !/\p{Ll}/u.test(word) && isSyllable(fold(word));
}
