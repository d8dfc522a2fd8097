import fc from "fast-check";
import { expect, test } from "vitest";
import { findPostings } from "./bucket.ts";
import { FinderError } from "./finder.ts";

test("arbitrary bytes give postings or an error with a message, in finite time", () => {
	let refused = 0;
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(2 ** 16 - 1), (bytes, fingerprint) => {
			try {
				const postings = findPostings(bytes, fingerprint);
				expect(postings?.documents.length ?? 0).toBeLessThanOrEqual(postings?.frequency ?? 0);
			} catch (error) {
				expect(error).toBeInstanceOf(FinderError);
				refused++;
			}
		}),
		{ numRuns: 2000 },
	);
	expect(refused).toBeGreaterThan(0);
});
