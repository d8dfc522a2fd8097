import { describe, expect, test } from "vitest";
import { fold } from "../../src/text/index.ts";
import { type BenchArticle, benchArticles, benchOrigins } from "./articles.ts";
import { type Half, halves } from "./halves.ts";
import { createQuerySource, type PartSets } from "./query-sets.ts";

const count = 300;
const corpus = [...benchArticles({ articles: count, seed: 9 })].map(({ title, summary, text }, place) => ({
	id: `x:${place}`,
	title,
	summary,
	text,
}));
const topical = halves.map((half, number) => ({
	text: `Chủ đề ${half}`,
	relevant: [`x:${number}`, "x:absent"],
	half,
}));

async function make(seed: number, articlesWanted = count) {
	const kind = { articles: articlesWanted, seed, corpus };
	const source = createQuerySource(benchOrigins(kind), { seed, queries: 20, topical });
	const articles = [...benchArticles(kind)];
	const indexed = articles.map((article) => source.take(article));
	const sets = await source.finish(
		(async function* () {
			yield* indexed;
		})(),
	);
	return { articles, indexed, sets };
}

const made = await make(1);
const byAddress = new Map(made.indexed.map((article) => [article.address as string, article]));
const allText = ({ title, summary, text }: BenchArticle) => fold([title, summary, text].join("\n"));

function each(sets: Readonly<Record<Half, PartSets>>, name: keyof PartSets) {
	return halves.flatMap((half) => sets[half][name]);
}

describe("query sets", () => {
	test("are the same for the same seed, and different for another", async () => {
		expect((await make(1)).sets).toEqual(made.sets);
		expect((await make(2)).sets).not.toEqual(made.sets);
	});

	test("share no query between the halves", () => {
		for (const name of ["phrase", "held-out", "title", "topical"] as const) {
			const tuning = new Set(made.sets.tuning[name].map(({ text }) => text));
			expect(made.sets.tuning[name].length).toBeGreaterThan(0);
			expect(made.sets.reporting[name].filter(({ text }) => tuning.has(text))).toEqual([]);
		}
	});

	test("contain phrases that occur only in the article that is the answer", () => {
		const texts = made.indexed.map((article) => ({ address: article.address, folded: allText(article) }));
		for (const { text, relevant } of [...each(made.sets, "phrase"), ...each(made.sets, "deep")]) {
			const holders = texts.filter(({ folded }) => folded.includes(fold(text)));
			expect(holders.map(({ address }) => address)).toEqual(relevant);
		}
	});

	test("write the same phrases without accents, decomposed and in capitals", () => {
		const { phrase, ...others } = made.sets.reporting;
		for (const [place, { text, relevant }] of phrase.entries()) {
			expect(others["phrase-plain"][place]).toEqual({ text: fold(text), relevant });
			expect(others["phrase-nfd"][place]).toEqual({ text: text.normalize("NFD"), relevant });
			expect(others["phrase-capitals"][place]).toEqual({ text: text.toLocaleUpperCase("vi"), relevant });
		}
	});

	test("query held-out titles, whose articles are indexed without them", () => {
		const heldOut = each(made.sets, "held-out");
		expect(heldOut.length).toBeGreaterThan(10);
		for (const { text, relevant } of heldOut) {
			expect(byAddress.get(relevant[0] ?? "")?.title).toBe("");
			expect(made.articles.find(({ address }) => address === relevant[0])?.title).toBe(text);
		}
		expect(made.indexed.filter(({ title }) => title === "")).toHaveLength(heldOut.length);
	});

	test("hold out titles of altered copies too, and query only the original's", async () => {
		const { articles, indexed, sets } = await make(1, 4 * count);
		const queries = each(sets, "held-out");
		expect(queries.length).toBeGreaterThan(10);
		for (const { text, relevant } of queries) {
			const original = articles.find(({ title }) => title === text);
			expect(relevant).toEqual([original?.address]);
			const family = indexed.filter(({ corpusId }) => corpusId === original?.corpusId);
			expect(family.map(({ title }) => title)).toEqual(["", "", "", ""]);
		}
	});

	test("keep the titles of most generated articles", () => {
		const kind = { articles: count, seed: 1 };
		const source = createQuerySource(benchOrigins(kind), { seed: 1, queries: 20, topical: [] });
		const titleless = [...benchArticles(kind)].filter((article) => source.take(article).title === "");
		expect(titleless.length).toBeGreaterThan(10);
		expect(titleless.length).toBeLessThan(count / 5);
	});

	test("keep the titles of articles that answer topical queries, and only answers that are indexed", () => {
		for (const { relevant } of each(made.sets, "topical")) {
			expect(relevant).toHaveLength(1);
			expect(byAddress.get(relevant[0] ?? "")?.title).not.toBe("");
		}
	});

	test("come from all years alike", () => {
		const dates = made.sets.reporting.phrase.map(
			({ relevant }) => byAddress.get(relevant[0] ?? "")?.date.slice(0, 4) ?? "",
		);
		expect(dates.filter((year) => year < "2017").length).toBeGreaterThan(3);
		expect(dates.filter((year) => year >= "2017").length).toBeGreaterThan(3);
	});

	test("take deep phrases from the last third of the body", () => {
		for (const { text, relevant } of each(made.sets, "deep")) {
			const body = byAddress.get(relevant[0] ?? "")?.text ?? "";
			expect(body.lastIndexOf(text)).toBeGreaterThan(body.length * 0.6);
		}
	});
});
