import { describe, expect, test } from "vitest";
import { generateText } from "../bench/generated-text.ts";
import { benchArticles, benchOrigins } from "./articles.ts";

const corpus = ["x:1", "x:2", "x:3", "x:4"].map((id, place) => {
	const { title, summary, body } = generateText(2, place);
	return { id, title, summary, text: body };
});

describe("benchArticles", () => {
	test("are the same for the same seed, oldest first, each with an address of its own", () => {
		const articles = [...benchArticles({ articles: 50, seed: 3 })];
		expect([...benchArticles({ articles: 50, seed: 3 })]).toEqual(articles);
		expect(articles.map(({ date }) => date)).toEqual(articles.map(({ date }) => date).sort());
		expect(new Set(articles.map(({ address }) => address)).size).toBe(50);
	});

	test("consist of plain text without Markdown", () => {
		for (const { text } of benchArticles({ articles: 20, seed: 3 }))
			expect(text).not.toMatch(/\*\*|^##? |^> /m);
	});

	test("use each article of a corpus once, then altered copies", () => {
		const articles = [...benchArticles({ articles: 9, seed: 1, corpus })];
		const originals = articles.filter(({ isCopy }) => !isCopy);
		expect(originals.map(({ corpusId }) => corpusId).sort()).toEqual(corpus.map(({ id }) => id).sort());
		expect(benchOrigins({ articles: 9, seed: 1, corpus })).toEqual(
			articles.map(({ corpusId, isCopy }) => ({ corpusId, isCopy })),
		);
		for (const { isCopy, text, corpusId } of articles) {
			const source = corpus.find(({ id }) => id === corpusId);
			expect(source).toBeDefined();
			if (isCopy) expect(corpus.map((each) => each.text)).not.toContain(text);
			else expect(text).toBe(source?.text);
		}
	});

	test("include the required ones first if there is no room for all", () => {
		const wanted = new Set(["x:3"]);
		for (let seed = 0; seed < 10; seed++) {
			const taken = [...benchArticles({ articles: 2, seed, corpus, wanted })].map(({ corpusId }) => corpusId);
			expect(taken).toContain("x:3");
		}
	});
});
