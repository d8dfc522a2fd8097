/**
 * A text without those of the characters that stand at its beginning and at its end. A pattern that ends in `+$` would
 * begin anew at each character of a long run within the text.
 *
 * @param characters in NFC, each of one code unit
 */
export function trimCharacters(text: string, characters: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && characters.includes(text.charAt(start))) start += 1;
	while (end > start && characters.includes(text.charAt(end - 1))) end -= 1;
	return text.slice(start, end);
}
