import { join } from "node:path";
import type { Progress } from "../../src/model/progress.ts";
import { thisMachine } from "../bench/machine.ts";
import { benchToday } from "./articles.ts";
import { measureInBrowser } from "./browser-part.ts";
import { searchFinder } from "./finder-engine.ts";
import { openFts5 } from "./fts5.ts";
import type { Half } from "./halves.ts";
import { type MadeIndex, makeIndex } from "./make-indexes.ts";
import { type Prepared, prepare, readArticles } from "./prepare.ts";
import { measurePublish } from "./publish.ts";
import { measureQuality, type Quality, type Search } from "./quality.ts";
import { type QueryClass, type QuerySets, queryClasses } from "./query-sets.ts";
import type { EngineName, QualityByClass, SearchReport } from "./search-report.ts";
import { withStockSearch } from "./stock-engine.ts";
import { strings } from "./strings.ts";

/** Kinds of figures, in the order in which they are taken. */
export const parts = ["quality", "cold", "year", "thread", "index", "publish"] as const;
export type Part = (typeof parts)[number];

export interface RunOptions {
	readonly articles: number;
	readonly seed: number;
	/** Of each class. */
	readonly queries: number;
	/** First searches in a browser, of each length. */
	readonly colds: number;
	readonly corpus?: string;
	/** Stock Pagefind is given no more articles than this; where there are more it is not asked, only its time taken. */
	readonly stockArticles: number;
	readonly half: Half;
	readonly only: readonly Part[];
	readonly engines: readonly EngineName[];
	/**
	 * The folder for articles, indexes and databases. Those of former runs are reused; the finder's index only with
	 * `reuse`.
	 */
	readonly directory: string;
	readonly reuse: boolean;
	readonly progress: Progress;
}

/** Stock Pagefind is asked fewer questions of each class, as it takes its time. */
const stockQueries = 30;
/** The year whose bundle is searched: the last one that is over. */
const benchYear = String(Number(benchToday.slice(0, 4)) - 1);

/** Makes articles and indexes and takes every figure that is asked for, one after the other. */
export async function runSearchBench(options: RunOptions): Promise<SearchReport> {
	const { only, engines, half, progress, articles, stockArticles } = options;
	const prepared = await prepare(options);
	const finder = await indexed("finder", prepared, options);
	const askedParts: readonly Part[] = articles <= stockArticles ? ["quality", "cold", "index"] : ["index"];
	const stock = engines.includes("pagefind") && only.some((part) => askedParts.includes(part));
	const stockIndex = stock ? await indexed("pagefind", prepared, options) : undefined;
	const pagefind = articles <= stockArticles ? stockIndex : undefined;
	const archive = only.includes("index") ? await indexed("archive", prepared, options) : undefined;
	const quality = only.includes("quality")
		? await qualityOfAll({ finder, ...(pagefind ? { pagefind } : {}) }, prepared, options)
		: {};
	const browser = await inBrowser({ finder, ...(pagefind ? { pagefind } : {}) }, prepared, options);
	const publish = only.includes("publish") ? await measurePublish(prepared, finder.directory) : undefined;
	progress.done();
	return {
		date: new Date().toISOString(),
		machine: thisMachine(),
		articles,
		isCorpus: options.corpus !== undefined,
		seed: options.seed,
		half,
		quality,
		...browser,
		indexing: only.includes("index")
			? {
					finder: finder.figures,
					...(archive ? { archive: archive.figures } : {}),
					...(stockIndex ? { pagefind: stockIndex.figures } : {}),
				}
			: {},
		...(publish === undefined ? {} : { publish }),
	};
}

interface Indexes {
	readonly finder: MadeIndex;
	readonly pagefind?: MadeIndex;
}

/** The index of stock Pagefind is the same every time, and made only once. */
async function indexed(
	engine: "finder" | "archive" | "pagefind",
	prepared: Prepared,
	{ reuse, stockArticles, progress }: RunOptions,
): Promise<MadeIndex> {
	progress.start(strings.indexing(strings.engines[engine]), 0);
	return engine === "pagefind"
		? await makeIndex(engine, prepared, true, stockArticles)
		: await makeIndex(engine, prepared, reuse);
}

async function inBrowser(
	{ finder, pagefind }: Indexes,
	prepared: Prepared,
	options: RunOptions,
): Promise<Pick<SearchReport, "cold" | "thread">> {
	const { only, engines, half, colds, directory, progress } = options;
	const isCold = only.includes("cold");
	const needsFinder = engines.includes("finder") && (isCold || only.includes("thread"));
	const isYear = only.includes("year");
	if (!needsFinder && !isYear && !(isCold && pagefind)) return { cold: {} };
	const year = isYear
		? { name: benchYear, directory: (await makeIndex(benchYear, prepared, options.reuse)).directory }
		: undefined;
	const { thread, ...cold } = await measureInBrowser({
		...(needsFinder ? { finder: finder.directory } : {}),
		...(isCold && pagefind ? { pagefind: pagefind.directory } : {}),
		...(year ? { year } : {}),
		measuresCold: isCold,
		measuresThread: only.includes("thread"),
		sets: prepared.sets[half],
		colds,
		directory,
		progress,
	});
	return { cold, ...(thread ? { thread } : {}) };
}

async function qualityOfAll(
	{ finder, pagefind }: Indexes,
	prepared: Prepared,
	options: RunOptions,
): Promise<SearchReport["quality"]> {
	const { engines, directory, half } = options;
	const sets = prepared.sets[half];
	const few = Object.fromEntries(
		Object.entries(sets).map(([name, queries]) => [name, queries.slice(0, stockQueries)]),
	) as unknown as QuerySets;
	return {
		...(engines.includes("finder")
			? { finder: await qualityOf("finder", searchFinder(finder.directory), sets, options) }
			: {}),
		...(pagefind
			? {
					pagefind: await withStockSearch(pagefind.directory, directory, (search) =>
						qualityOf("pagefind", search, few, options),
					),
				}
			: {}),
		...(engines.includes("fts5") ? { fts5: await qualityOfFts5(prepared, options) } : {}),
	};
}

async function qualityOfFts5(prepared: Prepared, options: RunOptions): Promise<QualityByClass> {
	const { directory, articlesDirectory, sets } = prepared;
	options.progress.start(strings.indexing(strings.engines.fts5), 0);
	const fts5 = await openFts5(join(directory, "fts5.sqlite"), readArticles(articlesDirectory));
	try {
		return await qualityOf("fts5", fts5.search, sets[options.half], options);
	} finally {
		fts5.close();
	}
}

async function qualityOf(
	engine: EngineName,
	search: Search,
	sets: QuerySets,
	{ progress }: RunOptions,
): Promise<QualityByClass> {
	const total = Object.values(sets).reduce((sum, queries) => sum + queries.length, 0);
	progress.start(strings.asking(strings.engines[engine]), total);
	const figures: [QueryClass, Quality][] = [];
	for (const name of queryClasses) {
		figures.push([name, await measureQuality(sets[name], search, () => progress.advance())]);
	}
	return Object.fromEntries(figures) as QualityByClass;
}
