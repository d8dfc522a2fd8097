import { expect, test } from "vitest";
import { analyse, fold } from "../../src/text/index.ts";
import { benchArticles } from "./articles.ts";
import { halves } from "./halves.ts";
import { loneWords } from "./lone-words.ts";

const articles = [...benchArticles({ articles: 60, seed: 3 })].map((article, number) =>
	number % 9 === 0 ? { ...article, title: `Giải marathon ${article.title}` } : article,
);
const sets = await loneWords(
	async function* () {
		yield* articles;
	},
	{ seed: 1, queries: 5 },
);

test("words with accents are in all of their right articles, and in no other", () => {
	const asked = halves.flatMap((half) => sets[half].word);
	expect(asked.length).toBeGreaterThan(3);
	for (const { text, relevant } of asked) {
		const [key] = analyse(text);
		const holders = articles.filter(({ title, summary, text, author, committee, province, tags }) =>
			[title, summary, text, author, committee.name, province?.name ?? "", ...tags].some((part) =>
				analyse(part).some(({ exact }) => exact === key?.exact),
			),
		);
		expect(holders.map(({ address }) => address)).toEqual(relevant);
	}
});

test("foreign words are right where the title has them; joined ones have neither accents nor spaces", () => {
	const foreign = halves.flatMap((half) => sets[half].foreign);
	expect(foreign.find(({ text }) => text === "marathon")?.relevant).toHaveLength(7);
	for (const { text, relevant } of halves.flatMap((half) => sets[half].joined)) {
		expect(text).toBe(fold(text).replaceAll(" ", ""));
		expect(relevant.length).toBeGreaterThan(0);
	}
});
