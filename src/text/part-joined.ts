import { fold } from "./fold.ts";
import { isSyllable } from "./syllable.ts";

/** Letters of the longest and the shortest word that is split, and of the longest syllable ("nghiêng"). */
const longestWord = 40;
const shortestWord = 4;
const longestSyllable = 7;

/**
 * The ways to split a word into syllables that were written without spaces ("danvankheo", "dânvậnkhéo"). Only the ways
 * with the fewest syllables are given. Empty if the word is a syllable itself or cannot be split.
 */
export function partJoined(word: string): readonly string[] {
	const letters = word.normalize("NFC");
	const { length } = letters;
	if (length < shortestWord || length > longestWord || !/^\p{L}+$/u.test(letters) || isOne(letters))
		return [];
	/** The ways to split the first letters, by their number. */
	const ways: (readonly string[])[] = [[""]];
	const counts = [0];
	for (let end = 1; end <= length; end++) {
		let own: string[] = [];
		let fewest = Number.POSITIVE_INFINITY;
		for (let start = Math.max(0, end - longestSyllable); start < end; start++) {
			const count = (counts[start] ?? fewest) + 1;
			const syllable = letters.slice(start, end);
			if (count > fewest || !ways[start]?.length || !isOne(syllable)) continue;
			if (count < fewest) own = [];
			fewest = count;
			own.push(...(ways[start] ?? []).map((before) => `${before} ${syllable}`.trim()));
		}
		ways.push(own.slice(0, mostWays));
		counts.push(fewest);
	}
	return ways[length] ?? [];
}

const mostWays = 3;

/** Names of the highlands end in k: "Đắk Lắk". */
function isOne(letters: string): boolean {
	return isSyllable(fold(letters).replace(/k$/, "c"));
}
