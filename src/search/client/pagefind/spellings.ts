const tone = /[\u0300\u0301\u0303\u0309\u0323]/;
/** Two final vowels, either of which may carry the tone: "hoà" and "hòa", "thuỷ" and "thủy". */
const endingPair = /(?:o[ae]|uy)$/i;
/** As in `wordKeys`. */
const finalI = /^((?:qu|[b-df-hj-np-tv-xzđ]+))([iy])$/i;

/** All spellings of a word with the same accents, the typed one first. */
export function spellingsOf(typed: string): string[] {
	const decomposed = typed.normalize("NFD");
	const mark = tone.exec(decomposed)?.[0] ?? "";
	const bare = decomposed.replace(tone, "").normalize("NFC");
	const bares = finalI.test(bare) ? [bare, bare.replace(finalI, otherI)] : [bare];
	const all = bares.flatMap((letters) => {
		if (mark === "" || !endingPair.test(letters) || /^qu.$/i.test(letters))
			return [withMark(letters, mark, lastVowel(letters, decomposed))];
		const { length } = letters;
		return [length - 2, length - 1].map((place) => withMark(letters, mark, place));
	});
	return [...new Set([typed.normalize("NFC"), ...all])];
}

function otherI(_: string, consonants: string, letter: string): string {
	const other = letter.toLowerCase() === "i" ? "y" : "i";
	return consonants + (letter === letter.toLowerCase() ? other : other.toUpperCase());
}

/** The place of the tone in the typed word. Replacing i by y does not change the length. */
function lastVowel(letters: string, decomposed: string): number {
	const before = decomposed.slice(0, tone.exec(decomposed)?.index ?? 0).normalize("NFC");
	return Math.min(before.length, letters.length) - 1;
}

function withMark(letters: string, mark: string, place: number): string {
	return (letters.slice(0, place + 1) + mark + letters.slice(place + 1)).normalize("NFC");
}
