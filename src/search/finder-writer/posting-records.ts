/**
 * The writer's postings: records of five numbers in one long array, because there are millions. The numbers are a
 * term's hash, its first word, its second word, the document with its level, and the followers of a pair.
 */
import type { TermKind } from "../finder/format.ts";
import { impactBits } from "../finder/format.ts";

/** The number of numbers in a record. */
export const recordSize = 5;

/** Values of the second word for terms that are not pairs. */
export const noWord = 0xffffffff;
export const filterWord = 0xfffffffe;

/** Adjacent records in an array. */
export interface RecordSpan {
	readonly records: Uint32Array;
	/** Index of the first one's first number. */
	readonly start: number;
	/** Index after the last one's last number. */
	readonly end: number;
}

/** Packs a document's number and its level for a record. */
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

/** The level of impact of the term in the document. */
export function levelAt(records: Uint32Array, at: number): number {
	return (records[at + 3] ?? 0) & ((1 << impactBits) - 1);
}

/** The packed followers of a pair. */
export function followersAt(records: Uint32Array, at: number): number {
	return records[at + 4] ?? 0;
}

export function kindAt(records: Uint32Array, at: number): TermKind {
	const second = secondWordAt(records, at);
	return second === noWord ? "single" : second === filterWord ? "filter" : "pair";
}
