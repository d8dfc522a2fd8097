/** The format of the index, shared by writer and reader. It is described in docs/finder-index.md. */
import { checksum, hashOfSingle, hashText } from "./hash.ts";

/** Incremented with every change of the format of any file. */
export const formatVersion = 9;

/** The list of segments, which is read first. */
export const segmentListPath = "segments.json";

/**
 * A part of the archive with its own files. Its documents are numbered from 0, oldest first. A *numbering* is a hash of
 * the addresses of the first n documents. Each file carries the numbering of its documents, so that a file of another
 * state of the index is recognised.
 */
export interface Segment {
	/** Its folder: "closed", "2026", "2026-11". */
	readonly id: string;
	readonly documents: number;
	/** Each year with the number of its first document, oldest first. */
	readonly years: readonly (readonly [year: string, first: number])[];
	/** The sources of its postings. */
	readonly sources: readonly PostingSource[];
	/** Numberings of the files with shown fields: one for each, or one for all. */
	readonly shown: readonly number[];
	/** Only the segment of past years has one, or otherwise the oldest. */
	readonly dictionary?: Dictionary;
}

/** The frequent words and their neighbours. */
export interface Dictionary {
	readonly segment: string;
	readonly numbering: number;
	/** There are 2^bits files of neighbours. */
	readonly bits: number;
	/** Names of the files of words. */
	readonly shelves: readonly string[];
	/** The most common folded words, most common first, separated by spaces. */
	readonly usual: string;
}

/** A set of buckets, over which terms are distributed by hash. */
export interface PostingSource {
	/** Its folder in the segment. */
	readonly name: string;
	/** It has 2^bits buckets. */
	readonly bits: number;
	readonly holds: TermKind | "all";
	/** Numberings, whose number is a power of two. The first bits of the hash choose one. */
	readonly numberings: readonly number[];
}

/** A word, two adjacent words, or a filter that the document passes. */
export type TermKind = "single" | "pair" | "filter";

/** The list of the whole index. */
export interface SegmentList {
	readonly version: number;
	/** Oldest first. */
	readonly segments: readonly Segment[];
	/** Pairs of a meaning and a way to write it. */
	readonly rewritings: readonly (readonly [meant: string, written: string])[];
	/** The numbering of each file of labels, by the first letter of their words. */
	readonly labels: Readonly<Record<string, number>>;
}

/** The number of documents whose shown fields share a file. */
export const documentsPerFile = 4;

/** The most postings of a term that are stored in full: the strongest ones. Of others, only the document is stored. */
export const mostPostings = 6000;

/** The bits of the hash that distinguish the terms of a bucket, after those that choose the bucket. */
export const fingerprintBits = 16;
/** The bits that distinguish the accented spellings of a term. */
export const spellingBits = 12;
/**
 * The most spellings that are distinguished for a term; the others count as one. A vowel has up to eighteen: "bo" is
 * bo, bò, bó, bô, bồ, bơ, bờ and so on.
 */
export const mostSpellings = 20;

/** The number of bits of a level of impact. */
export const impactBits = 5;

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

/** The shelf of a folded word: its first letter. */
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

/** The content of the file that lists the segments: a checksum and the list. */
export function sealList(list: SegmentList): string {
	const text = JSON.stringify(list);
	return JSON.stringify([checksum(segmentListPath, new TextEncoder().encode(text)), list]);
}

/** The numbering that the file with the shown fields of a document carries. */
export function shownNumberingOf({ shown }: Segment, number: number): number {
	return shown[shown.length === 1 ? 0 : Math.floor(number / documentsPerFile)] ?? 0;
}

/** What results can be narrowed to, besides years. */
export type FilterKind = "province" | "committee" | "language";

/** The slug of the only foreign language. */
export const english = "en";

/** The hash under which the documents of a province, committee or foreign language are filed. */
export function hashOfFilter(kind: FilterKind, slug: string): number {
	return hashOfSingle(hashText(`${kind}:${slug}`));
}
