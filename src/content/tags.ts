import type { Article } from "../model/article.ts";
import type { Slug } from "../model/ids.ts";
import type { Tag } from "../model/tag.ts";
import { slugify } from "../text/index.ts";

export interface ResolvedTags {
	/** The articles given, each tag at most once, whatever its spellings. */
	readonly articles: readonly Article[];
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
export function resolveTags(articles: readonly Article[], described: readonly Tag[]): ResolvedTags {
	const tags = new Map<Slug, Tag>();
	const tagBySpelling = new Map<Slug, Slug>();
	for (const tag of described) {
		tags.set(tag.slug, tag);
		for (const spelling of spellingsOf(tag)) tagBySpelling.set(spelling, tag.slug);
	}
	const slugByName = new Map<string, Slug>();
	const slugOf = (name: string): Slug => {
		const known = slugByName.get(name);
		if (known !== undefined) return known;
		const spelling = slugify(name) as Slug;
		let slug = tagBySpelling.get(spelling);
		if (slug === undefined) {
			slug = spelling;
			tagBySpelling.set(spelling, slug);
			tags.set(slug, { name, synonyms: [], slug });
		}
		slugByName.set(name, slug);
		return slug;
	};
	return { articles: articles.map((article) => withoutRepeatedTags(article, slugOf)), tags, tagBySpelling };
}

/** The slugs of a tag's name and synonyms. */
function spellingsOf(tag: Pick<Tag, "name" | "synonyms">): Slug[] {
	return [tag.name, ...tag.synonyms].map((spelling) => slugify(spelling) as Slug);
}

function withoutRepeatedTags(article: Article, slugOf: (name: string) => Slug): Article {
	const seen = new Set<Slug>();
	const tags = article.tags.filter((name) => {
		const slug = slugOf(name);
		if (seen.has(slug)) return false;
		seen.add(slug);
		return true;
	});
	return tags.length === article.tags.length ? article : { ...article, tags };
}
