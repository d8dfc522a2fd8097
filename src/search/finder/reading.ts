import type { CorrectedQuery } from "./correct-query.ts";
import type { FoundTerm } from "./look-up.ts";
import type { QueryWord } from "./query-terms.ts";
import type { Candidate } from "./rank.ts";

/** A query with what was found for it, best first. */
export interface Reading {
	readonly words: readonly QueryWord[];
	readonly found: readonly FoundTerm[];
	readonly candidates: readonly Candidate[];
	/** The largest share of it that one of the first candidates covers. */
	readonly share: number;
	/** Set if another reading of the query finds more. */
	readonly corrected?: CorrectedQuery;
	readonly understoodAs?: string;
}
