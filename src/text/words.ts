/** Syllables a minute; a quiet reader of news in Vietnamese. An estimate. */
const readingSpeed = 240;

const spaces = /\s+/;
const letterOrDigit = /[\p{L}\p{N}]/u;
/** Nearly every word begins with one of these, which is told faster. */
const usualStart = /^[A-Za-z0-9À-ÖØ-öø-ſẠ-ỹ]/;

/** Number of words as Vietnamese counts them, one for each syllable between spaces; lone dashes and stars are none. */
export function countWords(text: string): number {
	let count = 0;
	for (const word of text.split(spaces)) if (usualStart.test(word) || letterOrDigit.test(word)) count++;
	return count;
}

/** Whole minutes that reading takes, at least one. */
export function readingMinutes(words: number): number {
	return Math.max(1, Math.ceil(words / readingSpeed));
}
