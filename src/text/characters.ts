const graphemes = "Segmenter" in Intl ? new Intl.Segmenter("vi", { granularity: "grapheme" }) : undefined;

/**
 * The number of characters as people see them: a letter with its marks is one, and so is an emoji of a family of four.
 */
export function countCharacters(text: string): number {
	const normal = text.normalize("NFC");
	// Browsers from before 2024 may have no segmenter. Then marks without a composed form count as characters.
	if (!graphemes) return [...normal].length;
	let count = 0;
	for (const _ of graphemes.segment(normal)) count++;
	return count;
}
