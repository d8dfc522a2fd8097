import fc from "fast-check";
import { expect, test } from "vitest";
import { Postings } from "./postings.ts";

const wordCount = 6;
/** A document: by word, its mask, and how many documents without any word come before it. */
const document = fc.record({
	gap: fc.oneof(fc.nat(3), fc.nat(100_000)),
	masks: fc.dictionary(
		fc.integer({ min: 0, max: wordCount - 1 }).map(String),
		fc.integer({ min: 1, max: 15 }),
	),
});
const batches = fc.array(fc.array(document, { minLength: 1, maxLength: 12 }), { maxLength: 12 });

function listsOf(postings: Postings): (readonly [document: number, mask: number])[][] {
	return Array.from({ length: wordCount }, (_, word) => {
		const list: (readonly [number, number])[] = [];
		postings.each(word, (document, mask) => list.push([document, mask]));
		return list;
	});
}

test("documents appended in any batches are in the lists of their words, also once all lists are one", () => {
	fc.assert(
		fc.property(batches, (given) => {
			const postings = new Postings();
			const expected: (readonly [number, number])[][] = Array.from({ length: wordCount }, () => []);
			let number = 0;
			let known = 0;
			for (const batch of given) {
				const documents = batch.map(({ gap, masks }) => {
					number += gap + 1;
					const own = Object.entries(masks).map(([word, mask]) => ({ word: Number(word), mask }));
					for (const { word, mask } of own) {
						expected[word]?.push([number, mask]);
						known = Math.max(known, word + 1);
					}
					return {
						document: number,
						words: Uint32Array.from(own, ({ word, mask }) => word * 16 + mask).sort(),
					};
				});
				postings.append(documents, known);
			}
			expect(listsOf(postings)).toEqual(expected);
			expect(listsOf(new Postings(postings.parts))).toEqual(expected);
			expect(listsOf(postings)).toEqual(expected);
		}),
		{ numRuns: 60 },
	);
});
