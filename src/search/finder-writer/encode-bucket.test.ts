import fc from "fast-check";
import { expect, test } from "vitest";
import { findPostings } from "../finder/bucket.ts";
import { impactBits, mostPostings, spellingBits } from "../finder/format.ts";
import { hashOfSingle, hashText } from "../finder/hash.ts";
import { BucketEncoder } from "./encode-bucket.ts";
import type { RecordSpan } from "./posting-records.ts";
import { noWord, recordSize } from "./posting-records.ts";

const words = ["duong", "đương", "dưong2", "đường"];
const levels = 2 ** impactBits;

interface Written {
	readonly document: number;
	readonly level: number;
	readonly word: number;
}

/** The postings of a single word. */
function spanOf(written: readonly Written[]): RecordSpan {
	const records = Uint32Array.from(
		written.flatMap(({ document, level, word }) => [0, word, noWord, document * levels + level, 0]),
	);
	return { records, start: 0, end: written.length * recordSize };
}

function bucketOf(to: number, written: readonly Written[]): Uint8Array {
	return new BucketEncoder(words).encode(0, to, [
		{ kind: "single", fingerprint: 7, postings: spanOf(written) },
	]);
}

test("a bucket restores documents, levels and spellings", () => {
	const any = fc.record({ level: fc.nat(levels - 1), word: fc.nat(words.length - 1) });
	fc.assert(
		fc.property(fc.array(fc.option(any, { freq: 2 }), { maxLength: 300 }), (places) => {
			const written = places.flatMap((place, document) => (place ? [{ document, ...place }] : []));
			fc.pre(written.length > 0);
			const postings = findPostings(bucketOf(places.length, written), 7);
			expect(postings?.documents).toEqual(written.map(({ document }) => document));
			expect(postings?.levels).toEqual(written.map(({ level }) => level));
			// Of a single word even where it is written in one way alone, or in one article.
			expect(postings?.spellingOf.map((index) => postings.spellings[index])).toEqual(
				written.map(({ word }) => hashOfSingle(hashText(words[word] ?? "")) >>> (32 - spellingBits)),
			);
		}),
	);
});

test("a bucket with too many postings keeps the strongest and latest in full, and only the documents of the others", () => {
	const count = 2 * mostPostings;
	const written = Array.from({ length: count }, (_, document) => ({
		document,
		level: document % 10 === 0 ? 6 : document % 2 === 0 ? 4 : 2,
		word: 0,
	}));
	const postings = findPostings(bucketOf(count, written), 7);
	const byStrength = written.toSorted((a, b) => b.level - a.level || b.document - a.document);
	const documents = byStrength.map(({ document }) => document);
	const ascending = (a: number, b: number) => a - b;
	expect(postings?.frequency).toBe(count);
	expect(postings?.documents).toEqual(documents.slice(0, mostPostings).sort(ascending));
	expect(postings?.others).toEqual(documents.slice(mostPostings).sort(ascending));
});
