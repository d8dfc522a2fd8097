import type { Token } from "../../text/analyse.ts";
import { analyse } from "../../text/analyse.ts";
import type { TermKind } from "./format.ts";
import { followerOf, hashOfFilter, spellingBits } from "./format.ts";
import { hashOfPair, hashOfSingle, hashText } from "./hash.ts";
import type { Abbreviations } from "./terms.ts";
import { unitsOf } from "./terms.ts";

/** Words that most sentences have, folded. */
const commonWords = new Set(
	"va cua la cho trong voi cac nhung mot co duoc khong tai tren den tu nay khi da se o ra vao ve theo bi boi nhu de sau cung con vi ma thi nhieu hon lai vua dang".split(
		" ",
	),
);

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
	/** Place of its first word in the query. */
	readonly place: number;
	/** Its rank among those of the query, from what says most. */
	readonly rank: number;
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

/** Pairs that are looked up, as each asks for a file of every segment; of a longer query those that say most. */
const mostPairs = 10;
/** What a word counts that stands in no pair of the query. */
const loneWeight = 0.5;

/** What a query is looked up by: its pairs, or its only word; document numbers whole as well. */
export function queryTerms(words: readonly QueryWord[], numbers: readonly QueryWord[]): QueryTerm[] {
	const accents = hasAccents(words);
	const whole = numbers.map((word) => singleTerm(word, 0, false, 1));
	const [only] = words;
	if (words.length === 1 && only) return whole.length > 0 ? whole : [singleTerm(only, 0, accents, 1)];
	const pairs = words.slice(1).map((second, place) => ({ first: words[place] ?? second, second, place }));
	const rated = pairs.map((pair) => ({ pair, common: commonness(pair.first) + commonness(pair.second) }));
	const chosen = rated
		.sort((a, b) => a.common - b.common || a.pair.place - b.pair.place)
		.slice(0, mostPairs)
		.map(({ pair }, rank) => ({ pair, rank }))
		.sort((a, b) => a.pair.place - b.pair.place);
	return [
		...whole,
		...chosen.map(({ pair: { first, second, place }, rank }) =>
			pairTerm(first, second, words[place + 2], place, rank, accents),
		),
	];
}

/** Words by themselves, for those that stand beside none of their neighbours anywhere. */
export function loneTerms(words: readonly QueryWord[], places: readonly number[]): QueryTerm[] {
	return places.flatMap((place) => {
		const word = words[place];
		return word ? singleTerm(word, place, hasAccents(words), loneWeight) : [];
	});
}

function hasAccents(words: readonly QueryWord[]): boolean {
	return words.some(({ folded, exact }) => folded !== exact);
}

function commonness({ folded }: QueryWord): number {
	return commonWords.has(folded) ? 1 : 0;
}

function singleTerm(word: QueryWord, place: number, accents: boolean, weight: number): QueryTerm {
	return {
		hash: hashOfSingle(hashText(word.folded)),
		kind: "single",
		spelling: accents ? shorten(hashOfSingle(hashText(word.exact))) : undefined,
		place,
		rank: 0,
		weight,
	};
}

function pairTerm(
	first: QueryWord,
	second: QueryWord,
	following: QueryWord | undefined,
	place: number,
	rank: number,
	accents: boolean,
): QueryTerm {
	return {
		...(following && { follower: followerOf(hashText(following.folded)) }),
		hash: hashOfPair(hashText(first.folded), hashText(second.folded)),
		kind: "pair",
		spelling: accents ? shorten(hashOfPair(hashText(first.exact), hashText(second.exact))) : undefined,
		place,
		rank,
		weight: 1,
	};
}

/** A filter counts nothing: it only tells which documents are wanted. */
export function filterTerm(kind: "province" | "committee", slug: string): QueryTerm {
	return {
		hash: hashOfFilter(kind, slug),
		kind: "filter",
		spelling: undefined,
		place: 0,
		rank: 0,
		weight: 0,
	};
}

function shorten(hash: number): number {
	return hash >>> (32 - spellingBits);
}
