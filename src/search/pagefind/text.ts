/**
 * Pagefind does not know Vietnamese. It leaves đ as it is when it folds accents, and "kỹ" does not find "kĩ". It takes
 * every word as a prefix ("an" finds "anh"). It counts a dash between spaces as a word, which splits a phrase.
 * So the index and the query are written in a special form. đ and a last y carry a combining stroke (`stroke.ts`),
 * every word has an end mark, and dashes are tied to the word before. Text of the index must be turned back before it
 * is shown.
 */
import { withoutStrokes, withStrokes } from "../stroke.ts";

/**
 * The end mark. Pagefind takes it for a letter, and no Vietnamese word ends with it. Punctuation that Pagefind keeps in
 * words would make the index larger.
 */
const end = "\u02BC";
/** Ties a dash to the word before: Pagefind does not take it for a space. */
const tie = "\uFEFF";
const word = /[\p{L}\p{M}\p{N}]+/gu;
const wordWithEnd = new RegExp(`(${word.source})${end}`, "gu");
const loneSigns = /(?<![^\S\uFEFF])[^\S\uFEFF]+(?=[^\s\p{L}\p{M}\p{N}]+(?:\s|$))/gu;

/** The text in the form of the index. */
export function forPagefind(text: string): string {
	return withStrokes(text).replaceAll(tie, "").replace(word, `$&${end}`).replace(loneSigns, tie);
}

/**
 * Turns text of the index back, in Normalization Form C. Whatever was between a word and a lone dash becomes a space.
 */
export function fromPagefind(text: string): string {
	return withoutStrokes(text.replace(wordWithEnd, "$1").replaceAll(tie, " "));
}

/** The words of a query in the form of the index. Everything but letters and digits separates words. */
export function queryForPagefind(text: string): string {
	return (withStrokes(text).match(word) ?? []).map(withEnd).join(" ");
}

/** A phrase to be found literally. Only spaces separate its words, as hyphens and slashes belong to words here. */
export function phraseForPagefind(text: string): string {
	const parts = withStrokes(text).split(/\s+/);
	return parts.flatMap((part) => part.match(word)?.map(withEnd).join("") ?? []).join(" ");
}

function withEnd(found: string): string {
	return found + end;
}
