import { riceShift } from "../finder/bit-reader.ts";
import { fingerprintBits, impactBits, mostPostings, mostSpellings, spellingBits } from "../finder/format.ts";
import { BitWriter } from "./bit-writer.ts";

/** A posting: a document, how strongly it speaks of the term, and how it spells it. */
export interface Posting {
	readonly document: number;
	readonly level: number;
	/** Hash of the accented spelling. */
	readonly spelling: number;
}

/** A term of a bucket. */
export interface BucketTerm {
	readonly fingerprint: number;
	/** By document, ascending; every posting there is. */
	readonly postings: readonly Posting[];
}

/** What `findPostings` reads. @param range number of the documents, at least 1 @param terms by fingerprint, ascending */
export function encodeBucket(range: number, terms: readonly BucketTerm[]): Uint8Array {
	const writer = new BitWriter();
	writer.gamma(range);
	writer.gamma(terms.length + 1);
	const shift = riceShift(2 ** fingerprintBits, Math.max(1, terms.length));
	let before = -1;
	for (const { fingerprint, postings } of terms) {
		writer.rice(fingerprint - before - 1, shift);
		before = fingerprint;
		writePostings(writer, range, postings);
	}
	return writer.bytes();
}

function writePostings(writer: BitWriter, range: number, postings: readonly Posting[]): void {
	writer.gamma(postings.length);
	const spellings = spellingsOf(postings);
	if (postings.length > 1) {
		writer.bit(spellings.length > 0 ? 1 : 0);
		if (spellings.length > 0) {
			writer.gamma(spellings.length);
			for (const spelling of spellings) writer.bits(spelling, spellingBits);
		}
	}
	const stored = strongest(postings);
	const shift = riceShift(range, stored.length);
	let before = -1;
	for (const { document, level, spelling } of stored) {
		writer.rice(document - before - 1, shift);
		before = document;
		writer.bits(level, impactBits);
		if (spellings.length > 0) {
			const index = spellings.indexOf(spelling);
			writer.unary(index === -1 ? spellings.length : index);
		}
	}
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
