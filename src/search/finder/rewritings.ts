import type { Token } from "../../text/analyse.ts";
import { analyse } from "../../text/analyse.ts";
import type { WordKeys } from "../../text/word-keys.ts";

/** What is meant by words that are written otherwise: "ubnd" by "ủy ban nhân dân", "đắk lắk" by "daklak". */
export interface Rewriting {
	readonly written: readonly WordKeys[];
	readonly meant: readonly WordKeys[];
}

/** The rewritings of an index, by the first folded word of what is written; of one first word the longest first. */
export type Rewritings = ReadonlyMap<string, readonly Rewriting[]>;

/** A word of a text, or one that is meant by words of it. */
export interface Unit extends WordKeys {
	readonly followsOn: boolean;
	readonly isMeant: boolean;
	/** Indices of the tokens that it consists of, the end excluded. */
	readonly from: number;
	readonly to: number;
}

/** @param pairs what is meant and what is written for it, as editors write them */
export function readRewritings(pairs: readonly (readonly [meant: string, written: string])[]): Rewritings {
	const byFirstWord = new Map<string, Rewriting[]>();
	for (const [meant, written] of pairs) {
		const rewriting = { meant: wordsOf(meant), written: wordsOf(written) };
		const [first] = rewriting.written;
		if (first && rewriting.meant.length > 0)
			byFirstWord.set(first.folded, [...(byFirstWord.get(first.folded) ?? []), rewriting]);
	}
	for (const list of byFirstWord.values()) list.sort((a, b) => b.written.length - a.written.length);
	return byFirstWord;
}

/** The words of a text, numbers in their parts alone. */
export function wordsOf(text: string): Token[] {
	return analyse(text).filter(({ isWhole }) => !isWhole);
}

/** The words of a text with what is meant in place of what is written otherwise; of several at a place the longest. */
export function unitsOf(tokens: readonly Token[], rewritings: Rewritings): Unit[] {
	const units: Unit[] = [];
	let from = 0;
	for (let token = tokens[0]; token; token = tokens[from]) {
		const { folded, followsOn } = token;
		const match = rewritingAt(tokens, from, rewritings.get(folded));
		const to = from + (match?.written.length ?? 1);
		for (const [place, { folded, exact }] of (match?.meant ?? [token]).entries())
			units.push({ folded, exact, followsOn: place > 0 || followsOn, isMeant: !!match, from, to });
		from = to;
	}
	return units;
}

/** What is to be rewritten from a word on: its accents are those that were typed, or none were. */
export function rewritingAt(
	tokens: readonly Pick<Token, "folded" | "exact" | "followsOn">[],
	from: number,
	candidates: readonly Rewriting[] = [],
): Rewriting | undefined {
	return candidates.find(({ written }) =>
		written.every(({ folded, exact }, offset) => {
			const token = tokens[from + offset];
			return (
				token?.folded === folded &&
				(offset === 0 || token.followsOn) &&
				(token.exact === exact || token.exact === folded || exact === folded)
			);
		}),
	);
}
