/**
 * Removes the given characters from both ends of a text. It takes linear time; a pattern such as `[ -]+$` takes
 * quadratic time on a long run of these characters within the text.
 *
 * @param characters to remove, in NFC, each of one code unit
 */
export function trimCharacters(text: string, characters: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && characters.includes(text.charAt(start))) start += 1;
	while (end > start && characters.includes(text.charAt(end - 1))) end -= 1;
	return text.slice(start, end);
}
