import fc from "fast-check";
import { expect, test } from "vitest";
import { withFollowers } from "../finder/followers.ts";
import { TermTable } from "./term-table.ts";

const added = fc.tuple(fc.integer({ min: 0, max: 0xffffffff }), fc.nat(9), fc.nat(9), fc.nat(6), fc.nat(255));

test("a table collects values by hash, in the order of the hashes' first use, and can be reused", () => {
	const table = new TermTable();
	fc.assert(
		fc.property(fc.array(added, { maxLength: 200 }), (terms) => {
			const expected = new Map<number, number[]>();
			for (const [hash, first, second, weight, followers] of terms) {
				const known = expected.get(hash) ?? [hash, first, second, 0, 0];
				expected.set(hash, [
					...known.slice(0, 3),
					(known[3] ?? 0) + weight,
					withFollowers(known[4] ?? 0, followers),
				]);
				table.add(hash, first, second, weight, followers);
			}
			expect(taken(table)).toEqual([...expected.values()]);
		}),
	);
});

test("a table holds the terms of a very long document", () => {
	const table = new TermTable();
	for (const weight of [1, 2])
		for (let hash = 0; hash < 30_000; hash++) table.add(hash, 1, 2, weight, weight);
	expect(taken(table)).toEqual(
		Array.from({ length: 30_000 }, (_, hash) => [hash, 1, 2, 3, withFollowers(1, 2)]),
	);
});

function taken(table: TermTable): number[][] {
	const terms: number[][] = [];
	table.takeAll((...term) => terms.push(term));
	return terms;
}
