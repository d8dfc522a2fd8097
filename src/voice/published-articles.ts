/** What the built site says about its articles: the documents of its API, read from the disk. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { undefinedIfMissing } from "../disk/undefined-if-missing.ts";
import { apiCollectionAddress, apiMonthAddress } from "../model/addresses.ts";
import type { ArticleFields } from "../model/article.ts";
import type { ArticleId } from "../model/ids.ts";
import { type SiteSettings, takesComments } from "../model/site.ts";
import { isRecent } from "./is-recent.ts";

export interface PublishedArticle {
	readonly id: ArticleId;
	readonly title: string;
	readonly address: string;
	/** Whether readers may comment on it. */
	readonly takesComments: boolean;
	/** Readers that were counted on a former site. */
	readonly formerViews: number;
}

export interface PublishedArticles {
	/** Undefined for an article that readers cannot see: a draft, a withdrawn one, one that does not exist. */
	find(id: ArticleId): Promise<PublishedArticle | undefined>;
	/** The settings; everything is off where there is no site yet. */
	site(): Promise<PublishedSite>;
}

/** What the voice needs of the settings. */
export type PublishedSite = Pick<SiteSettings, "voice" | "contact"> &
	Partial<Pick<SiteSettings, "url" | "name">>;

/** Months that are held in memory; readers are mostly at the newest. */
const mostMonths = 24;
/** How long a document is fresh, and how long it is when the article is missing from it, in milliseconds. */
const freshness = { known: 15_000, unknown: 1_000 };

const nothing: PublishedSite = { voice: { views: false, comments: "none", letters: false }, contact: {} };

type ApiArticle = Pick<ArticleFields, "title" | "views" | "comments"> & {
	readonly id: ArticleId;
	readonly address: string;
	readonly withdrawn?: unknown;
};

/** Fetches a document of the site's API; undefined where there is none. */
export type ReadApi = (address: string) => Promise<string | undefined>;

/** @param clock milliseconds since 1970 */
export function publishedArticles(readApi: ReadApi, clock: () => number): PublishedArticles {
	interface Month {
		readonly read: number;
		readonly articles: Promise<ReadonlyMap<string, ApiArticle>>;
	}
	const months = new Map<string, Month>();
	let last: { readonly read: number; readonly site: Promise<PublishedSite> } | undefined;

	async function readMonth(month: string): Promise<ReadonlyMap<string, ApiArticle>> {
		const text = await readApi(apiMonthAddress(month));
		const { articles = [] } = (text === undefined ? {} : JSON.parse(text)) as {
			readonly articles?: readonly ApiArticle[];
		};
		return new Map(articles.filter(({ withdrawn }) => !withdrawn).map((each) => [each.id, each]));
	}

	async function readSite(): Promise<PublishedSite> {
		const text = await readApi(apiCollectionAddress("site"));
		return text === undefined ? nothing : (JSON.parse(text) as PublishedSite);
	}

	async function monthOf(id: ArticleId): Promise<ReadonlyMap<string, ApiArticle>> {
		const name = id.slice(0, "yyyy/mm".length).replace("/", "-");
		const known = months.get(name);
		const isFresh = (milliseconds: number) => known && isRecent(known.read, milliseconds, clock());
		if (known && isFresh(freshness.known)) {
			const articles = await known.articles;
			if (articles.has(id) || isFresh(freshness.unknown)) return articles;
		}
		const articles = readMonth(name);
		months.delete(name);
		months.set(name, { read: clock(), articles });
		const [oldest] = months.keys();
		if (months.size > mostMonths && oldest !== undefined) months.delete(oldest);
		// After an error of the disk, the next request tries again.
		articles.catch(() => months.delete(name));
		return await articles;
	}

	async function site(): Promise<PublishedSite> {
		if (!last || !isRecent(last.read, freshness.unknown, clock())) {
			const reading = readSite();
			last = { read: clock(), site: reading };
			reading.catch(() => {
				last = undefined;
			});
		}
		return await last.site;
	}

	return {
		site,
		async find(id) {
			const article = (await monthOf(id)).get(id);
			if (!article) return undefined;
			const { title, address, views = 0, comments } = article;
			return {
				id,
				title,
				address,
				takesComments: takesComments((await site()).voice, comments),
				formerViews: views,
			};
		},
	};
}

/** The API of a site on the disk. @param outputDirectory the link to the published tree */
export function apiOnDisk(outputDirectory: string): ReadApi {
	return (address) => readFile(join(outputDirectory, address), "utf8").catch(undefinedIfMissing);
}
