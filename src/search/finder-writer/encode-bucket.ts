import { riceShift } from "../finder/bit-reader.ts";
import type { TermKind } from "../finder/format.ts";
import {
	fingerprintBits,
	followingBits,
	impactBits,
	mostFollowers,
	mostPostings,
	mostSpellings,
	spellingBits,
} from "../finder/format.ts";
import { BitWriter } from "./bit-writer.ts";

/** A posting: a document, how strongly it speaks of the term, and how it spells it. */
export interface Posting {
	readonly document: number;
	readonly level: number;
	/** Hash of the accented spelling. */
	readonly spelling: number;
	/** Of a pair: what follows it, a bit for each value of `followerOf`. */
	readonly followers: number;
}

/** A term of a bucket. */
export interface BucketTerm {
	readonly kind: TermKind;
	readonly fingerprint: number;
	/** By document, ascending; every posting there is. */
	readonly postings: readonly Posting[];
}

/**
 * What `findPostings` reads.
 *
 * @param from the first document that a posting may name
 * @param to the document after the last
 * @param terms by fingerprint, ascending
 */
export function encodeBucket(from: number, to: number, terms: readonly BucketTerm[]): Uint8Array {
	const writer = new BitWriter();
	writer.gamma(from + 1);
	writer.gamma(to - from + 1);
	writer.gamma(terms.length + 1);
	const shift = riceShift(2 ** fingerprintBits, Math.max(1, terms.length));
	let before = -1;
	for (const { fingerprint, kind, postings } of terms) {
		writer.rice(fingerprint - before - 1, shift);
		before = fingerprint;
		writePostings(writer, from, to, kind, postings);
	}
	return writer.bytes();
}

function writePostings(
	writer: BitWriter,
	from: number,
	to: number,
	kind: TermKind,
	postings: readonly Posting[],
): void {
	writer.gamma(postings.length);
	writer.bit(kind === "pair" ? 1 : 0);
	if (kind !== "pair") writer.bit(kind === "filter" ? 1 : 0);
	const spellings = kind === "filter" ? [] : spellingsOf(postings);
	if (postings.length > 1 && kind !== "filter") {
		writer.bit(spellings.length > 0 ? 1 : 0);
		if (spellings.length > 0) {
			writer.gamma(spellings.length);
			for (const spelling of spellings) writer.bits(spelling, spellingBits);
		}
	}
	const stored = kind === "filter" ? postings : strongest(postings);
	const shift = riceShift(to - from, stored.length);
	let before = from - 1;
	for (const { document, level, spelling, followers } of stored) {
		writer.rice(document - before - 1, shift);
		before = document;
		if (kind === "filter") continue;
		writer.bits(level, impactBits);
		if (spellings.length > 0) {
			const index = spellings.indexOf(spelling);
			writer.unary(index === -1 ? spellings.length : index);
		}
		if (kind === "pair") writeFollowers(writer, followers);
	}
}

function writeFollowers(writer: BitWriter, followers: number): void {
	let values = 0;
	for (let rest = followers; rest !== 0; rest &= rest - 1) values++;
	// None are known of a single word that the index cannot tell from the pair: anything may follow it.
	const count = values === 0 ? mostFollowers + 1 : Math.min(values, mostFollowers + 1);
	writer.unary(count - 1);
	if (count > mostFollowers) return;
	for (let rest = followers; rest !== 0; rest &= rest - 1)
		writer.bits(31 - Math.clz32(rest & -rest), followingBits);
}

/** The most frequent accented spellings, most frequent first; none where all are one. */
function spellingsOf(postings: readonly Posting[]): number[] {
	const counts = new Map<number, number>();
	for (const { spelling } of postings) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
	if (counts.size < 2) return [];
	const byCount = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b);
	return byCount.slice(0, mostSpellings).map(([spelling]) => spelling);
}

/** Of equally strong ones the latest. */
function strongest(postings: readonly Posting[]): readonly Posting[] {
	if (postings.length <= mostPostings) return postings;
	return [...postings]
		.sort((a, b) => b.level - a.level || b.document - a.document)
		.slice(0, mostPostings)
		.sort((a, b) => a.document - b.document);
}
