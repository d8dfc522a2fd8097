import type { Token } from "../../text/analyse.ts";
import { analyse } from "../../text/analyse.ts";

/** A short form that stands for some words: "ubnd" for "uy ban nhan dan". */
export interface Abbreviation {
	readonly short: string;
	/** The folded words of the long form, at least two. */
	readonly words: readonly string[];
}

/** The abbreviations of an index, by the first word of what they stand for; of one first word the longest first. */
export type Abbreviations = ReadonlyMap<string, readonly Abbreviation[]>;

/** A word of a text, or several that have a short form and count as that. */
export interface Unit {
	readonly folded: string;
	readonly exact: string;
	readonly followsOn: boolean;
	/** Indices of the tokens that it consists of, the end excluded. */
	readonly from: number;
	readonly to: number;
}

/** @param pairs a short form and what it stands for, as an editor writes them */
export function readAbbreviations(pairs: readonly (readonly [short: string, long: string])[]): Abbreviations {
	const byFirstWord = new Map<string, Abbreviation[]>();
	for (const [shortForm, longForm] of pairs) {
		const short = analyse(shortForm).find((token) => !token.isWhole)?.folded;
		const words = analyse(longForm).flatMap((token) => (token.isWhole ? [] : token.folded));
		const [first] = words;
		if (short === undefined || first === undefined || words.length < 2) continue;
		const others = byFirstWord.get(first);
		if (others) others.push({ short, words });
		else byFirstWord.set(first, [{ short, words }]);
	}
	for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
	return byFirstWord;
}

/** The words of a text with what is spelt out taken for its short form; of several forms at a place the longest. */
export function unitsOf(tokens: readonly Token[], abbreviations: Abbreviations): Unit[] {
	const units: Unit[] = [];
	let from = 0;
	for (let token = tokens[0]; token; token = tokens[from]) {
		const { folded, exact, followsOn } = token;
		const match = shortFormAt(tokens, from, abbreviations.get(folded));
		const to = from + (match?.words.length ?? 1);
		units.push({ folded: match?.short ?? folded, exact: match?.short ?? exact, followsOn, from, to });
		from = to;
	}
	return units;
}

/** The short form of what is spelt out from a word on. @param candidates those whose long form begins with it */
export function shortFormAt(
	tokens: readonly Pick<Token, "folded" | "followsOn">[],
	from: number,
	candidates: readonly Abbreviation[] = [],
): Abbreviation | undefined {
	return candidates.find(({ words }) =>
		words.every((word, offset) => {
			const token = tokens[from + offset];
			return token?.folded === word && (offset === 0 || token.followsOn);
		}),
	);
}
