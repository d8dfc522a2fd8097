import { wordKeys } from "../../text/word-keys.ts";

/** Beginnings of syllables that many people say alike, and so confuse in writing. */
const alikeBeginnings = ["ch tr", "s x", "d gi r", "l n"].map((group) => group.split(" "));

/** Words that may have been meant, the most frequent first, and what it counts that one stands among them. */
export interface PossibleWords {
	readonly words: readonly string[];
	readonly worth: number;
}

/** The words, as they are written, for which a folded word was most likely typed. */
export function likeliestWords(folded: string, lists: readonly PossibleWords[]): readonly string[] {
	const points = new Map<string, number>();
	for (const { words, worth } of lists)
		for (const [rank, word] of words.entries()) {
			const likeness = likenessOf(wordKeys(word).folded, folded);
			if (likeness > 0) points.set(word, (points.get(word) ?? 0) + worth * likeness * (1 - rank / 1000));
		}
	return [...points].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** How likely one folded word was typed for the other: 0 where they are the same or too different, at most 2. */
function likenessOf(one: string, other: string): number {
	const isHeardAlike = alikeBeginnings.some((group) =>
		group.some((own) =>
			group.some((alike) => own !== alike && one.startsWith(own) && other === alike + one.slice(own.length)),
		),
	);
	return isHeardAlike ? 2 : isOneSlipFrom(one, other) ? 1 : 0;
}

/** Whether one letter too many, too few, another or two exchanged make one folded word of the other. */
function isOneSlipFrom(one: string, other: string): boolean {
	if (one === other || Math.abs(one.length - other.length) > 1) return false;
	let start = 0;
	while (start < one.length && one[start] === other[start]) start++;
	let end = 0;
	while (
		end < Math.min(one.length, other.length) - start &&
		one[one.length - 1 - end] === other[other.length - 1 - end]
	)
		end++;
	const left = one.slice(start, one.length - end);
	const right = other.slice(start, other.length - end);
	if (left.length <= 1 && right.length <= 1) return true;
	return left.length === 2 && left[0] === right[1] && left[1] === right[0] && right.length === 2;
}
