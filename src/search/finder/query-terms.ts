import type { Token } from "../../text/analyse.ts";
import { analyse } from "../../text/analyse.ts";
import { followerOf } from "./followers.ts";
import { isForeign } from "./foreign-word.ts";
import type { FilterKind, TermKind } from "./format.ts";
import { hashOfFilter, spellingBits } from "./format.ts";
import { hashOfPair, hashOfSingle, hashText } from "./hash.ts";
import type { Rewritings } from "./rewritings.ts";
import { unitsOf, wordsOfQuery } from "./rewritings.ts";
import type { RarityOf } from "./usual-words.ts";

/** A word of a query, with the keys by which it is looked up. */
export type QueryWord = Pick<Token, "folded" | "exact">;

/** A term that is looked up in the index. */
export interface QueryTerm {
	readonly hash: number;
	readonly kind: TermKind;
	/** Hash of the accented spelling; undefined where the reader typed no accents, unless the query is this word. */
	readonly spelling: number | undefined;
	/** It is the whole query and was typed without accents: "cam" may mean "cấm" too, but after "cam". */
	readonly isPlain?: true;
	/** For a pair, the result of `followerOf` for the word that follows it in the query. */
	readonly follower?: number;
	/** Index of its first word in the query. */
	readonly place: number;
	/** Its weight among the terms. */
	readonly weight: number;
}

/** The words of a query after the rewritings, for example a short form in place of the full name. */
export function queryWords(text: string, rewritings: Rewritings): QueryWord[] {
	const tokens = wordsOfQuery(text);
	const units = unitsOf(tokens, rewritings);
	// Accents that come from a rewriting do not show that the reader types accents.
	const hasOwn = hasAccents(tokens) || units.every(({ isMeant }) => isMeant);
	return hasOwn ? units : units.map((unit) => ({ ...unit, exact: unit.folded }));
}

/** The range in a text of each of its `queryWords`. */
export function rangesOf(text: string, rewritings: Rewritings): { start: number; end: number }[] {
	const tokens = wordsOfQuery(text);
	return unitsOf(tokens, rewritings).map(({ from, to }) => ({
		start: tokens[from]?.start ?? 0,
		end: tokens[to - 1]?.end ?? 0,
	}));
}

/** Document numbers in a query, whole. */
export function wholeNumbers(text: string): QueryWord[] {
	return analyse(text).filter((token) => token.isWhole);
}

/**
 * Up to `fewPairs` pairs are looked up all at once. Of more, `firstPairs` come first, and at most `mostPairs` in all.
 */
const fewPairs = 4;
const firstPairs = 5;
const mostPairs = 15;
/** Up to this many pairs, every other one is looked up first; of more, every third. */
const pairsByTwo = 6;
/** The most foreign words, document numbers and lone words, each, that are looked up as single words. */
const mostSingles = 5;
/** A query of more words counts as a sentence, which most documents put in other words. */
export const fewWords = 5;
/**
 * Of a sentence, this many of the rarest words are looked up as single words. Between `enoughWords` and `mostWords`,
 * only uncommon words are added. With all others this makes at most 29 terms, as each needs a bit of a number.
 */
const enoughWords = 6;
const mostWords = 9;
/** The rarity of a foreign word: greater than any other. */
const foreign = 1e9;
/** The weight of a whole document number, whose parts count as well. */
const wholeWeight = 0.5;
/** The weight of a word that is in no pair of the query. */
const loneWeight = 0.5;

/** The terms of a query, in the order in which they are looked up. */
export interface QueryPlan {
	/** These show whether a document has the whole query. */
	readonly first: readonly QueryTerm[];
	/** The other terms. */
	readonly more: readonly QueryTerm[];
}

/**
 * Plans pairs of neighbours, distinctive words and whole document numbers. For a query of one word, it is that word.
 */
export function planQuery(
	words: readonly QueryWord[],
	numbers: readonly QueryWord[],
	rarityOf: RarityOf,
): QueryPlan {
	const accents = hasAccents(words);
	const whole = numbers.slice(0, mostSingles).map((word) => singleTerm(word, 0, false, wholeWeight));
	const [only] = words;
	if (only && words.length === 1) {
		const term = singleTerm(only, 0, true, 1);
		return { first: [accents ? term : { ...term, isPlain: true }], more: [] };
	}
	const places = [...words.keys()].slice(0, -1);
	const rarity = (place: number) => rarityOf(words[place]?.folded);
	// Every other pair already covers each word. As each pair's follower checks the next word too, every third can be
	// enough.
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

/** The foreign words and long numbers of a short question, the rarest words of a longer one. */
function tellingWords(words: readonly QueryWord[], rarityOf: RarityOf): QueryTerm[] {
	const isTelling = (word: QueryWord | undefined) => isForeign(word) || /^\d{5,}$/.test(word?.folded ?? "");
	const rarity = (place: number) => (isTelling(words[place]) ? foreign : rarityOf(words[place]?.folded));
	const rarest = [...words.keys()].sort((a, b) => rarity(b) - rarity(a));
	const countFrom = (least: number) => rarest.filter((place) => rarity(place) >= least).length;
	const count =
		words.length <= fewWords
			? Math.min(mostSingles, countFrom(foreign))
			: Math.min(mostWords, Math.max(enoughWords, countFrom(rarityOf(undefined))));
	return wordTerms(words, rarest.slice(0, count), 1);
}

/** Single words, for those that no text has beside one of their neighbours. */
export function loneTerms(words: readonly QueryWord[], places: readonly number[]): QueryTerm[] {
	return wordTerms(words, places.slice(0, mostSingles), loneWeight);
}

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

/** A filter has no weight: it only says which documents are wanted. */
export function filterTerm(kind: FilterKind, slug: string): QueryTerm {
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
