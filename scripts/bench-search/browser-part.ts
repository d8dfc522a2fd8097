/** The figures that only a browser can tell. */
import { type Browser, chromium } from "playwright-core";
import { finderAddress } from "../../src/model/addresses.ts";
import type { Progress } from "../../src/model/progress.ts";
import { medianOf } from "../bench/statistics.ts";
import { findBrowser } from "../browser/find-browser.ts";
import { buildBenchSite } from "./bench-site.ts";
import { type ColdSearch, finderWay, type SearchWay, searchCold, stockWay, yearWay } from "./cold-search.ts";
import { type CountingServer, startCountingServer } from "./counting-server.ts";
import { percentile } from "./percentile.ts";
import type { QuerySets } from "./query-sets.ts";
import { writeStockPage } from "./stock-page.ts";
import { strings } from "./strings.ts";
import { measureMainThread, type ThreadFigures } from "./warm-search.ts";

/** Medians of first searches. */
export interface ColdFigures extends ColdSearch {
	readonly queries: number;
}

/** First searches for two to four syllables and for whole titles. */
export interface ColdByLength {
	readonly short: ColdFigures;
	readonly title: ColdFigures;
}

/** Which of a browser's figures are wanted, and the indexes that they are about. */
export interface BrowserPartOptions {
	readonly finder?: string;
	readonly pagefind?: string;
	/** A bundle of ours for one year. */
	readonly year?: { readonly name: string; readonly directory: string };
	readonly measuresCold: boolean;
	readonly measuresThread: boolean;
	readonly sets: QuerySets;
	/** First searches of each length. */
	readonly colds: number;
	/** For the pages around the indexes. */
	readonly directory: string;
	readonly progress: Progress;
}

export interface BrowserFigures {
	readonly finder?: ColdByLength;
	readonly pagefind?: ColdByLength;
	readonly year?: ColdFigures;
	readonly thread?: ThreadFigures;
}

/** Enough that the slowest twentieth is not two or three of them. */
const threadQueries = 205;

export async function measureInBrowser(options: BrowserPartOptions): Promise<BrowserFigures> {
	const { finder, pagefind, year, measuresCold, measuresThread, directory, progress } = options;
	const site = finder || year ? await buildBenchSite(directory) : undefined;
	const executablePath = findBrowser((line) => process.stderr.write(`${line}\n`));
	const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
	try {
		const figures: { -readonly [Name in keyof BrowserFigures]: BrowserFigures[Name] } = {};
		if (site !== undefined) {
			await withServer(
				{
					"/": site,
					...(finder === undefined ? {} : { [finderAddress]: finder }),
					...(year === undefined ? {} : { [`/pagefind/${year.name}/`]: year.directory }),
				},
				async (server) => {
					if (finder !== undefined && measuresCold) {
						figures.finder = await coldByLength(browser, server, finderWay, options);
					}
					if (year !== undefined) {
						// What a year's articles are titled is found there.
						const short = options.sets.short
							.filter(({ relevant: [address] }) => address?.startsWith(`/${year.name}/`))
							.map(({ text }) => text);
						progress.start(strings.cold(strings.engines.year), options.colds);
						figures.year = await coldSearches(browser, server, yearWay(year.name), short, options);
					}
					if (measuresThread) figures.thread = await mainThread(browser, server, options);
				},
			);
		}
		if (pagefind !== undefined) {
			const mounts = { "/": await writeStockPage(directory), "/pagefind/": pagefind };
			await withServer(mounts, async (server) => {
				figures.pagefind = await coldByLength(browser, server, stockWay, options);
			});
		}
		return figures;
	} finally {
		await browser.close();
		progress.done();
	}
}

async function withServer(
	mounts: Readonly<Record<string, string>>,
	action: (server: CountingServer) => Promise<void>,
): Promise<void> {
	const server = await startCountingServer(mounts);
	try {
		await action(server);
	} finally {
		await server.close();
	}
}

async function coldByLength(
	browser: Browser,
	server: CountingServer,
	way: SearchWay,
	options: BrowserPartOptions,
): Promise<ColdByLength> {
	const { sets, colds, progress } = options;
	progress.start(strings.cold(strings.engines[way === stockWay ? "pagefind" : "finder"]), colds * 2);
	const texts = (name: "short" | "title") => sets[name].map(({ text }) => text);
	return {
		short: await coldSearches(browser, server, way, texts("short"), options),
		title: await coldSearches(browser, server, way, texts("title"), options),
	};
}

async function coldSearches(
	browser: Browser,
	server: CountingServer,
	way: SearchWay,
	texts: readonly string[],
	{ colds, progress }: BrowserPartOptions,
): Promise<ColdFigures> {
	const searches: ColdSearch[] = [];
	for (const text of texts.slice(0, colds)) {
		searches.push(await searchCold(browser, server, way, text));
		progress.advance();
	}
	return {
		queries: searches.length,
		bytes: medianOf(searches, ({ bytes }) => bytes),
		requests: medianOf(searches, ({ requests }) => requests),
		time: medianOf(searches, ({ time }) => time),
	};
}

async function mainThread(
	browser: Browser,
	server: CountingServer,
	{ sets, progress }: BrowserPartOptions,
): Promise<ThreadFigures> {
	// Kinds of queries by turns, as readers come with all of them.
	const kinds = [sets.short, sets.phrase, sets.title, sets.typo, sets.topical].filter(
		(queries) => queries.length > 0,
	);
	const texts = Array.from(
		{ length: threadQueries },
		(_, number) => kinds[number % kinds.length]?.[Math.floor(number / kinds.length)]?.text ?? "",
	).filter((text) => text !== "");
	progress.start(strings.thread, 0);
	const times = await measureMainThread(browser, server, texts);
	const busy = times.map((time) => time.busy);
	const cpu = times.map((time) => time.cpu);
	const figures = (share: number) => ({ busy: percentile(busy, share), cpu: percentile(cpu, share) });
	return { queries: times.length, median: figures(0.5), p95: figures(0.95) };
}
