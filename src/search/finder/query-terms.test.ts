import { expect, test } from "vitest";
import { planQuery, queryWords } from "./query-terms.ts";

test("of a long question the rarest words are looked up by themselves, those that are usual are not", () => {
	const words = queryWords("người dân gặt lúa giúp nhau trong mùa mưa bão của năm", new Map());
	const { more } = planQuery(words, []);
	const single = more.filter(({ kind }) => kind === "single").map(({ place }) => words[place]?.folded);
	expect(single.sort()).toEqual(["bao", "giup", "gat", "lua", "mua", "nhau"].sort());
});
