import type { Candidate } from "./rank.ts";

/** Documents that speak of a smaller part of the query than the best does, by this, are not listed. */
const enoughShare = 0.6;
/** So many are listed all the same: few beside one that speaks of all of it, a page of them where none does. */
const leastBesideWhole = 5;
const leastOtherwise = 10;

/** The candidates that a reader is shown, those that are nearly as much about the query as the best. */
export function listCandidates(candidates: readonly Candidate[]): Candidate[] {
	const best = bestShare(candidates);
	const least = best >= 1 ? leastBesideWhole : leastOtherwise;
	return candidates.filter(({ share }, place) => place < least || share >= best * enoughShare);
}

/** The largest part of the query that one of the first speaks of. */
export function bestShare(candidates: readonly Candidate[]): number {
	return candidates.slice(0, 20).reduce((most, { share }) => Math.max(most, share), 0);
}
