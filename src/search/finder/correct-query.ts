import { wordKeys } from "../../text/word-keys.ts";
import { isForeign } from "./foreign-word.ts";
import type { QueryWord } from "./query-terms.ts";
import { hasAccents } from "./query-terms.ts";
import type { DictionaryShelves } from "./read-dictionary.ts";
import { isBegunBy } from "./read-dictionary.ts";
import type { LikelyWord, PossibleWords } from "./slips.ts";
import { isUsualSlip, likeliestWords, neighboursOf } from "./slips.ts";
import { lettersAndTone, soundAlikes } from "./sounds.ts";

/** A word that is replaced in a query. */
export interface Replacement {
	/** Its index among the words of the query. */
	readonly place: number;
	/** A word as it is written, or words with spaces between them. */
	readonly written: string;
}

/** A query with words corrected. */
export interface CorrectedQuery {
	readonly words: readonly QueryWord[];
	/** The replaced words. None if only the order has changed. */
	readonly replaced: readonly Replacement[];
	/** How likely it was meant, from 0 to 1. */
	readonly likeness: number;
}

/** The most corrections of a word that are tried. */
const mostCandidates = 3;

/** Completions of an incomplete last word: words that follow the previous one, otherwise any words. */
export async function completions(
	dictionary: DictionaryShelves,
	words: readonly QueryWord[],
): Promise<CorrectedQuery[]> {
	const place = words.length - 1;
	const last = words[place];
	if (!last) return [];
	const [, tone] = lettersAndTone(last.exact);
	const before = words[place - 1];
	const known = before
		? (await dictionary.neighbours(before.folded)).after
		: await dictionary.words(last.folded);
	return known
		.filter((word) => isBegunBy(word, last.folded) && wordKeys(word).folded !== last.folded)
		.filter((word) => tone === "" || lettersAndTone(wordKeys(word).exact)[1] === tone)
		.slice(0, mostCandidates)
		.map((written) => replaceWord(words, place, { written, likeness: 1 }));
}

/** Corrections of a word by a typing error or two: words that occur between its neighbours. */
export async function corrections(
	dictionary: DictionaryShelves,
	words: readonly QueryWord[],
	place: number,
): Promise<CorrectedQuery[]> {
	const word = words[place];
	if (!word || /\d/.test(word.folded)) return [];
	const before = words[place - 1];
	const after = words[place + 1];
	const beside = await Promise.all([
		before ? dictionary.neighbours(before.folded).then((words) => words.after) : [],
		after ? dictionary.neighbours(after.folded).then((words) => words.before) : [],
	]);
	const accents = hasAccents(words);
	const known: PossibleWords[] = beside.map((words) => ({ words, worth: 1 }));
	let likeliest = likeliestWords(word, accents, known);
	// A word that occurs too rarely beside them to be listed there may still be a frequent word.
	for (const first of firstLetters(word.folded)) {
		if (likeliest.some(isUsualSlip)) break;
		const lists = await Promise.all(first.map((letter) => dictionary.words(letter)));
		known.push(...lists.map((words) => ({ words, worth: 0.4 })));
		likeliest = likeliestWords(word, accents, known);
	}
	return likeliest.slice(0, mostCandidates).map((candidate) => replaceWord(words, place, candidate));
}

/** A foreign word as two that the archive has side by side: "worldcup" is "world cup". */
export async function partings(
	dictionary: DictionaryShelves,
	words: readonly QueryWord[],
	place: number,
): Promise<CorrectedQuery[]> {
	const word = words[place];
	if (!word || !isForeign(word)) return [];
	const begins = (await dictionary.words(word.folded)).filter(
		(first) => isBegunBy(word.folded, wordKeys(first).folded) && wordKeys(first).folded !== word.folded,
	);
	const found = await Promise.all(
		begins.slice(0, mostCandidates).map(async (first) => {
			const { folded } = wordKeys(first);
			const { after } = await dictionary.neighbours(folded);
			const second = after.find((one) => folded + wordKeys(one).folded === word.folded);
			return second === undefined ? [] : [`${first} ${second}`];
		}),
	);
	return found.flat().map((written) => replaceWord(words, place, { written, likeness: 1 }));
}

/** What a word may begin with that was typed with one slip: rather with its own first letter than with another. */
function firstLetters(folded: string): string[][] {
	const [first = "", second = ""] = folded;
	return [
		[first],
		[
			...new Set([second, ...neighboursOf(first), ...soundAlikes(folded).map(([letter = ""]) => letter)]),
		].filter((letter) => letter !== first && letter !== ""),
	];
}

/** A query with another word, or words with spaces between them, in place of one. */
export function replaceWord(
	words: readonly QueryWord[],
	place: number,
	{ written, likeness }: LikelyWord,
): CorrectedQuery {
	return {
		likeness,
		words: words.flatMap((word, index) => (index === place ? written.split(" ").map(wordKeys) : word)),
		replaced: [{ place, written }],
	};
}
