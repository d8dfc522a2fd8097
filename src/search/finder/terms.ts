import type { Token } from "../../text/analyse.ts";
import { analyse } from "../../text/analyse.ts";

/** A short form that stands for some words: "ubnd" for "uy ban nhan dan". */
interface Abbreviation {
	readonly short: string;
	/** The folded words of the long form, at least two. */
	readonly words: readonly string[];
}

/** The abbreviations of an index, by the first word of what they stand for; of one first word the longest first. */
export type Abbreviations = ReadonlyMap<string, readonly Abbreviation[]>;

/** Words of a text that an abbreviation stands for. */
export interface Abbreviated {
	readonly short: string;
	/** Indices of tokens, the end excluded. */
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

/** Where the tokens spell out what has a short form; the longest at each place. */
export function findAbbreviated(tokens: readonly Token[], abbreviations: Abbreviations): Abbreviated[] {
	const found: Abbreviated[] = [];
	for (const [from, token] of tokens.entries()) {
		const match = abbreviations.get(token.folded)?.find(({ words }) => standsAt(tokens, from, words));
		if (match) found.push({ short: match.short, from, to: from + match.words.length });
	}
	return found;
}

function standsAt(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
	return words.every((word, offset) => {
		const token = tokens[from + offset];
		return token?.folded === word && !token.isWhole && (offset === 0 || token.followsOn);
	});
}
