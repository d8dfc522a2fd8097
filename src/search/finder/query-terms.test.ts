import { expect, test } from "vitest";
import { planQuery, queryWords } from "./query-terms.ts";

const usual = ["va", "cua", "trong", "duoc", "cho"];
const rarityOf = (word = "") => (usual.includes(word) ? usual.indexOf(word) : usual.length);

function lookedUpAlone(question: string): (string | undefined)[] {
	const words = queryWords(question, new Map());
	const { more } = planQuery(words, [], rarityOf);
	return more.filter(({ kind }) => kind === "single").map(({ place }) => words[place]?.folded);
}

test("six single words of a long query are looked up, common ones last", () => {
	const alone = lookedUpAlone("và của trong gặt lúa giúp mùa bão được cho");
	expect(alone.sort()).toEqual(["bao", "cho", "gat", "giup", "lua", "mua"]);
});

test("up to nine uncommon single words of a long query are looked up", () => {
	const alone = lookedUpAlone("và của trong gặt lúa giúp nhau mùa bão lũ tràn đồng xa được cho");
	expect(alone.sort()).toEqual(["bao", "dong", "gat", "giup", "lu", "lua", "mua", "nhau", "tran"]);
});
