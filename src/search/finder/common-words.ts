import type { Archive } from "./archive.ts";
import type { FoundTerm } from "./look-up.ts";
import { lookUp } from "./look-up.ts";
import type { QueryWord } from "./query-terms.ts";
import { wordTerms } from "./query-terms.ts";
import { sum } from "./sum.ts";

/** For the word at each place, how many documents of the largest segment have it as typed. */
export async function documentsWithEach(
	archive: Archive,
	words: readonly QueryWord[],
	places: readonly number[],
): Promise<number[]> {
	const [main] = [...archive.list.segments].sort((a, b) => b.documents - a.documents);
	const found = main ? await lookUp(archive, [main], wordTerms(words, places, 1)) : [];
	return found.map(documentsWith);
}

/** Whether a document has all words of a query, wherever they stand in it. */
export async function haveAllWords(archive: Archive, words: readonly QueryWord[]): Promise<boolean> {
	const found = await lookUp(archive, archive.segments, wordTerms(words, [...words.keys()], 1));
	const [rarest, ...others] = found.sort((a, b) => a.frequency - b.frequency).map(documentsOf);
	return [...(rarest ?? [])].some((number) => others.every((documents) => documents.has(number)));
}

/** The documents that may have a term with the accents that were typed. */
function documentsOf({ term: { spelling }, lists }: FoundTerm): Set<number> {
	return new Set(
		lists.flatMap(({ base, postings: { documents, others, spellings, spellingOf } }) => {
			const own = spelling === undefined ? -1 : spellings.indexOf(spelling);
			const isOther = (index: number) =>
				spelling !== undefined && spellings.length > 0 && spellingOf[index] !== own;
			return [...documents.filter((_, index) => !isOther(index)), ...others].map((number) => base + number);
		}),
	);
}

/** How many documents have a term with the typed accents. */
export function documentsWith(found: FoundTerm | undefined): number {
	return sum(found?.lists ?? [], ({ postings: { spellings, spellingOf, frequency } }) => {
		const spelling = found?.term.isPlain ? undefined : found?.term.spelling;
		if (spelling === undefined || spellings.length === 0) return frequency;
		const own = spellings.indexOf(spelling);
		return spellingOf.filter((one) => one === own).length;
	});
}
