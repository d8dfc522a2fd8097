import { wordKeys } from "../../text/word-keys.ts";
import type { Archive } from "./archive.ts";
import type { FoundTerm } from "./look-up.ts";
import type { QueryWord } from "./query-terms.ts";
import type { Candidate } from "./rank.ts";
import type { Reading } from "./reading.ts";
import { sum } from "./sum.ts";

/** The functions and data of the finder that the search in English uses. */
export interface EnglishTools {
	readonly archive: Archive;
	readonly wordsOf: (text: string) => readonly QueryWord[];
	/** Looks up words in all segments, each by itself. */
	readonly lookUpWords: (words: readonly QueryWord[]) => Promise<readonly FoundTerm[]>;
	readonly rank: (found: readonly FoundTerm[]) => readonly Candidate[];
}

/** Each word takes one bit of a number. */
const mostWords = 16;

/** They are ignored unless the query has nothing else. */
const smallWords = new Set(
	"a an and at by for from in is of on or the to with".split(" ").map((word) => wordKeys(word).folded),
);

/** Finds the documents with all words of a query in English, in any order, in the singular or plural. */
export async function answerInEnglish(
	{ archive, wordsOf, lookUpWords, rank }: EnglishTools,
	text: string,
): Promise<Reading> {
	const typed = wordsOf(text);
	const telling = typed.filter(({ folded }) => !smallWords.has(folded));
	const words = (telling.length > 0 ? telling : typed).slice(0, mostWords).map(formsOf);
	const looked = await Promise.all(words.map(lookUpWords));
	const found = looked.flatMap(([own, ...others], place) =>
		own
			? {
					...own,
					term: { ...own.term, place },
					frequency: sum([own, ...others], ({ frequency }) => frequency),
					lists: [own, ...others].flatMap(({ lists }) => lists),
				}
			: [],
	);
	const all = 2 ** words.length - 1;
	const candidates = rank(found)
		.filter(({ number, terms }) => terms === all && archive.isWanted(number))
		.map((candidate) => ({ ...candidate, share: 1 }));
	return { words: words.flat(), found, candidates, share: 1, isByWord: true };
}

/** A word as typed, in the singular and in the plural, by the rules alone. */
function formsOf(word: QueryWord): QueryWord[] {
	const { folded } = word;
	const others = [folded.length > 3 ? singularOf(folded) : folded, pluralOf(folded)];
	return [
		word,
		...[...new Set(others)].filter((form) => form !== folded).map((form) => ({ folded: form, exact: form })),
	];
}

function singularOf(word: string): string {
	if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
	if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
	return word.replace(/([^s])s$/, "$1");
}

function pluralOf(word: string): string {
	if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
	return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
