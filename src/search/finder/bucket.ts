import type { BitReader } from "./bit-reader.ts";
import { bitReader, riceShift } from "./bit-reader.ts";
import { FinderError } from "./finder.ts";
import { anyFollower, followerBits, mostFollowers } from "./followers.ts";
import type { TermKind } from "./format.ts";
import { fingerprintBits, impactBits, mostPostings, mostSpellings, spellingBits } from "./format.ts";
import { freshContexts } from "./learnt.ts";

/** The postings of a term: documents of a segment with the impact of each. */
export interface Postings {
	/** The number of documents with the term. */
	readonly frequency: number;
	/** Ascending. */
	readonly documents: readonly number[];
	/** Levels of impact, by the same index; empty for filters. */
	readonly levels: readonly number[];
	/** Hashes of the accented spellings; empty if there is only one. */
	readonly spellings: readonly number[];
	/** For each posting its spelling's index, or the number of spellings for any other. Empty if there is only one. */
	readonly spellingOf: readonly number[];
	/** For each posting of a pair, its packed followers; empty for singles. */
	readonly followers: readonly number[];
	/**
	 * Documents without further data, ascending: those of a filter, and those with the least impact of a frequent term.
	 */
	readonly others: readonly number[];
}

/** Contexts that the terms of a bucket share: for levels (by number of followers), and for these numbers. */
export interface SharedContexts {
	readonly levels: Uint16Array;
	readonly counts: Uint16Array;
}

export function sharedContexts(): SharedContexts {
	return { levels: freshContexts((mostFollowers + 2) << impactBits), counts: freshContexts(mostFollowers) };
}

/**
 * The postings of a term in a bucket; undefined if no document has it.
 *
 * @throws FinderError if the bucket is malformed
 */
export function findPostings(bucket: Uint8Array, fingerprint: number): Postings | undefined {
	const reader = bitReader(bucket);
	const from = reader.gamma() - 1;
	const range = reader.gamma() - 1;
	const terms = reader.gamma() - 1;
	const shift = riceShift(2 ** fingerprintBits, Math.max(1, terms));
	const shared = sharedContexts();
	let current = -1;
	for (let term = 0; term < terms; term++) {
		current += 1 + reader.rice(shift);
		if (current > fingerprint) return undefined;
		const postings = readPostings(reader, from, range, shared);
		if (current === fingerprint) return postings;
	}
	return undefined;
}

function readPostings(
	reader: BitReader,
	from: number,
	range: number,
	{ levels: levelContexts, counts }: SharedContexts,
): Postings {
	const frequency = reader.gamma();
	const kind = readKind(reader);
	const spellings: number[] = [];
	if ((frequency > 1 || kind === "single") && kind !== "filter" && reader.bits(1) === 1)
		for (let count = reader.gamma(); count > 0; count--) spellings.push(reader.bits(spellingBits));
	const levels: number[] = [];
	const spellingOf: number[] = [];
	const followers: number[] = [];
	const spellingContexts = freshContexts(mostSpellings);
	const followerContexts = freshContexts(2 ** followerBits);
	const told = kind === "filter" ? 0 : Math.min(frequency, mostPostings);
	const documents = readDocuments(reader, from, range, told, () => {
		const count = kind === "pair" ? reader.ones(counts, mostFollowers) + 1 : 0;
		levels.push(reader.choice(levelContexts, count << impactBits, impactBits));
		if (spellings.length > 0)
			spellingOf.push(spellings.length > 1 ? reader.ones(spellingContexts, spellings.length) : 0);
		if (count > 0) followers.push(readFollowers(reader, count, followerContexts));
	});
	const others = readDocuments(reader, from, range, frequency - told);
	return { frequency, documents, levels, spellings, spellingOf, followers, others };
}

/** @param readRest reads the data after a document's number */
function readDocuments(
	reader: BitReader,
	from: number,
	range: number,
	count: number,
	readRest?: () => void,
): number[] {
	const shift = riceShift(range, Math.max(1, count));
	const documents: number[] = [];
	let document = from - 1;
	while (documents.length < count) {
		document += 1 + reader.rice(shift);
		if (document >= from + range) throw new FinderError("No such document");
		documents.push(document);
		readRest?.();
	}
	return documents;
}

function readKind(reader: BitReader): TermKind {
	if (reader.bits(1) === 1) return "pair";
	return reader.bits(1) === 1 ? "filter" : "single";
}

function readFollowers(reader: BitReader, count: number, contexts: Uint16Array): number {
	if (count > mostFollowers) return anyFollower;
	let followers = 0;
	for (let place = 0; place < count; place++)
		followers |= reader.choice(contexts, 0, followerBits) << (place * followerBits);
	return followers >>> 0;
}
