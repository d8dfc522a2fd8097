import { fold } from "./fold.ts";

// Without lookbehind, which browsers of 2022 do not know.
const apostropheInWord = /([a-z0-9])['’‘ʼ`´](?=[a-z0-9])/g;
const notInSlug = /[^a-z0-9]+/g;

/**
 * The text for an address: lower-case ASCII letters and digits, with single hyphens between words. It is cut after the
 * last word that fits; a first word that is too long is cut itself. Texts that differ only in case, accents, Unicode
 * form, spaces or punctuation have the same slug. An apostrophe in a word leaves no gap: "Ea H'leo" → "ea-hleo". Empty
 * if nothing is left.
 *
 * @param maxLength in characters, at least 1
 */
export function slugify(text: string, maxLength = 80): string {
	const slug = fold(text).replace(apostropheInWord, "$1").replace(notInSlug, "-").replace(/^-|-$/g, "");
	if (slug.length <= maxLength) return slug;
	const wordEnd = slug.lastIndexOf("-", maxLength);
	return slug.slice(0, wordEnd === -1 ? maxLength : wordEnd);
}
