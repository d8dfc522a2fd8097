/** Syllables a minute that a calm reader of Vietnamese news reads. An estimate. */
const readingSpeed = 240;

const space = /\s/;
const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * Number of words as counted in Vietnamese: one for each syllable between spaces. Lone dashes and stars do not count.
 */
export function countWords(text: string): number {
	let count = 0;
	let isCounted = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (isSpace(code)) isCounted = false;
		else if (!isCounted && isLetterOrDigit(code, text, at)) {
			isCounted = true;
			count++;
		}
	}
	return count;
}

// These are called for every character of a hundred thousand articles, so the usual cases come first.

function isSpace(code: number): boolean {
	if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
	return code === 0xa0 || (code >= 0x1680 && !isVietnamese(code) && space.test(String.fromCharCode(code)));
}

function isLetterOrDigit(code: number, text: string, at: number): boolean {
	if (code < 0x80) {
		const lower = code | 0x20;
		return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
	}
	return isVietnamese(code) || letterOrDigit.test(String.fromCodePoint(text.codePointAt(at) ?? code));
}

/** Letters with Vietnamese marks, from the block Latin Extended Additional. */
function isVietnamese(code: number): boolean {
	return code >= 0x1ea0 && code <= 0x1ef9;
}

/** Whole minutes of reading time, at least one. */
export function readingMinutes(words: number): number {
	return Math.max(1, Math.ceil(words / readingSpeed));
}
