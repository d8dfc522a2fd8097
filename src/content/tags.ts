import type { Article } from "../model/article.ts";
import type { Slug } from "../model/ids.ts";
import type { Tag } from "../model/tag.ts";
import { slugify } from "../text/index.ts";

export interface ResolvedTags {
	readonly tags: ReadonlyMap<Slug, Tag>;
	/** A tag's slug by the slug of every spelling of it, its own included. */
	readonly tagBySpelling: ReadonlyMap<Slug, Slug>;
}

/**
 * Folds the spellings of tags together. A tag's file decides how it is shown; without one the oldest article does.
 *
 * @param articles oldest first
 * @param described the tags that have a file
 */
export function resolveTags(
	articles: readonly Pick<Article, "tags">[],
	described: readonly Tag[],
): ResolvedTags {
	const tags = new Map<Slug, Tag>();
	const tagBySpelling = new Map<Slug, Slug>();
	for (const tag of described) {
		tags.set(tag.slug, tag);
		for (const spelling of spellingsOf(tag)) tagBySpelling.set(spelling, tag.slug);
	}
	const seen = new Set<string>();
	for (const article of articles) {
		for (const name of article.tags) {
			if (seen.has(name)) continue;
			seen.add(name);
			const slug = slugify(name) as Slug;
			if (tagBySpelling.has(slug)) continue;
			tagBySpelling.set(slug, slug);
			tags.set(slug, { name, synonyms: [], slug });
		}
	}
	return { tags, tagBySpelling };
}

/** The slugs of a tag's name and synonyms. */
function spellingsOf(tag: Pick<Tag, "name" | "synonyms">): Slug[] {
	return [tag.name, ...tag.synonyms].map((spelling) => slugify(spelling) as Slug);
}
