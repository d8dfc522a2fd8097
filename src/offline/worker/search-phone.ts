import { articleText } from "../article-text.ts";
import { cacheNames } from "../cache-names.ts";
import { openDatabase } from "../database.ts";
import type { FoundArticle } from "../messages.ts";
import { type SearchableArticle, searchArticles, searchable } from "../search-kept.ts";

/** Most articles in the answer. */
const mostFound = 50;

type Addressed = SearchableArticle & { readonly address: string };

/** Searches what is kept and what was read. */
export async function searchPhone(question: string): Promise<readonly FoundArticle[]> {
	const articles = new Map<string, Addressed>();
	for (const article of [...(await readArticles()), ...(await keptArticles())])
		articles.set(article.address, article);
	return searchArticles(articles.values(), question)
		.slice(0, mostFound)
		.map(({ address, title, date, lead }) => ({ address, title, lead, ...(date !== undefined && { date }) }));
}

async function keptArticles(): Promise<Addressed[]> {
	const database = await openDatabase();
	const [keys, texts, sets] = await Promise.all([
		database.getAllKeys("texts"),
		database.getAll("texts"),
		database.getAll("sets"),
	]);
	const byDigest = new Map(keys.map((key, at) => [key, texts[at]]));
	return sets.flatMap(({ pages }) =>
		Object.entries(pages).flatMap(([address, digest]) => {
			const text = byDigest.get(digest);
			return text ? [{ ...text, address }] : [];
		}),
	);
}

async function readArticles(): Promise<Addressed[]> {
	const cache = await caches.open(cacheNames.read);
	const articles: Addressed[] = [];
	for (const request of await cache.keys()) {
		const text = articleText((await (await cache.match(request))?.text()) ?? "");
		if (text) articles.push({ ...searchable(text), address: new URL(request.url).pathname });
	}
	return articles;
}
