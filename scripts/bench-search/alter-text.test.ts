import { describe, expect, test } from "vitest";
import { generateText } from "../bench/generated-text.ts";
import { createRandom } from "../bench/random.ts";
import { createAlteration } from "./alter-text.ts";

const articles = Array.from({ length: 40 }, (_, place) => {
	const { title, summary, body } = generateText(5, place);
	return { title, summary, text: body };
});
const alter = createAlteration(articles);
const pairsOf = (text: string) => {
	const words = text.match(/\S+/g) ?? [];
	return words.slice(1).map((word, place) => `${words[place]} ${word}`);
};

describe("createAlteration", () => {
	test("makes the same copy for the same seed and another for another", () => {
		const [article] = articles;
		if (!article) throw new Error("No article");
		expect(alter(article, createRandom(1))).toEqual(alter(article, createRandom(1)));
		expect(alter(article, createRandom(1)).text).not.toBe(alter(article, createRandom(2)).text);
	});

	test("gives every copy a title of its own, and keeps its length and paragraphs", () => {
		for (const [place, article] of articles.entries()) {
			const copy = alter(article, createRandom(place));
			expect(copy.title).not.toBe(article.title);
			expect(copy.text.split("\n")).toHaveLength(article.text.split("\n").length);
			expect(copy.text.split(/\s+/)).toHaveLength(article.text.split(/\s+/).length);
		}
	});

	test("changes about a third of the words, mostly into pairs that occur in the corpus", () => {
		const known = new Set(
			articles.flatMap(({ title, summary, text }) => pairsOf(`${title}\n${summary}\n${text}`)),
		);
		let words = 0;
		let changed = 0;
		let pairs = 0;
		let unknown = 0;
		for (const [place, article] of articles.entries()) {
			const own = article.text.split(/\s+/);
			const copy = alter(article, createRandom(place));
			const altered = copy.text.split(/\s+/);
			words += own.length;
			changed += own.filter((word, at) => word !== altered[at]).length;
			const made = copy.text.split("\n").flatMap(pairsOf);
			pairs += made.length;
			unknown += made.filter((pair) => !known.has(pair)).length;
		}
		expect(changed / words).toBeGreaterThan(0.2);
		expect(changed / words).toBeLessThan(0.4);
		expect(unknown / pairs).toBeLessThan(0.12);
	});
});
