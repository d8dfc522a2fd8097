import { setTimeout } from "node:timers/promises";
import { counterOf } from "../../model/site.ts";
import type { PublishedArticles } from "../published-articles.ts";
import type { VoiceDatabase } from "../store/tables.ts";
import type { CounterKey } from "./counting-service.ts";
import { fetchCounts } from "./fetch-counts.ts";

export interface FetchRegularlyOptions {
	readonly database: () => Promise<VoiceDatabase>;
	readonly articles: PublishedArticles;
	readonly key: CounterKey;
	readonly clock: () => number;
	readonly log: (line: string) => void;
}

/** Milliseconds between two. */
const rhythm = 15 * 60 * 1000;

/** Takes over the counts of another program now and every 15 minutes. @returns what ends it */
export function fetchRegularly({ database, articles, key, clock, log }: FetchRegularlyOptions): () => void {
	const ending = new AbortController();
	const { signal } = ending;
	let isRunning = false;

	async function run(): Promise<void> {
		if (isRunning) return;
		isRunning = true;
		try {
			const counter = counterOf((await articles.site()).voice);
			if (!counter) return;
			await fetchCounts({
				db: await database(),
				counter,
				key,
				isArticle: async (id) => (await articles.find(id)) !== undefined,
				pause: (milliseconds) => pauseUnlessEnding(milliseconds, signal),
				clock,
			});
		} catch (error) {
			if (!signal.aborted) log(error instanceof Error ? error.message : String(error));
		} finally {
			isRunning = false;
		}
	}

	void run();
	const timer = setInterval(() => void run(), rhythm);
	return () => {
		clearInterval(timer);
		ending.abort();
	};
}

async function pauseUnlessEnding(milliseconds: number, signal: AbortSignal): Promise<void> {
	await setTimeout(milliseconds, undefined, { signal });
}
