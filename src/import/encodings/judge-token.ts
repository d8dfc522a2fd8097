import { isSyllable } from "./syllable.ts";

/**
 * Classifies the characters between two spaces: "plain" is no evidence (ASCII, numbers, symbols), "vietnamese" has
 * accents only in legal syllables, "foreign" has accents that Vietnamese does not have, "broken" has symbols or
 * capitals in impossible places.
 */
export type Verdict = "plain" | "vietnamese" | "foreign" | "broken";

const asciiOnly = /^[\x20-\x7E]*$/;
const word = /[\p{L}\p{M}]+/gu;
const mark = /[^\x20-\x7E]/;
/** Symbols between letters come from a wrong encoding. (A footnote's number comes after a word.) */
const signInWord = /[\p{L}\p{M}][\u0080-\u00BF×÷€‚ƒ„…†‡ˆ‰‹˜›™]+(?=[\p{L}\p{M}])/u;
const signBefore = /(?:^|[^\p{L}\p{M}])[\u0080-\u009F¡¢£¤¥¦¨ª¬\u00AD®¯±²³´µ¶¸¹º»¼½¾¿](?=[\p{L}\p{M}])/u;
const signAfter = /[\p{L}\p{M}][\u0080-\u009F¡¢£¤¥¦§¨©«¬\u00AD¯±´µ¶¸¿](?![\p{L}\p{M}])/u;
/** "ViÖt" */
const capitalInWord = /[a-z][À-Þ]/;
/** All lower case, all upper case, or one capital at the beginning. */
const ordinaryCase = /^(?:\p{Lu}?[\p{Ll}\p{M}]*|[\p{Lu}\p{M}]+)$/u;
/** Abbreviations such as ĐBSCL or QĐ; words such as NÔNG look alike. */
const abbreviation = /^[A-ZĐƯƠÔÂĂÊ]{1,7}$/;

export function judgeToken(token: string): Verdict {
	if (asciiOnly.test(token)) return "plain";
	if ([signInWord, signBefore, signAfter, capitalInWord].some((sign) => sign.test(token))) return "broken";
	let verdict: Verdict = "plain";
	for (const [found] of token.normalize("NFC").matchAll(word)) {
		if (!mark.test(found) || (abbreviation.test(found) && !isSyllable(found))) continue;
		if (!ordinaryCase.test(found) || !isSyllable(found)) return "foreign";
		verdict = "vietnamese";
	}
	return verdict;
}
