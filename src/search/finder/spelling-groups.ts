import type { WordKeys } from "../../text/word-keys.ts";
import { wordsOf } from "./rewritings.ts";

/** Groups of equivalent spellings, by the first folded word of each; of those with one first word the longest first. */
export type SpellingGroups = ReadonlyMap<string, readonly SpellingOfGroup[]>;

export interface SpellingOfGroup {
	readonly written: readonly WordKeys[];
	/** All spellings of its group. */
	readonly group: readonly string[];
}

/** @param pairs the meant form and the written form, as editors type them */
export function readSpellingGroups(
	pairs: readonly (readonly [meant: string, written: string])[],
): SpellingGroups {
	const groups = new Map<string, string[]>();
	for (const [meant, written] of pairs) {
		const group = groups.get(meant);
		if (group) group.push(written);
		else groups.set(meant, [meant, written]);
	}
	const byFirstWord = new Map<string, SpellingOfGroup[]>();
	for (const group of groups.values())
		for (const spelling of group) {
			const written = wordsOf(spelling);
			const known = byFirstWord.get(written[0]?.folded ?? "") ?? [];
			known.push({ written, group });
			byFirstWord.set(written[0]?.folded ?? "", known);
		}
	for (const list of byFirstWord.values()) list.sort((a, b) => b.written.length - a.written.length);
	return byFirstWord;
}
