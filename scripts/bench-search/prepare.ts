import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Progress } from "../../src/model/progress.ts";
import { type BenchArticle, benchArticles } from "./articles.ts";
import { readPlainCorpus } from "./corpus.ts";
import { createQuerySource, type Half, type QuerySets } from "./query-sets.ts";
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

/** What all engines index, and what they are asked. */
export interface Prepared {
	/** JSON Lines of `BenchArticle`, oldest first. */
	readonly articlesFile: string;
	readonly sets: Readonly<Record<Half, QuerySets>>;
	/** A folder for what is made of these articles. */
	readonly directory: string;
}

/** Raised when the same options give other articles or queries. */
const version = 1;

/** Writes the articles to a file, so that what it takes to make them is no part of what engines are measured by. */
export async function prepare(options: PrepareOptions): Promise<Prepared> {
	const { articles, seed, queries, corpus, progress } = options;
	const name = `${articles}-${corpus === undefined ? "made" : "corpus"}-${seed}-${queries}-v${version}`;
	const directory = join(options.directory, name);
	const articlesFile = join(directory, "articles.jsonl");
	const queriesFile = join(directory, "queries.json");
	const kept = await readFile(queriesFile, "utf8").catch(() => undefined);
	if (kept !== undefined) return { articlesFile, sets: JSON.parse(kept) as Prepared["sets"], directory };

	await mkdir(directory, { recursive: true });
	const texts = corpus === undefined ? undefined : await readPlainCorpus(corpus);
	const topical = corpus === undefined ? [] : await readTopicalQueries(corpus);
	const source = createQuerySource(articles, {
		seed,
		queries,
		topical,
		originals: Math.min(articles, texts?.length ?? articles),
	});
	progress.start(strings.makingArticles, articles);
	const wanted = new Set(topical.flatMap(({ relevant }) => relevant));
	const made = benchArticles({ articles, seed, wanted, ...(texts === undefined ? {} : { corpus: texts }) });
	const lines = function* () {
		for (const article of made) {
			yield `${JSON.stringify(source.take(article))}\n`;
			progress.advance();
		}
	};
	await pipeline(Readable.from(lines()), createWriteStream(`${articlesFile}.new`));
	await rename(`${articlesFile}.new`, articlesFile);
	progress.start(strings.makingQueries, 0);
	const sets = await source.finish(readArticles(articlesFile));
	await writeFile(queriesFile, JSON.stringify(sets, undefined, "\t"));
	progress.done();
	return { articlesFile, sets, directory };
}

/** The articles of a file that `prepare` wrote, one at a time. */
export async function* readArticles(file: string): AsyncGenerator<BenchArticle> {
	for await (const line of createInterface({ input: createReadStream(file) })) {
		yield JSON.parse(line) as BenchArticle;
	}
}
