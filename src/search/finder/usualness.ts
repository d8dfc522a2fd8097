import { documentsWith } from "./common-words.ts";
import type { FoundTerm } from "./look-up.ts";

/** A spelling that is so many times as usual as another was probably meant, where a usual slip leads to the other. */
export const manyTimes = 25;

/** Of the documents with a common word, one in so many has it beside another common word by chance. */
const byChance = 400;

/** What was found for a query, and for the query with another word at one place. */
interface Spellings {
	readonly typed: readonly FoundTerm[];
	readonly other: readonly FoundTerm[];
	readonly place: number;
	/** In how many documents the typed word is as it was typed. */
	readonly documents: number;
}

/**
 * How many times as usual the other word is as the typed one, at its place in the query: beside each of its neighbours,
 * or by itself.
 */
export function timesAsUsual({ typed, other, place, documents }: Spellings): number {
	return termsAt(typed, place).reduce((times, one) => {
		const { term } = one;
		const counterpart = other.find(({ term: { kind, place } }) => kind === term.kind && place === term.place);
		if (!counterpart) return times;
		const own = Math.min(documentsWith(one), documents);
		return (times * documentsWith(counterpart)) / Math.max(1, own, documents / byChance);
	}, 1);
}

/** The pairs that have the word at a place; that word itself if the query has no other. */
function termsAt(found: readonly FoundTerm[], place: number): FoundTerm[] {
	const pairs = found.filter(({ term }) => term.kind === "pair");
	return pairs.length > 0
		? pairs.filter(({ term }) => term.place === place || term.place === place - 1)
		: found.filter(({ term }) => term.place === place);
}
