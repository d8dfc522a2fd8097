import type { BitReader } from "./bit-reader.ts";
import { bitReader, riceShift } from "./bit-reader.ts";
import { FinderError } from "./finder.ts";
import { anyFollower, followerBits, mostFollowers } from "./followers.ts";
import type { TermKind } from "./format.ts";
import { fingerprintBits, impactBits, mostPostings, mostSpellings, spellingBits } from "./format.ts";
import { freshContexts } from "./learnt.ts";

/** Where a term stands: documents of a segment with how strongly each speaks of it. */
export interface Postings {
	/** In how many documents it stands. */
	readonly frequency: number;
	/** Ascending. */
	readonly documents: readonly number[];
	/** Levels of impact, by the same index; empty for filters. */
	readonly levels: readonly number[];
	/** Hashes of the accented spellings; empty where there is but one. */
	readonly spellings: readonly number[];
	/** For each posting its spelling's index, or their number for another; empty where there is but one. */
	readonly spellingOf: readonly number[];
	/** For each posting of a pair what follows it, packed; empty for singles. */
	readonly followers: readonly number[];
	/** Documents of which nothing else is told, ascending: those of a filter, and those that speak of a frequent term least. */
	readonly others: readonly number[];
}

/** What the terms of a bucket have in common: how levels are spread, by the number of followers, and those numbers. */
export interface SharedContexts {
	readonly levels: Uint16Array;
	readonly counts: Uint16Array;
}

export function sharedContexts(): SharedContexts {
	return { levels: freshContexts((mostFollowers + 2) << impactBits), counts: freshContexts(mostFollowers) };
}

/**
 * The postings of a term in a bucket; undefined where it stands in no document.
 *
 * @throws FinderError where the bucket makes no sense
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
	if (frequency > 1 && kind !== "filter" && reader.bits(1) === 1)
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
		if (spellings.length > 0) spellingOf.push(reader.ones(spellingContexts, spellings.length));
		if (count > 0) followers.push(readFollowers(reader, count, followerContexts));
	});
	const others = readDocuments(reader, from, range, frequency - told);
	return { frequency, documents, levels, spellings, spellingOf, followers, others };
}

/** @param readRest reads what is told of a document behind its number */
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
