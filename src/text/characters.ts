const graphemes = "Segmenter" in Intl ? new Intl.Segmenter("vi", { granularity: "grapheme" }) : undefined;

/** How many characters people see: a letter with its marks is one, and so is a family of four in one emoji. */
export function countCharacters(text: string): number {
	const normal = text.normalize("NFC");
	// Browsers of before 2024 may have no segmenter; marks that have no composed form then count.
	if (!graphemes) return [...normal].length;
	let count = 0;
	for (const _ of graphemes.segment(normal)) count++;
	return count;
}
