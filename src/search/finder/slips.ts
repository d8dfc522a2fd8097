import { fold } from "../../text/fold.ts";
import type { WordKeys } from "../../text/word-keys.ts";
import { wordKeys } from "../../text/word-keys.ts";
import { lettersAndTone, soundAlikes } from "./sounds.ts";

const keyRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** How likely each slip is, beside the likeliest. */
const chances = {
	heardAlike: 1,
	exchanged: 1,
	twice: 1,
	neighbour: 0.9,
	leftOut: 0.8,
	added: 0.4,
	other: 0.25,
	two: 0.1,
} as const;
/** The same for a word whose tone is missing as well, or is another, and for one whose letters are without their marks. */
const toneMissing = 0.5;
const otherTone = 0.2;
const withoutMarks = 0.3;
/** A shorter word with two slips could be any other. */
const shortestWithTwo = 5;
/** From here on a slip is one that fingers and ears make often. */
const often = 0.8;

/** Words that may have been meant, the most frequent first, and the weight of being among them. */
export interface PossibleWords {
	readonly words: readonly string[];
	readonly worth: number;
}

/** A word that may have been meant, as it is written, and how likely the slip is, from 0 to 1. */
export interface LikelyWord {
	readonly written: string;
	readonly likeness: number;
}

/**
 * The words for which a word was most likely typed, the likeliest first.
 *
 * @param hasAccents whether the query was typed with accents, so that what this word has of them tells something
 */
export function likeliestWords(
	typed: WordKeys,
	hasAccents: boolean,
	lists: readonly PossibleWords[],
): readonly LikelyWord[] {
	const found = new Map<string, { points: number; likeness: number }>();
	for (const { words, worth } of lists)
		for (const [rank, written] of words.entries()) {
			const likeness = likenessOf(wordKeys(written), typed, hasAccents);
			if (likeness === 0) continue;
			const before = found.get(written)?.points ?? 0;
			found.set(written, { points: before + worth * likeness * (1 - rank / 1000), likeness });
		}
	return [...found]
		.sort(([, a], [, b]) => b.points - a.points)
		.map(([written, { likeness }]) => ({ written, likeness }));
}

/** Whether a slip is one of those that are made often, with the accents as they should be. */
export function isUsualSlip({ likeness }: Pick<LikelyWord, "likeness">): boolean {
	return likeness >= often;
}

/** How likely one word was typed for the other: 0 where they are the same without accents, or too different. */
function likenessOf(meant: WordKeys, typed: WordKeys, hasAccents: boolean): number {
	if (meant.folded === typed.folded) return 0;
	const plain = chanceOf(meant.folded, typed.folded);
	if (!hasAccents) return plain;
	const [letters, tone] = lettersAndTone(meant.exact);
	const [lettersTyped, toneTyped] = lettersAndTone(typed.exact);
	const ofTone = tone === toneTyped ? 1 : toneTyped === "" ? toneMissing : otherTone;
	return Math.max(chanceOf(letters, lettersTyped) * ofTone, plain * withoutMarks);
}

/** How likely letters are typed for others: with another beginning that is said alike, or slips of a finger. */
function chanceOf(meant: string, typed: string): number {
	return soundAlikes(meant).includes(typed) ? chances.heardAlike : chanceOfKeys(meant, typed);
}

function chanceOfKeys(meant: string, typed: string): number {
	if (meant === typed || Math.abs(meant.length - typed.length) > 2) return 0;
	let start = 0;
	while (start < meant.length && meant[start] === typed[start]) start++;
	let end = 0;
	while (
		end < Math.min(meant.length, typed.length) - start &&
		meant[meant.length - 1 - end] === typed[typed.length - 1 - end]
	)
		end++;
	const left = meant.slice(start, meant.length - end);
	const right = typed.slice(start, typed.length - end);
	if (left === "" && right.length === 1)
		return right === typed[start - 1] || right === typed[start + 1] ? chances.twice : chances.added;
	if (right === "" && left.length === 1) return chances.leftOut;
	if (left.length === 1 && right.length === 1)
		return areNeighbours(fold(left), fold(right)) ? chances.neighbour : chances.other;
	const isExchanged = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
	if (isExchanged) return chances.exchanged;
	return typed.length >= shortestWithTwo && meant[0] === typed[0] && areTwoSlips(left, right)
		? chances.two
		: 0;
}

/** Whether two slips lead from one text to another. Both differ in their first and in their last letter. */
function areTwoSlips(one: string, other: string): boolean {
	return oneSlipBefore(one, other).some(([left, right]) => oneSlipBefore(left, right).some(isSame));
}

/** What is left of two texts that begin differently after each slip that may be the first. */
function oneSlipBefore(one: string, other: string): [string, string][] {
	const after = (most: number, more: number) => withoutStart(one.slice(most), other.slice(more));
	return [
		after(1, 1),
		after(1, 0),
		after(0, 1),
		...(one[0] === other[1] && one[1] === other[0] && one.length > 1 ? [after(2, 2)] : []),
	];
}

function withoutStart(one: string, other: string): [string, string] {
	let start = 0;
	while (start < one.length && one[start] === other[start]) start++;
	return [one.slice(start), other.slice(start)];
}

function isSame([one, other]: readonly [string, string]): boolean {
	return one === other;
}

/** Whether two keys are one, as of o and ô, or stand side by side. */
function areNeighbours(one: string, other: string): boolean {
	return one === other || neighboursOf(one).includes(other);
}

/** The keys on both sides of a letter's. */
export function neighboursOf(key: string): readonly string[] {
	const row = keyRows.find((keys) => keys.includes(key)) ?? "";
	const place = row.indexOf(key);
	return [row[place - 1], row[place + 1]].filter((beside) => beside !== undefined);
}
