import type { Token } from "../../text/analyse.ts";
import { analyse } from "../../text/analyse.ts";
import type { TermKind } from "./format.ts";
import { followerOf, hashOfFilter, spellingBits } from "./format.ts";
import { hashOfPair, hashOfSingle, hashText } from "./hash.ts";
import type { Abbreviations } from "./terms.ts";
import { unitsOf } from "./terms.ts";

/** A word of a query: what it is looked up by. */
export type QueryWord = Pick<Token, "folded" | "exact">;

/** What is looked up in the index. */
export interface QueryTerm {
	readonly hash: number;
	readonly kind: TermKind;
	/** Hash of the accented spelling; undefined where the reader typed no accents. */
	readonly spelling: number | undefined;
	/** Of a pair, what `followerOf` gives for the word that follows it in the query. */
	readonly follower?: number;
	/** How much it counts beside the others. */
	readonly weight: number;
}

/** The words of a query; what has a short form stands as that. */
export function queryWords(text: string, abbreviations: Abbreviations): QueryWord[] {
	// A reader who pastes two sentences wants both, so that all words are neighbours.
	const tokens = analyse(text)
		.filter((token) => !token.isWhole)
		.map((token) => ({ ...token, followsOn: true }));
	return unitsOf(tokens, abbreviations);
}

/** Document numbers in a query, whole. */
export function wholeNumbers(text: string): QueryWord[] {
	return analyse(text).filter((token) => token.isWhole);
}

export function singleTerm(word: QueryWord, hasAccents: boolean, weight: number): QueryTerm {
	return {
		hash: hashOfSingle(hashText(word.folded)),
		kind: "single",
		spelling: hasAccents ? shorten(hashOfSingle(hashText(word.exact))) : undefined,
		weight,
	};
}

export function pairTerm(
	first: QueryWord,
	second: QueryWord,
	following: QueryWord | undefined,
	hasAccents: boolean,
	weight: number,
): QueryTerm {
	return {
		...(following && { follower: followerOf(hashText(following.folded)) }),
		hash: hashOfPair(hashText(first.folded), hashText(second.folded)),
		kind: "pair",
		spelling: hasAccents ? shorten(hashOfPair(hashText(first.exact), hashText(second.exact))) : undefined,
		weight,
	};
}

/** A filter counts nothing: it only tells which documents are wanted. */
export function filterTerm(kind: "province" | "committee", slug: string): QueryTerm {
	return { hash: hashOfFilter(kind, slug), kind: "filter", spelling: undefined, weight: 0 };
}

function shorten(hash: number): number {
	return hash >>> (32 - spellingBits);
}
