import type { CorrectedQuery } from "./correct-query.ts";
import type { FoundTerm } from "./look-up.ts";
import type { QueryWord } from "./query-terms.ts";
import type { Candidate } from "./rank.ts";

/** A query with what was found for it, best first. */
export interface Reading {
	readonly words: readonly QueryWord[];
	readonly found: readonly FoundTerm[];
	readonly candidates: readonly Candidate[];
	/** The largest part of it that one of the first candidates speaks of. */
	readonly share: number;
	/** Of another reading of the query that finds more. */
	readonly corrected?: CorrectedQuery;
	readonly understoodAs?: string;
}
