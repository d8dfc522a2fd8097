import { plainSpaces, stripInvisible } from "./normalize.ts";

const marks = /\p{M}+/gu;
// D with stroke has no decomposition, and its look-alikes eth and African D are found in its place.
const letterD = /[đðɖ]/g;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range
const ascii = /^[\u0000-\u007F]*$/;

/**
 * What text is compared by in search and in the identity of tags and authors: lower case, without tone and vowel
 * marks, đ as d, without invisible characters, every dash as "-" and every space as " ". Both placements of a tone
 * mark ("hoà", "hòa") and both Unicode forms fold to the same. Not for display, and not for order: in the alphabet
 * đ and ô are letters of their own.
 */
export function fold(text: string): string {
	if (ascii.test(text)) return text.toLowerCase();
	return plainSpaces(stripInvisible(text.normalize("NFD").replace(marks, "").toLowerCase()))
		.replace(letterD, "d")
		.replace(dashes, "-");
}
