import type { Candidate } from "./rank.ts";

/** Documents that cover less than this share of what the best document covers of the query are not listed. */
const enoughShare = 0.6;
/** For a query that most documents put in other words, at least this many are listed: one page. */
const leastListed = 10;

/**
 * The candidates to show: those that cover nearly as much of the query as the best. If one word was typed with accents
 * and some document has it, other words without those accents are left out.
 *
 * @param isLoose whether documents may put the query in other words
 */
export function listCandidates(candidates: readonly Candidate[], isLoose: boolean): Candidate[] {
	const best = bestShare(candidates);
	const hasSpelling = candidates[0]?.isOtherSpelling === false;
	return candidates.filter(
		({ share, isOtherSpelling }, place) =>
			!(hasSpelling && isOtherSpelling) && ((isLoose && place < leastListed) || share >= best * enoughShare),
	);
}

/** The largest share of the query that one of the first candidates covers. */
export function bestShare(candidates: readonly Candidate[]): number {
	return candidates.slice(0, 20).reduce((most, { share }) => Math.max(most, share), 0);
}
