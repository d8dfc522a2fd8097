/**
 * Makes the index of one engine in a folder that is not there yet, in a process of its own that can be measured:
 * `make-index.ts ENGINE ARTICLES-DIRECTORY OUTPUT-DIRECTORY [ARTICLES]`.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex } from "pagefind";
import { writeIndex } from "../../src/search/finder-writer/write-index.ts";
import { closePagefind, writeBundle } from "../../src/search/pagefind/write-bundle.ts";
import { rewritings } from "../../src/search/rewritings.ts";
import { newestMonth, readArticles } from "./prepare.ts";
import { benchLabels, finderDocument, searchDocument, stockRecord } from "./records.ts";

const [engine = "", articles = "", output = "", most = "Infinity"] = process.argv.slice(2);
if (engine === "finder") await makeFinderIndex();
else if (engine === "pagefind") await makeStockBundle();
else {
	const periods = engine === "archive" ? await allPeriods() : [engine];
	for (const period of periods)
		await makePeriodBundle(period, engine === "archive" ? join(output, period) : output);
	await closePagefind();
}

async function makeFinderIndex(): Promise<void> {
	const documents = async function* (covers: (day: string) => boolean) {
		for await (const article of readArticles(articles, covers)) yield finderDocument(article);
	};
	await writeIndex(documents, await newestMonth(articles), output, rewritings, benchLabels());
}

async function makeStockBundle(): Promise<void> {
	const { index, errors } = await createIndex({ forceLanguage: "vi" });
	if (!index) throw new Error(errors.join("; "));
	let count = 0;
	for await (const article of readArticles(articles)) {
		if (count++ === Number(most)) break;
		const added = await index.addCustomRecord(stockRecord(article));
		if (added.errors.length > 0) throw new Error(added.errors.join("; "));
	}
	const written = await index.writeFiles({ outputPath: output });
	if (written.errors.length > 0) throw new Error(written.errors.join("; "));
	await close();
}

/** @param period a year, a month, or the first day of the last part of a month */
async function makePeriodBundle(period: string, directory: string): Promise<void> {
	const documents = async function* () {
		for await (const article of readArticles(articles, (day) => day.startsWith(period.slice(0, 7)))) {
			if (period.length < 10 || article.date >= period) yield searchDocument(article);
		}
	};
	await writeBundle(documents(), directory);
}

/** The years of all articles. */
async function allPeriods(): Promise<Set<string>> {
	return new Set((await readdir(articles)).map((file) => file.slice(0, 4)).sort());
}
