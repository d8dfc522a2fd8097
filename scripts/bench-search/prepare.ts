import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Progress } from "../../src/model/progress.ts";
import { type BenchArticle, benchArticles, benchOrigins } from "./articles.ts";
import { readPlainCorpus } from "./corpus.ts";
import type { Half } from "./halves.ts";
import { loneWords } from "./lone-words.ts";
import { createQuerySource, type QuerySets } from "./query-sets.ts";
import { strings } from "./strings.ts";
import { readTopicalQueries } from "./topical.ts";

export interface PrepareOptions {
	readonly articles: number;
	readonly seed: number;
	/** Of each class and half. */
	readonly queries: number;
	/** A file of JSON Lines; articles are made up where it is absent. */
	readonly corpus?: string;
	/** Exists or is made; what was made there with the same options is used again. */
	readonly directory: string;
	readonly progress: Progress;
}

/** The articles and queries that all engines get. */
export interface Prepared {
	/** Holds a file of JSON Lines (`BenchArticle`) for each month, oldest first in it. */
	readonly articlesDirectory: string;
	readonly sets: Readonly<Record<Half, QuerySets>>;
	/** A folder for everything that is made from these articles. */
	readonly directory: string;
	/** How many they are. */
	readonly articles: number;
}

/** Raised when the same options give other articles or queries. */
const version = 4;

/** Writes the articles to a file, so that what it takes to make them is no part of what engines are measured by. */
export async function prepare(options: PrepareOptions): Promise<Prepared> {
	const { articles, seed, queries, corpus, progress } = options;
	const name = `${articles}-${corpus === undefined ? "made" : "corpus"}-${seed}-${queries}-v${version}`;
	const directory = join(options.directory, name);
	const articlesDirectory = join(directory, "articles");
	const queriesFile = join(directory, "queries.json");
	const kept = await readFile(queriesFile, "utf8").catch(() => undefined);
	if (kept !== undefined)
		return { articlesDirectory, sets: JSON.parse(kept) as Prepared["sets"], directory, articles };

	await rm(articlesDirectory, { recursive: true, force: true });
	await mkdir(articlesDirectory, { recursive: true });
	const texts = corpus === undefined ? undefined : await readPlainCorpus(corpus);
	const topical = corpus === undefined ? [] : await readTopicalQueries(corpus);
	const wanted = new Set(topical.flatMap(({ relevant }) => relevant));
	const kind = { articles, seed, wanted, ...(texts === undefined ? {} : { corpus: texts }) };
	const source = createQuerySource(benchOrigins(kind), { seed, queries, topical });
	progress.start(strings.makingArticles, articles);
	let month = "";
	let lines: string[] = [];
	const writeMonth = () => writeFile(join(articlesDirectory, `${month}.jsonl`), lines.join(""));
	for (const article of benchArticles(kind)) {
		if (article.date.slice(0, 7) !== month) {
			if (lines.length > 0) await writeMonth();
			month = article.date.slice(0, 7);
			lines = [];
		}
		lines.push(`${JSON.stringify(source.take(article))}\n`);
		progress.advance();
	}
	await writeMonth();
	progress.start(strings.makingQueries, 0);
	const read = () => readArticles(articlesDirectory);
	const [parts, words] = [await source.finish(read()), await loneWords(read, { seed, queries })];
	const sets = {
		tuning: { ...parts.tuning, ...words.tuning },
		reporting: { ...parts.reporting, ...words.reporting },
	};
	await writeFile(queriesFile, JSON.stringify(sets, undefined, "\t"));
	progress.done();
	return { articlesDirectory, sets, directory, articles };
}

/** The articles that `prepare` wrote, oldest first, one at a time. @param covers whether a day's month is wanted */
export async function* readArticles(
	directory: string,
	covers: (day: string) => boolean = () => true,
): AsyncGenerator<BenchArticle> {
	for (const file of (await readdir(directory)).sort()) {
		if (!covers(`${file.slice(0, 7)}-01`)) continue;
		for await (const line of createInterface({ input: createReadStream(join(directory, file)) })) {
			yield JSON.parse(line) as BenchArticle;
		}
	}
}

/** The month of the newest article, as "2026-11". */
export async function newestMonth(directory: string): Promise<string> {
	return (await readdir(directory)).sort().at(-1)?.slice(0, 7) ?? "";
}
