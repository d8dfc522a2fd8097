import type { Article } from "./article.ts";
import type { Author } from "./author.ts";
import type { Comment } from "./comment.ts";
import type { Committee } from "./committee.ts";
import type { ArticleId, IsoDateTime, Slug } from "./ids.ts";
import type { Page } from "./page.ts";
import type { Provinces } from "./provinces.ts";
import type { Records } from "./records.ts";
import type { SiteSettings } from "./site.ts";
import type { Tag } from "./tag.ts";

export interface ArticleComments {
	readonly digest: string;
	/** Oldest first. */
	readonly comments: readonly Comment[];
}

/** Everything that readers may see at one moment, checked and in order. */
export interface Portal {
	/** The moment that decided what is published. */
	readonly now: IsoDateTime;
	readonly site: SiteSettings;
	/**
	 * Published articles, sorted by date (oldest first), then by id. They include withdrawn articles, so that other
	 * articles never move in numbered lists.
	 */
	readonly articles: readonly Article[];
	/** Including the reorganisations in the content. */
	readonly provinces: Provinces;
	readonly authors: ReadonlyMap<Slug, Author>;
	readonly committees: ReadonlyMap<Slug, Committee>;
	/** Every tag of a published article, and every tag with a file. */
	readonly tags: ReadonlyMap<Slug, Tag>;
	/** A tag's slug by the key (`spellingKey`) of each of its spellings, including its own name. */
	readonly tagBySpelling: ReadonlyMap<string, Slug>;
	readonly pages: readonly Page[];
	readonly records: Records;
	/** Readers' comments on articles, with a digest of each article's comments. */
	readonly comments: ReadonlyMap<ArticleId, ArticleComments>;
}
