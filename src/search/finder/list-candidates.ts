import type { Candidate } from "./rank.ts";

/** Documents that speak of a smaller part of the query than the best does, by this, are not listed. */
const enoughShare = 0.6;
/** Of a sentence, which most say in words of their own, so many are listed all the same: a page of them. */
const leastListed = 10;

/**
 * The candidates that a reader is shown, those that are nearly as much about the query as the best. Who typed one word
 * with accents wants no other word, where there is anything of that one.
 */
export function listCandidates(candidates: readonly Candidate[], isSentence: boolean): Candidate[] {
	const best = bestShare(candidates);
	const hasSpelling = candidates[0]?.isOtherSpelling === false;
	return candidates.filter(
		({ share, isOtherSpelling }, place) =>
			!(hasSpelling && isOtherSpelling) &&
			((isSentence && place < leastListed) || share >= best * enoughShare),
	);
}

/** The largest part of the query that one of the first speaks of. */
export function bestShare(candidates: readonly Candidate[]): number {
	return candidates.slice(0, 20).reduce((most, { share }) => Math.max(most, share), 0);
}
