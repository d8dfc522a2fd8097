import { wordKeys } from "../../text/word-keys.ts";
import type { QueryWord } from "./query-terms.ts";
import type { DictionaryShelves } from "./read-dictionary.ts";
import { isBegunBy } from "./read-dictionary.ts";
import { likeliestWords } from "./slips.ts";

/** A query with one word replaced by what may have been meant. */
export interface CorrectedQuery {
	readonly words: readonly QueryWord[];
	/** Which word was replaced, and by what, as it is written; none where only the order is another. */
	readonly replaced?: { readonly place: number; readonly written: string };
}

/** Ways to read a word differently that are tried. */
const mostCandidates = 3;

/** What a last word that was only begun may become: what goes on so after the word before it, or at all. */
export async function completions(
	dictionary: DictionaryShelves,
	words: readonly QueryWord[],
): Promise<CorrectedQuery[]> {
	const place = words.length - 1;
	const last = words[place];
	if (!last) return [];
	const before = words[place - 1];
	const known = before
		? (await dictionary.neighbours(before.folded)).after
		: await dictionary.words(last.folded);
	return known
		.filter((word) => isBegunBy(word, last.folded) && wordKeys(word).folded !== last.folded)
		.slice(0, mostCandidates)
		.map((word) => replaced(words, place, word));
}

/** What a word may be that differs by one slip: what stands between the words beside it. */
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
	const known = beside.map((words) => ({ words, worth: 1 }));
	let likeliest = likeliestWords(word.folded, known);
	// What stands beside them too seldom to be known there may still be a usual word.
	if (likeliest.length < mostCandidates) {
		known.push({ words: await dictionary.words(word.folded), worth: 0.4 });
		likeliest = likeliestWords(word.folded, known);
	}
	return likeliest.slice(0, mostCandidates).map((candidate) => replaced(words, place, candidate));
}

function replaced(words: readonly QueryWord[], place: number, written: string): CorrectedQuery {
	return {
		words: words.map((word, index) => (index === place ? wordKeys(written) : word)),
		replaced: { place, written },
	};
}
