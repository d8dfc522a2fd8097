const graphemes = "Segmenter" in Intl ? new Intl.Segmenter("vi", { granularity: "grapheme" }) : undefined;

/** In UTF-16 units: two people and a kiss, each with a colour of skin. */
const longestCharacter = 16;

/**
 * The number of characters as people see them: a letter with its marks is one, and so is an emoji of a family of four.
 * What is joined without end counts as more than one.
 */
export function countCharacters(text: string): number {
	const normal = text.normalize("NFC");
	// Browsers from before 2024 may have no segmenter. Then marks without a composed form count as characters.
	if (!graphemes) return [...normal].length;
	let count = 0;
	for (const { segment } of graphemes.segment(normal)) count += Math.ceil(segment.length / longestCharacter);
	return count;
}
