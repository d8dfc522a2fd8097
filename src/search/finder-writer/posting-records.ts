/**
 * Postings as the writer keeps them: five numbers each, in one long array, as there are millions. They are a term's
 * hash, the number of its first word, that of its second, the document with its level, and the followers of a pair.
 */
import type { TermKind } from "../finder/format.ts";
import { impactBits } from "../finder/format.ts";

/** Numbers of a record. */
export const recordSize = 5;

/** Stand for the second word where a term is no pair. */
export const noWord = 0xffffffff;
export const filterWord = 0xfffffffe;

/** Records that follow one another in an array. */
export interface RecordSpan {
	readonly records: Uint32Array;
	/** Index of the first one's first number. */
	readonly start: number;
	/** Index after the last one's last number. */
	readonly end: number;
}

/** A document's number with its level, as a record has them. */
export function postingOf(document: number, level: number): number {
	return (document << impactBits) | level;
}

export function hashAt(records: Uint32Array, at: number): number {
	return records[at] ?? 0;
}

export function firstWordAt(records: Uint32Array, at: number): number {
	return records[at + 1] ?? 0;
}

export function secondWordAt(records: Uint32Array, at: number): number {
	return records[at + 2] ?? 0;
}

export function documentAt(records: Uint32Array, at: number): number {
	return (records[at + 3] ?? 0) >>> impactBits;
}

/** How strongly the document speaks of the term. */
export function levelAt(records: Uint32Array, at: number): number {
	return (records[at + 3] ?? 0) & ((1 << impactBits) - 1);
}

/** What follows a pair, packed. */
export function followersAt(records: Uint32Array, at: number): number {
	return records[at + 4] ?? 0;
}

export function kindAt(records: Uint32Array, at: number): TermKind {
	const second = secondWordAt(records, at);
	return second === noWord ? "single" : second === filterWord ? "filter" : "pair";
}
