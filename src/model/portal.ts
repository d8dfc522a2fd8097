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
	 * Published articles, oldest first; those of one moment by id. Withdrawn ones are among them, so that the places of
	 * all others in numbered lists never shift.
	 */
	readonly articles: readonly Article[];
	/** With the reorganisations that the content adds. */
	readonly provinces: Provinces;
	readonly authors: ReadonlyMap<Slug, Author>;
	readonly committees: ReadonlyMap<Slug, Committee>;
	/** Every tag that a published article carries or a file describes. */
	readonly tags: ReadonlyMap<Slug, Tag>;
	/** A tag's slug by the key of every spelling of it (`spellingKey`), its own included. */
	readonly tagBySpelling: ReadonlyMap<string, Slug>;
	readonly pages: readonly Page[];
	readonly records: Records;
	/** What readers wrote about articles, with a digest of each article's comments. */
	readonly comments: ReadonlyMap<ArticleId, ArticleComments>;
}
