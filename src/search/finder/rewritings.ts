import type { Token } from "../../text/analyse.ts";
import { analyse } from "../../text/analyse.ts";
import type { WordKeys } from "../../text/word-keys.ts";

/** Words in a text and the words that they mean: "ủy ban nhân dân" means "ubnd", "daklak" means "đắk lắk". */
export interface Rewriting {
	readonly written: readonly WordKeys[];
	readonly meant: readonly WordKeys[];
}

/**
 * The rewritings of an index, by the first folded word of the written form. Of those with the same first word the
 * longest comes first.
 */
export type Rewritings = ReadonlyMap<string, readonly Rewriting[]>;

/** A word of a text, or the word that some words of it mean. */
export interface Unit extends WordKeys {
	readonly followsOn: boolean;
	readonly isMeant: boolean;
	/** Range of the tokens that it replaces; the end is excluded. */
	readonly from: number;
	readonly to: number;
}

/** @param pairs the meant form and the written form, as editors type them */
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

/** The words of a text. Document numbers come only in their parts, not whole. */
export function wordsOf(text: string): Token[] {
	return analyse(text).filter(({ isWhole }) => !isWhole);
}

/** The words of a query. A reader who pastes two sentences wants both, so all words count as neighbours. */
export function wordsOfQuery(text: string): Token[] {
	return wordsOf(text).map((token) => ({ ...token, followsOn: true }));
}

/** The words of a text with the meant form in place of each written form. Where several match, the longest is taken. */
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

/** The rewriting that applies from a word on. Its accents must be those of the words, or the words must have none. */
export function rewritingAt<One extends Pick<Rewriting, "written">>(
	tokens: readonly Pick<Token, "folded" | "exact" | "followsOn">[],
	from: number,
	candidates: readonly One[] = [],
): One | undefined {
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
