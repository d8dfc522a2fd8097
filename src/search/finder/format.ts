/** What the writer and the reader of the index agree on: docs/finder-index.md, in code. */
import { checksum, hashOfSingle, hashText } from "./hash.ts";

/** Counted up with every change to the bytes of any file. */
export const formatVersion = 7;

/** The list of segments, the first file to be read. */
export const segmentListPath = "segments.json";

/**
 * A part of the archive with files of its own. Its documents are numbered from 0, oldest first. A *numbering* is a hash
 * of the addresses of the first so many of them; each file carries that of the documents that it speaks of, so that a
 * file of another state of the index is not taken for one of this.
 */
export interface Segment {
	/** Its folder: "closed", "2026", "2026-11". */
	readonly id: string;
	readonly documents: number;
	/** Each year with the number of its first document, oldest first. */
	readonly years: readonly (readonly [year: string, first: number])[];
	/** Where its postings lie. */
	readonly sources: readonly PostingSource[];
	/** Of the files with shown fields: one for each, or one for all. */
	readonly shown: readonly number[];
	/** Only the segment of the closed years has one, or the oldest there is. */
	readonly dictionary?: Dictionary;
}

/** The frequent words and their neighbours. */
export interface Dictionary {
	readonly segment: string;
	readonly numbering: number;
	/** Two to the power of this are the files of neighbours. */
	readonly bits: number;
	/** Names of the files of words. */
	readonly shelves: readonly string[];
	/** The folded words that most documents have, the most usual first, parted by spaces. */
	readonly usual: string;
}

/** A set of buckets, over which terms are spread by their hash. */
export interface PostingSource {
	/** Its folder in the segment. */
	readonly name: string;
	/** Two to the power of this are its buckets. */
	readonly bits: number;
	readonly holds: TermKind | "all";
	/** A power of two of numberings, chosen among by the first bits of the hash. */
	readonly numberings: readonly number[];
}

/** A word, two neighbours, or a province or committee of the document. */
export type TermKind = "single" | "pair" | "filter";

/** Of the whole index. */
export interface SegmentList {
	readonly version: number;
	/** Oldest first. */
	readonly segments: readonly Segment[];
	/** Pairs of what is meant and what is written for it. */
	readonly rewritings: readonly (readonly [meant: string, written: string])[];
	/** Of each file of labels, by the first letter of their words. */
	readonly labels: Readonly<Record<string, number>>;
}

/** Documents whose shown fields share a file. */
export const documentsPerFile = 4;

/** Of a frequent term only so many of the strongest postings are told in full; of the others the document. */
export const mostPostings = 6000;

/** Bits that tell the terms of a bucket apart, after those that chose the bucket. */
export const fingerprintBits = 16;
/** Bits that tell the accented spellings of a term apart. */
export const spellingBits = 12;
/**
 * Spellings that are told apart for a term; the others count as one more. A vowel has up to eighteen: "bo" is bo, bò,
 * bó, bô, bồ, bơ, bờ and so on.
 */
export const mostSpellings = 20;

/** Levels of impact, as bits. */
export const impactBits = 4;

/** The file of a bucket, in folders of at most 256. */
export function bucketPath(segment: string, source: PostingSource, hash: number): string {
	const digits = Math.max(1, Math.ceil(source.bits / 4));
	const bucket = bucketOf(hash, source.bits).toString(16).padStart(digits, "0");
	const folder = bucket.slice(0, -2);
	return `${segment}/${source.name}/${folder === "" ? "" : `${folder}/`}${bucket.slice(-2)}.bin`;
}

export function bucketOf(hash: number, bits: number): number {
	return bits === 0 ? 0 : hash >>> (32 - bits);
}

export function fingerprintOf(hash: number, bits: number): number {
	return (bits === 32 ? 0 : hash << bits) >>> (32 - fingerprintBits);
}

/** The numbering that the file of a term's bucket carries. */
export function numberingOf({ numberings }: PostingSource, hash: number): number {
	return numberings[bucketOf(hash, 31 - Math.clz32(numberings.length))] ?? 0;
}

/** The file of frequent words that share a beginning. */
export function wordsPath(segment: string, shelf: string): string {
	return `${segment}/words/${shelf}.bin`;
}

/** The shelf on which a folded word stands; its first letter. */
export function wordsShelf(folded: string): string {
	const letter = folded.charAt(0);
	return /[a-z]/.test(letter) ? letter : "other";
}

/** The file of tags, committees and authors with a word of a first letter. */
export function labelsPath(shelf: string): string {
	return `labels/${shelf}.bin`;
}

/** The file of neighbours in a bucket of words. */
export function neighboursPath(segment: string, bucket: number): string {
	return `${segment}/neighbours/${bucket.toString(16).padStart(3, "0")}.bin`;
}

/** The file with the shown fields of a document. */
export function shownPath(segment: string, number: number): string {
	return `${segment}/shown/${Math.floor(number / documentsPerFile)}.bin`;
}

/** The list of segments as it stands in its file: beside its checksum. */
export function sealList(list: SegmentList): string {
	const text = JSON.stringify(list);
	return JSON.stringify([checksum(segmentListPath, new TextEncoder().encode(text)), list]);
}

/** The numbering that the file with the shown fields of a document carries. */
export function shownNumberingOf({ shown }: Segment, number: number): number {
	return shown[shown.length === 1 ? 0 : Math.floor(number / documentsPerFile)] ?? 0;
}

/** What documents of a province or committee are filed under. */
export function hashOfFilter(kind: "province" | "committee", slug: string): number {
	return hashOfSingle(hashText(`${kind}:${slug}`));
}
