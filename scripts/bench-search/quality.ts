import type { BenchQuery } from "./query-sets.ts";

/** Addresses of what an engine finds, best first; the first ten count. */
export type Search = (text: string) => Promise<readonly string[]>;

/** How well an engine answers the queries of one class: shares from 0 to 1. */
export interface Quality {
	readonly queries: number;
	/** Queries with a right article in the first place. */
	readonly atOne: number;
	/** Queries with a right article among the first ten. */
	readonly atTen: number;
	/** Mean of one over the place of the first right article, 0 where it is not among the first ten. */
	readonly reciprocalRank: number;
	/** Mean share of a query's right articles among the first ten; of more than ten, of as many as there is room for. */
	readonly recallAtTen: number;
}

const considered = 10;

/** Asks every query, one after the other. */
export async function measureQuality(
	queries: readonly BenchQuery[],
	search: Search,
	asked: () => void = () => {},
): Promise<Quality> {
	let atOne = 0;
	let atTen = 0;
	let reciprocalRank = 0;
	let recallAtTen = 0;
	for (const { text, relevant } of queries) {
		const found = (await search(text)).slice(0, considered);
		const rank = found.findIndex((address) => relevant.includes(address)) + 1;
		if (rank === 1) atOne++;
		if (rank > 0) {
			atTen++;
			reciprocalRank += 1 / rank;
		}
		recallAtTen +=
			relevant.filter((address) => found.includes(address)).length / Math.min(relevant.length, considered);
		asked();
	}
	const share = (sum: number) => (queries.length === 0 ? 0 : sum / queries.length);
	return {
		queries: queries.length,
		atOne: share(atOne),
		atTen: share(atTen),
		reciprocalRank: share(reciprocalRank),
		recallAtTen: share(recallAtTen),
	};
}
