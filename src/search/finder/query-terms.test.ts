import { expect, test } from "vitest";
import { planQuery, queryWords } from "./query-terms.ts";

const usual = ["va", "cua", "trong", "duoc", "cho"];
const rarityOf = (word = "") => (usual.includes(word) ? usual.indexOf(word) : usual.length);

function lookedUpAlone(question: string): (string | undefined)[] {
	const words = queryWords(question, new Map());
	const { more } = planQuery(words, [], rarityOf);
	return more.filter(({ kind }) => kind === "single").map(({ place }) => words[place]?.folded);
}

test("of a long question six words are looked up by themselves, usual ones last", () => {
	const alone = lookedUpAlone("và của trong gặt lúa giúp mùa bão được cho");
	expect(alone.sort()).toEqual(["bao", "cho", "gat", "giup", "lua", "mua"]);
});

test("of a long question up to nine words are looked up by themselves that are not usual", () => {
	const alone = lookedUpAlone("và của trong gặt lúa giúp nhau mùa bão lũ tràn đồng xa được cho");
	expect(alone.sort()).toEqual(["bao", "dong", "gat", "giup", "lu", "lua", "mua", "nhau", "tran"]);
});
