import type { Token } from "../../text/analyse.ts";
import { analyse } from "../../text/analyse.ts";
import { followerOf } from "./followers.ts";
import { isForeign } from "./foreign-word.ts";
import type { TermKind } from "./format.ts";
import { hashOfFilter, spellingBits } from "./format.ts";
import { hashOfPair, hashOfSingle, hashText } from "./hash.ts";
import type { Rewritings } from "./rewritings.ts";
import { unitsOf, wordsOf } from "./rewritings.ts";
import type { RarityOf } from "./usual-words.ts";

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
	/** How much it counts beside the others. */
	readonly weight: number;
}

/** The words of a query, with what is meant in place of what is written otherwise. */
export function queryWords(text: string, rewritings: Rewritings): QueryWord[] {
	// A reader who pastes two sentences wants both, so that all words are neighbours.
	const tokens = wordsOf(text).map((token) => ({ ...token, followsOn: true }));
	const units = unitsOf(tokens, rewritings);
	// The accents of what is meant say nothing of the words that were typed without.
	const hasOwn = hasAccents(tokens) || units.every(({ isMeant }) => isMeant);
	return hasOwn ? units : units.map((unit) => ({ ...unit, exact: unit.folded }));
}

/** Document numbers in a query, whole. */
export function wholeNumbers(text: string): QueryWord[] {
	return analyse(text).filter((token) => token.isWhole);
}

/** So few pairs are looked up all at once; of more so many first, and so many in all. */
const fewPairs = 4;
const firstPairs = 5;
const mostPairs = 15;
/** Up to so many pairs every other one is looked up first, of more every third. */
const pairsByTwo = 6;
/** Of foreign words, of document numbers and of lone words so many are looked up by themselves. */
const mostSingles = 5;
/** A question of more words is a sentence: what most documents say of it they say in other words. */
export const fewWords = 5;
/**
 * Of such a one so many words are looked up by themselves, the rarest: more than is enough only of those that are not
 * usual. With all others 29 terms at most, of which each is a bit.
 */
const enoughWords = 6;
const mostWords = 9;
/** How seldom a foreign word is: more than any other. */
const foreign = 1e9;
/** What a document number counts as a whole, whose parts count beside it. */
const wholeWeight = 0.5;
/** What a word counts that stands in no pair of the query. */
const loneWeight = 0.5;

/** What a query is looked up by. */
export interface QueryPlan {
	/** What tells whether the whole query stands somewhere. */
	readonly first: readonly QueryTerm[];
	/** What else tells of what it is about. */
	readonly more: readonly QueryTerm[];
}

/** Pairs of neighbours, words which say much, and document numbers whole; of a query of one word, the word. */
export function planQuery(
	words: readonly QueryWord[],
	numbers: readonly QueryWord[],
	rarityOf: RarityOf,
): QueryPlan {
	const accents = hasAccents(words);
	const whole = numbers.slice(0, mostSingles).map((word) => singleTerm(word, 0, false, wholeWeight));
	if (words.length === 1) return { first: wordTerms(words, [0], 1), more: [] };
	const places = [...words.keys()].slice(0, -1);
	const rarity = (place: number) => rarityOf(words[place]?.folded);
	// Every other pair holds every word, and its follower tells of the pair between; with it every third is enough.
	const step = places.length <= fewPairs ? 1 : places.length <= pairsByTwo ? 2 : 3;
	const isFirst = (place: number) => place % step === 0 || place === places.length - 1;
	const byWorth = [...places].sort((a, b) => rarity(b) + rarity(b + 1) - rarity(a) - rarity(a + 1));
	const first = byWorth.filter(isFirst).slice(0, firstPairs);
	const more = byWorth.filter((place) => !first.includes(place)).slice(0, mostPairs - first.length);
	const termOf = (place: number) => pairTerm(words, place, accents);
	return {
		first: [...whole, ...first.map(termOf)],
		more: [...more.map(termOf), ...tellingWords(words, rarityOf)],
	};
}

/** The foreign words of a short question, the rarest of a longer one. */
function tellingWords(words: readonly QueryWord[], rarityOf: RarityOf): QueryTerm[] {
	const rarity = (place: number) => (isForeign(words[place]) ? foreign : rarityOf(words[place]?.folded));
	const rarest = [...words.keys()].sort((a, b) => rarity(b) - rarity(a));
	const countFrom = (least: number) => rarest.filter((place) => rarity(place) >= least).length;
	const count =
		words.length <= fewWords
			? Math.min(mostSingles, countFrom(foreign))
			: Math.min(mostWords, Math.max(enoughWords, countFrom(rarityOf(undefined))));
	return wordTerms(words, rarest.slice(0, count), 1);
}

/** Words by themselves, for those that stand beside none of their neighbours anywhere. */
export function loneTerms(words: readonly QueryWord[], places: readonly number[]): QueryTerm[] {
	return wordTerms(words, places.slice(0, mostSingles), loneWeight);
}

/** Words by themselves. */
export function wordTerms(
	words: readonly QueryWord[],
	places: readonly number[],
	weight: number,
): QueryTerm[] {
	const accents = hasAccents(words);
	return places.flatMap((place) => {
		const word = words[place];
		return word ? singleTerm(word, place, accents, weight) : [];
	});
}

export function hasAccents(words: readonly QueryWord[]): boolean {
	return words.some(({ folded, exact }) => folded !== exact);
}

function singleTerm(word: QueryWord, place: number, accents: boolean, weight: number): QueryTerm {
	return {
		hash: hashOfSingle(hashText(word.folded)),
		kind: "single",
		spelling: accents ? shorten(hashOfSingle(hashText(word.exact))) : undefined,
		place,
		weight,
	};
}

function pairTerm(words: readonly QueryWord[], place: number, accents: boolean): QueryTerm {
	const [first, second, following] = words.slice(place) as [QueryWord, QueryWord, QueryWord?];
	return {
		...(following && { follower: followerOf(hashText(following.folded)) }),
		hash: hashOfPair(hashText(first.folded), hashText(second.folded)),
		kind: "pair",
		spelling: accents ? shorten(hashOfPair(hashText(first.exact), hashText(second.exact))) : undefined,
		place,
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
		weight: 0,
	};
}

function shorten(hash: number): number {
	return hash >>> (32 - spellingBits);
}
