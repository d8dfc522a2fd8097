/**
 * Pagefind as it comes does not know Vietnamese: it leaves đ as it is when it folds accents, knows nothing of "kỹ" and
 * "kĩ", takes every word for the beginning of longer ones ("an" finds "anh"), and counts a dash between spaces as a
 * word, which breaks a phrase in two. So the index and the query are written in a form of their own: đ and such a y
 * with a combining stroke (`stroke.ts`), an end mark behind every word, and dashes tied to the word before. Whoever
 * shows text of the index turns it back.
 */
import { withoutStrokes, withStrokes } from "../stroke.ts";

/** A letter to Pagefind, and one that no Vietnamese word ends with. Signs that it keeps in words cost it more. */
const end = "\u02BC";
/** Space to a reader of the text, none to Pagefind. */
const tie = "\uFEFF";
const word = /[\p{L}\p{M}\p{N}]+/gu;
const wordWithEnd = new RegExp(`(${word.source})${end}`, "gu");
const loneSigns = /[^\S\uFEFF]+(?=[^\s\p{L}\p{M}\p{N}]+(?:\s|$))/gu;

/** Text as the index holds it. */
export function forPagefind(text: string): string {
	return withStrokes(text).replaceAll(tie, "").replace(word, `$&${end}`).replace(loneSigns, tie);
}

/** Text of the index as it was, in Normalization Form C; what stood between a word and a lone dash is a space. */
export function fromPagefind(text: string): string {
	return withoutStrokes(text.replace(wordWithEnd, "$1").replaceAll(tie, " "));
}

/** The words of a query as the index holds them; what is no letter or digit parts them. */
export function queryForPagefind(text: string): string {
	return (withStrokes(text).match(word) ?? []).map(withEnd).join(" ");
}

/** A phrase that is to be found as it stands: parted by spaces only, as words hold their hyphens and slashes. */
export function phraseForPagefind(text: string): string {
	const parts = withStrokes(text).split(/\s+/);
	return parts.flatMap((part) => part.match(word)?.map(withEnd).join("") ?? []).join(" ");
}

function withEnd(found: string): string {
	return found + end;
}
