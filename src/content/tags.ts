import type { Article } from "../model/article.ts";
import type { Slug } from "../model/ids.ts";
import type { Tag } from "../model/tag.ts";
import { slugify, spellingKey } from "../text/index.ts";

export interface ResolvedTags {
	readonly tags: ReadonlyMap<Slug, Tag>;
	/** A tag's slug by the key (`spellingKey`) of each of its spellings, including its own name. */
	readonly tagBySpelling: ReadonlyMap<string, Slug>;
}

/**
 * Merges the spellings of tags. A tag's file decides how it is shown; without one, the oldest article does. If tags
 * would have the same slug ("Bão", "Báo"), the first one gets it, and further ones get a number appended. So later
 * articles change no address.
 *
 * @param articles oldest first
 * @param described the tags that have a file
 */
export function resolveTags(
	articles: readonly Pick<Article, "tags">[],
	described: readonly Tag[],
): ResolvedTags {
	const tags = new Map<Slug, Tag>();
	const tagBySpelling = new Map<string, Slug>();
	for (const tag of described) {
		tags.set(tag.slug, tag);
		for (const spelling of spellingsOf(tag)) tagBySpelling.set(spelling, tag.slug);
	}
	const seen = new Set<string>();
	for (const article of articles) {
		for (const name of article.tags) {
			if (seen.has(name)) continue;
			seen.add(name);
			const key = spellingKey(name);
			if (tagBySpelling.has(key)) continue;
			const slug = freeSlug(name, tags);
			tagBySpelling.set(key, slug);
			tags.set(slug, { name, synonyms: [], slug });
		}
	}
	return { tags, tagBySpelling };
}

function freeSlug(name: string, taken: ReadonlyMap<Slug, Tag>): Slug {
	const base = slugify(name) as Slug;
	let slug = base;
	for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}` as Slug;
	return slug;
}

/** The keys of a tag's name and synonyms. */
function spellingsOf(tag: Pick<Tag, "name" | "synonyms">): string[] {
	return [tag.name, ...tag.synonyms].map(spellingKey);
}
