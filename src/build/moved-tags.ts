import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ContentProblem, readDocument } from "../content/index.ts";
import { apiCollectionAddress, tagAddress } from "../model/addresses.ts";
import type { Slug } from "../model/ids.ts";
import type { Portal } from "../model/portal.ts";
import { slugify, spellingKey } from "../text/index.ts";
import { strings } from "./strings.ts";

/**
 * Finds tags that would get the address of another tag that is published: `Báo`, in an article with an earlier date than
 * any with `Bão`. Content alone cannot tell, so the site that was built last is asked, where there is one. A tag's own
 * file decides otherwise.
 */
export async function problemsOfMovedTags(
	portal: Portal,
	{
		contentDirectory,
		outputDirectory,
	}: { readonly contentDirectory: string; readonly outputDirectory: string },
): Promise<ContentProblem[]> {
	// Tags with equal slugs are rare. Without them nothing can move.
	if (![...portal.tags.values()].some(({ name, slug }) => slugify(name) !== slug)) return [];
	const problems: ContentProblem[] = [];
	for (const published of await publishedTags(outputDirectory)) {
		const { slug, name } = published;
		const other = portal.tags.get(slug);
		const now = portal.tagBySpelling.get(spellingKey(name));
		if (!other || now === undefined || now === slug) continue;
		if (existsSync(join(contentDirectory, "tags", `${slug}.yml`))) continue;
		const wording = strings.tagMoved(other.name, name, tagAddress(slug), slug);
		problems.push({ ...(await firstPlaceOf(portal, other.name, contentDirectory)), ...wording });
	}
	return problems;
}

/** The tags of the site that was built last, by its API; none if there is no site. */
async function publishedTags(
	outputDirectory: string,
): Promise<readonly { readonly slug: Slug; readonly name: string }[]> {
	try {
		const { tags } = JSON.parse(await readFile(join(outputDirectory, apiCollectionAddress("tags")), "utf8"));
		return Array.isArray(tags) ? tags : [];
	} catch {
		return [];
	}
}

/** Where the oldest article with a tag names it. */
async function firstPlaceOf(
	portal: Portal,
	name: string,
	contentDirectory: string,
): Promise<Pick<ContentProblem, "file" | "line" | "field">> {
	const key = spellingKey(name);
	const article = portal.articles.find(({ tags }) => tags.some((tag) => spellingKey(tag) === key));
	const file = article?.file ?? "";
	const index = article?.tags.findIndex((tag) => spellingKey(tag) === key) ?? 0;
	const { document } = readDocument(file, await readFile(join(contentDirectory, file)));
	const line = document?.lineOf(["tags", index]);
	return { file, ...(line !== undefined && { line }), field: `tags[${index}]` };
}
