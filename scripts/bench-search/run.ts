import { join } from "node:path";
import type { Progress } from "../../src/model/progress.ts";
import { thisMachine } from "../bench/machine.ts";
import { searchFinder } from "./finder-engine.ts";
import { openFts5 } from "./fts5.ts";
import { type IndexFigures, makeIndex } from "./make-indexes.ts";
import { type Prepared, prepare, readArticles } from "./prepare.ts";
import { measurePublish } from "./publish.ts";
import { measureQuality, type Quality, type Search } from "./quality.ts";
import { type Half, type QueryClass, queryClasses } from "./query-sets.ts";
import type { EngineName, SearchReport } from "./report.ts";
import { strings } from "./strings.ts";

/** Kinds of figures, in the order in which they are taken. */
export const parts = ["quality", "index", "publish"] as const;
export type Part = (typeof parts)[number];

export interface RunOptions {
	readonly articles: number;
	readonly seed: number;
	/** Of each class. */
	readonly queries: number;
	readonly corpus?: string;
	readonly half: Half;
	readonly only: readonly Part[];
	readonly engines: readonly EngineName[];
	/** For articles, indexes and databases; what is there of former runs is used again, the finder's index with `reuse`. */
	readonly directory: string;
	readonly reuse: boolean;
	readonly progress: Progress;
}

/** Makes articles and indexes and takes every figure that is asked for, one after the other. */
export async function runSearchBench(options: RunOptions): Promise<SearchReport> {
	const { only, engines, half, progress } = options;
	const prepared = await prepare(options);
	const indexing: Partial<Record<"finder" | "pagefind", IndexFigures>> = {};
	progress.start(strings.indexing(strings.engines.finder), 0);
	const finder = await makeIndex("finder", prepared, options.reuse);
	indexing.finder = finder.figures;
	if (engines.includes("pagefind") && only.includes("index")) {
		progress.start(strings.indexing(strings.engines.pagefind), 0);
		indexing.pagefind = (await makeIndex("pagefind", prepared, true)).figures;
	}
	const quality: Partial<Record<EngineName, Readonly<Record<QueryClass, Quality>>>> = {};
	if (only.includes("quality")) {
		if (engines.includes("finder")) {
			quality.finder = await qualityOf("finder", searchFinder(finder.directory), prepared, options);
		}
		if (engines.includes("fts5")) quality.fts5 = await qualityOfFts5(prepared, options);
	}
	const publish = only.includes("publish") ? await measurePublish(prepared, finder.directory) : undefined;
	progress.done();
	return {
		date: new Date().toISOString(),
		machine: thisMachine(),
		articles: options.articles,
		isCorpus: options.corpus !== undefined,
		seed: options.seed,
		half,
		quality,
		indexing,
		...(publish === undefined ? {} : { publish }),
	};
}

async function qualityOfFts5(prepared: Prepared, options: RunOptions) {
	const { directory, articlesDirectory } = prepared;
	options.progress.start(strings.indexing(strings.engines.fts5), 0);
	const fts5 = await openFts5(join(directory, "fts5.sqlite"), readArticles(articlesDirectory));
	try {
		return await qualityOf("fts5", fts5.search, prepared, options);
	} finally {
		fts5.close();
	}
}

async function qualityOf(
	engine: EngineName,
	search: Search,
	{ sets }: Prepared,
	{ half, progress }: RunOptions,
): Promise<Readonly<Record<QueryClass, Quality>>> {
	const own = sets[half];
	const total = Object.values(own).reduce((sum, queries) => sum + queries.length, 0);
	progress.start(strings.asking(strings.engines[engine]), total);
	const figures: [QueryClass, Quality][] = [];
	for (const name of queryClasses) {
		figures.push([name, await measureQuality(own[name], search, () => progress.advance())]);
	}
	return Object.fromEntries(figures) as Record<QueryClass, Quality>;
}
