import { expect, test } from "vitest";
import { planQuery, queryWords } from "./query-terms.ts";

const usual = ["va", "cua", "trong", "duoc", "cho"];
const rarityOf = (word = "") => (usual.includes(word) ? usual.indexOf(word) : usual.length);

test("of a long question six words are looked up by themselves, and none that is usual", () => {
	const words = queryWords("và của trong gặt lúa giúp nhau mùa bão được cho", new Map());
	const { more } = planQuery(words, [], rarityOf);
	const single = more.filter(({ kind }) => kind === "single").map(({ place }) => words[place]?.folded);
	expect(single.sort()).toEqual(["bao", "gat", "giup", "lua", "mua", "nhau"]);
});
