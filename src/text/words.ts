/** Syllables a minute; a quiet reader of news in Vietnamese. An estimate. */
const readingSpeed = 240;

// Whatever stands between spaces and holds a letter or a digit.
const word = /\S*[\p{L}\p{N}]\S*/gu;

/** Number of words as Vietnamese counts them, one for each syllable between spaces; lone dashes and stars are none. */
export function countWords(text: string): number {
	return text.match(word)?.length ?? 0;
}

/** Whole minutes that reading takes, at least one. */
export function readingMinutes(words: number): number {
	return Math.max(1, Math.ceil(words / readingSpeed));
}
