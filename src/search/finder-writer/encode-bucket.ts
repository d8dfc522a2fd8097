import { riceShift } from "../finder/bit-reader.ts";
import { type SharedContexts, sharedContexts } from "../finder/bucket.ts";
import { anyFollower, countFollowers, followerAt, followerBits, mostFollowers } from "../finder/followers.ts";
import type { TermKind } from "../finder/format.ts";
import { fingerprintBits, impactBits, mostPostings, mostSpellings, spellingBits } from "../finder/format.ts";
import { hashOfPair, hashOfSingle, hashText } from "../finder/hash.ts";
import { freshContexts } from "../finder/learnt.ts";
import { BitWriter } from "./bit-writer.ts";
import type { RecordSpan } from "./posting-records.ts";
import {
	documentAt,
	filterWord,
	firstWordAt,
	followersAt,
	levelAt,
	recordSize,
	secondWordAt,
} from "./posting-records.ts";

/** A term of a bucket. */
export interface BucketTerm {
	readonly kind: TermKind;
	readonly fingerprint: number;
	/** All postings, in ascending order of documents. */
	readonly postings: RecordSpan;
}

/** Encodes buckets, one after the other. */
export class BucketEncoder {
	readonly #writer = new BitWriter();
	/** Hashes of accented spellings, by the numbers of their words. */
	readonly #hashes: Uint32Array;
	/** How often each spelling occurs; reset to zeros between terms. */
	readonly #counts = new Uint32Array(2 ** spellingBits);
	/** The spelling of each posting of the term. */
	#spellings = new Uint16Array(1 << 10);

	/** @param words accented spellings by their numbers in records */
	constructor(words: readonly string[]) {
		this.#hashes = Uint32Array.from(words, hashText);
	}

	/**
	 * Encodes a bucket for `findPostings`.
	 *
	 * @param from the first document of postings
	 * @param to the document after the last of postings
	 * @param terms by fingerprint, ascending
	 */
	encode(from: number, to: number, terms: readonly BucketTerm[]): Uint8Array {
		const writer = this.#writer;
		writer.gamma(from + 1);
		writer.gamma(to - from + 1);
		writer.gamma(terms.length + 1);
		const shift = riceShift(2 ** fingerprintBits, Math.max(1, terms.length));
		const shared = sharedContexts();
		let before = -1;
		for (const term of terms) {
			writer.rice(term.fingerprint - before - 1, shift);
			before = term.fingerprint;
			this.#writeTerm(from, to, term, shared);
		}
		return writer.take();
	}

	#writeTerm(from: number, to: number, { kind, postings }: BucketTerm, shared: SharedContexts): void {
		const writer = this.#writer;
		const count = (postings.end - postings.start) / recordSize;
		writer.gamma(count);
		writer.bits(kind === "pair" ? 1 : 0, 1);
		if (kind !== "pair") writer.bits(kind === "filter" ? 1 : 0, 1);
		if (kind === "filter") {
			this.#writeDocuments(from, to, documentsOf(postings));
			return;
		}
		// Of a pair the phrase tells more than its accents do.
		const least = kind === "single" ? 1 : 2;
		const spellings = count >= least ? this.#spellingsOf(postings, least) : [];
		if (count >= least) {
			writer.bits(spellings.length > 0 ? 1 : 0, 1);
			if (spellings.length > 0) {
				writer.gamma(spellings.length);
				for (const spelling of spellings) writer.bits(spelling, spellingBits);
			}
		}
		this.#writePostings(from, to, kind, postings, spellings, shared);
	}

	#writeDocuments(from: number, to: number, documents: readonly number[]): void {
		const shift = riceShift(to - from, Math.max(1, documents.length));
		let before = from - 1;
		for (const document of documents) {
			this.#writer.rice(document - before - 1, shift);
			before = document;
		}
	}

	#writePostings(
		from: number,
		to: number,
		kind: TermKind,
		{ records, start, end }: RecordSpan,
		spellings: readonly number[],
		{ levels, counts }: SharedContexts,
	): void {
		const writer = this.#writer;
		const spellingContexts = freshContexts(mostSpellings);
		const followerContexts = freshContexts(2 ** followerBits);
		const count = (end - start) / recordSize;
		const { below, latest } = strongest({ records, start, end });
		const shift = riceShift(to - from, Math.min(count, mostPostings));
		const others: number[] = [];
		let before = from - 1;
		for (let at = start, place = 0; at < end; at += recordSize, place++) {
			const level = levelAt(records, at);
			const document = documentAt(records, at);
			if (level < below || (level === below && at < latest)) {
				others.push(document);
				continue;
			}
			writer.rice(document - before - 1, shift);
			before = document;
			const followers = followersAt(records, at);
			const told = kind === "pair" ? toldFollowers(followers) : 0;
			if (told > 0) writer.ones(counts, mostFollowers, told - 1);
			writer.choice(levels, told << impactBits, impactBits, level);
			if (spellings.length > 1) {
				const index = spellings.indexOf(this.#spellings[place] ?? 0);
				writer.ones(spellingContexts, spellings.length, index === -1 ? spellings.length : index);
			}
			for (let which = 0; which < told && told <= mostFollowers; which++)
				writer.choice(followerContexts, 0, followerBits, followerAt(followers, which));
		}
		this.#writeDocuments(from, to, others);
	}

	/** The most frequent accented spellings, most frequent first; empty if there are fewer. Fills `#spellings`. */
	#spellingsOf({ records, start, end }: RecordSpan, least: number): number[] {
		const count = (end - start) / recordSize;
		if (this.#spellings.length < count) this.#spellings = new Uint16Array(2 * count);
		const counts = this.#counts;
		const met: number[] = [];
		let first = -1;
		let second = -1;
		let spelling = 0;
		for (let at = start, place = 0; at < end; at += recordSize, place++) {
			// Most terms have one spelling, whose hash need not be computed again.
			if (first !== firstWordAt(records, at) || second !== secondWordAt(records, at)) {
				first = firstWordAt(records, at);
				second = secondWordAt(records, at);
				spelling = this.#spellingOf(first, second);
			}
			this.#spellings[place] = spelling;
			if (counts[spelling] === 0) met.push(spelling);
			counts[spelling] = (counts[spelling] ?? 0) + 1;
		}
		met.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
		for (const each of met) counts[each] = 0;
		return met.length < least ? [] : met.slice(0, mostSpellings);
	}

	#spellingOf(first: number, second: number): number {
		const hash = this.#hashes[first] ?? 0;
		const spelling = second >= filterWord ? hashOfSingle(hash) : hashOfPair(hash, this.#hashes[second] ?? 0);
		return spelling >>> (32 - spellingBits);
	}
}

/** The number of stored followers, or one more than the maximum for "any". */
function toldFollowers(followers: number): number {
	// A single word with the same hash as a pair has no known followers, so any may follow.
	return followers === 0 || followers === anyFollower ? mostFollowers + 1 : countFollowers(followers);
}

function documentsOf({ records, start, end }: RecordSpan): number[] {
	const documents: number[] = [];
	for (let at = start; at < end; at += recordSize) documents.push(documentAt(records, at));
	return documents;
}

/**
 * Which of too many postings are stored in full: those of a level above `below`, and those of that level from index
 * `latest` on.
 */
function strongest({ records, start, end }: RecordSpan): { below: number; latest: number } {
	let left = mostPostings - (end - start) / recordSize;
	if (left >= 0) return { below: 0, latest: start };
	const counts = new Uint32Array(2 ** impactBits);
	for (let at = start; at < end; at += recordSize) {
		const level = levelAt(records, at);
		counts[level] = (counts[level] ?? 0) + 1;
	}
	left = mostPostings;
	let below = counts.length - 1;
	for (; left > (counts[below] ?? 0); below--) left -= counts[below] ?? 0;
	let latest = end;
	while (left > 0) {
		latest -= recordSize;
		if (levelAt(records, latest) === below) left--;
	}
	return { below, latest };
}
