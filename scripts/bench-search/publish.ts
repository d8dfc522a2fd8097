import { appendFile, copyFile, mkdir, readdir, readFile, rm, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { sha256 } from "../../src/disk/digest.ts";
import { filesBelow } from "../../src/disk/files-below.ts";
import { asIsoDateTime, asUrlPath } from "../../src/model/ids.ts";
import { lastPartOf } from "../../src/site/plan/pagefind-periods.ts";
import type { BenchArticle } from "./articles.ts";
import { benchToday } from "./articles.ts";
import { makeIndex } from "./make-indexes.ts";
import { newestMonth, type Prepared, readArticles } from "./prepare.ts";

/** Files that are added, changed or gone once an article is published. */
export interface PublishFigures {
	readonly finder: number;
	/** In the newest bundle, the only one that is made again. */
	readonly pagefind: number;
}

/**
 * Publishes one more article, today's newest, and compares all files of the finder's index and of Pagefind's newest
 * bundle with those before.
 *
 * @param finderDirectory the finder's index before
 */
export async function measurePublish(
	{ articlesDirectory, directory, articles }: Pick<Prepared, "articlesDirectory" | "directory" | "articles">,
	finderDirectory: string,
): Promise<PublishFigures> {
	const month = await newestMonth(articlesDirectory);
	const after = join(directory, "published");
	await rm(after, { recursive: true, force: true });
	const articlesAfter = join(after, "articles");
	await mkdir(articlesAfter, { recursive: true });
	for (const file of await readdir(articlesDirectory)) {
		if (file.startsWith(month)) await copyFile(join(articlesDirectory, file), join(articlesAfter, file));
		else await symlink(resolve(articlesDirectory, file), join(articlesAfter, file));
	}
	const article = await newArticle(articlesDirectory);
	await appendFile(join(articlesAfter, `${month}.jsonl`), `${JSON.stringify(article)}\n`);

	const source = { articlesDirectory: articlesAfter, directory: after, articles: articles + 1 };
	const finder = await makeIndex("finder", source, false);
	const period = await newestPeriod(articlesAfter);
	const bundleBefore = await makeIndex(period, { articlesDirectory, directory, articles }, false);
	const bundle = await makeIndex(period, source, false);
	const figures = {
		finder: await countChanges(finderDirectory, finder.directory),
		pagefind: await countChanges(bundleBefore.directory, bundle.directory),
	};
	await rm(after, { recursive: true });
	return figures;
}

/** The month of the newest article, or the last part of it. */
async function newestPeriod(articlesDirectory: string): Promise<string> {
	const month = await newestMonth(articlesDirectory);
	const dates: string[] = [];
	for await (const { date } of readArticles(articlesDirectory, (day) => day.startsWith(month)))
		dates.push(date);
	return lastPartOf(dates) ?? month;
}

/** An article of an earlier year, as if it were written this morning. */
async function newArticle(articlesDirectory: string): Promise<BenchArticle> {
	for await (const article of readArticles(articlesDirectory, (day) => day > "2015")) {
		return {
			...article,
			date: asIsoDateTime(`${benchToday}T07:30:00+07:00`),
			address: asUrlPath(`/${benchToday.replaceAll("-", "/")}/bai-moi-dang.html`),
		};
	}
	throw new Error("No articles");
}

async function countChanges(before: string, after: string): Promise<number> {
	const old = await digestsOf(before);
	let changes = 0;
	for (const path of await filesBelow(after)) {
		if (old.get(path) !== sha256(await readFile(join(after, path)))) changes++;
		old.delete(path);
	}
	return changes + old.size;
}

async function digestsOf(directory: string): Promise<Map<string, string>> {
	const digests = new Map<string, string>();
	for (const path of await filesBelow(directory)) {
		digests.set(path, sha256(await readFile(join(directory, path))));
	}
	return digests;
}
