import type { CorrectedQuery } from "./correct-query.ts";
import { listCandidates } from "./list-candidates.ts";
import type { FoundTerm } from "./look-up.ts";
import type { QueryWord } from "./query-terms.ts";
import type { Candidate } from "./rank.ts";
import { isSentence } from "./rank.ts";

/** A query with what was found for it, best first. */
export interface Reading {
	readonly words: readonly QueryWord[];
	readonly found: readonly FoundTerm[];
	readonly candidates: readonly Candidate[];
	/** The largest share of it that one of the first candidates covers. */
	readonly share: number;
	/** Set if another reading of the query finds more: with the number of articles that it lists, and as a text. */
	readonly corrected?: CorrectedQuery & { readonly count: number; readonly text?: string };
	readonly understoodAs?: string;
	/** Set if each word counts by itself, wherever it stands. */
	readonly isByWord?: true;
}

/** From this number of words on, the parts of a query that no document has whole are sought too. */
const severalWords = 5;

/** The documents that a reading lists, best first. */
export function listed({
	words,
	found,
	candidates,
	share,
}: Pick<Reading, "words" | "found" | "candidates" | "share">): Candidate[] {
	return listCandidates(candidates, isSentence(found) || (words.length >= severalWords && share < 1));
}
