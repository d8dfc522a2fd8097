import type { WordKeys } from "../../text/word-keys.ts";
import { documentsWith } from "./common-words.ts";
import type { FoundTerm } from "./look-up.ts";
import type { QueryWord } from "./query-terms.ts";
import type { Reading } from "./reading.ts";
import { wordsOf } from "./rewritings.ts";

/** Longer queries are hardly ever found whole if they are misspelt. */
const mostWords = 4;
/** A spelling that no more documents than this have may be wrong. */
export const fewDocuments = 3;

/**
 * Whether a query that was found may be misspelt: no title that is shown first has it as typed, and as far as the index
 * tells, hardly any document has.
 *
 * @param titlesOf the titles of the articles that are shown first, which are read for the page anyway
 */
export async function mayBeMisspelt(
	literal: Reading,
	titlesOf: (reading: Reading) => Promise<readonly string[]>,
): Promise<boolean> {
	const { words, found } = literal;
	if (words.length > mostWords || (tellsSpelling(found) && timesWritten(found) > fewDocuments)) return false;
	return !(await titlesOf(literal)).some((title) => hasWords(wordsOf(title), words));
}

/** Whether a text has the words side by side as they were typed. */
function hasWords(text: readonly WordKeys[], words: readonly QueryWord[]): boolean {
	return text.some((_, from) =>
		words.every(({ exact, folded }, offset) => {
			const word = text[from + offset];
			return word?.exact === exact || (exact === folded && word?.folded === folded);
		}),
	);
}

/** Whether the index says of all words how they are written side by side. It does not where all documents agree. */
export function tellsSpelling(found: readonly FoundTerm[]): boolean {
	return found.every(
		({ term: { spelling, kind }, lists }) =>
			kind !== "pair" ||
			spelling === undefined ||
			lists.every(({ postings: { spellings } }) => spellings.length > 0),
	);
}

/** In how many documents the rarest of the terms is as it was typed. */
export function timesWritten(found: readonly FoundTerm[]): number {
	return Math.min(...found.map(documentsWith));
}
