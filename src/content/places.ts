import { type ArticleId, isArticleId, isIsoDay, isSlug, type Slug } from "../model/ids.ts";
import { slugify } from "../text/index.ts";
import type { ContentProblem } from "./problem.ts";
import { strings } from "./strings.ts";

/** What a file is, as its path says. */
export type Place =
	| { readonly kind: "site" | "provinces" }
	| { readonly kind: "author" | "committee" | "tag" | "page"; readonly id: Slug }
	| { readonly kind: "article"; readonly id: ArticleId }
	/** A picture, an attachment, or a file that we ignore. */
	| { readonly kind: "resource" }
	| { readonly kind: "misplaced"; readonly problem: ContentProblem };

const collections = {
	authors: { kind: "author", extension: ".yml" },
	committees: { kind: "committee", extension: ".yml" },
	tags: { kind: "tag", extension: ".yml" },
	pages: { kind: "page", extension: ".md" },
} as const;

const documentName = /\.(?:md|markdown|ya?ml)$/i;
const articlesFolder = "articles/";
const articlePath = /^articles\/(\d{4})\/(\d{2})\/(\d{2})-([^/]+)\.md$/;

/** The id of an article whose path was checked before, as those in the document cache were. */
export function knownArticleId(path: string): ArticleId | undefined {
	if (!path.startsWith(articlesFolder)) return undefined;
	return path.slice(articlesFolder.length, -".md".length) as ArticleId;
}

/** Recognises from a path below the content folder what the file is, or why it must not be there. */
export function placeOf(path: string): Place {
	if (path === "site.yml") return { kind: "site" };
	if (path === "provinces.yml") return { kind: "provinces" };
	if (!documentName.test(path) || path.startsWith("media/") || path === "README.md") {
		return { kind: "resource" };
	}
	if (path.startsWith(articlesFolder)) return placeOfArticle(path);
	const [folder = "", name = "", ...deeper] = path.split("/");
	const collection = Object.entries(collections).find(([key]) => key === folder)?.[1];
	if (!collection || deeper.length > 0 || !name.endsWith(collection.extension)) {
		return { kind: "misplaced", problem: { file: path, ...strings.misplaced } };
	}
	const id = name.slice(0, -collection.extension.length);
	if (isSlug(id)) return { kind: collection.kind, id };
	return { kind: "misplaced", problem: wrongName(path, "", id, collection.extension) };
}

function placeOfArticle(path: string): Place {
	const id = path.slice(articlesFolder.length, -".md".length);
	if (path.endsWith(".md") && isArticleId(id)) return { kind: "article", id };
	const match = articlePath.exec(path);
	if (!match) return { kind: "misplaced", problem: { file: path, ...strings.misplaced } };
	const [, year, month, day, slug = ""] = match;
	if (!isIsoDay(`${year}-${month}-${day}`)) {
		return { kind: "misplaced", problem: { file: path, ...strings.wrongArticleDay } };
	}
	return { kind: "misplaced", problem: wrongName(path, `${day}-`, slug, ".md") };
}

function wrongName(path: string, prefix: string, name: string, extension: string): ContentProblem {
	return { file: path, ...strings.wrongName(`${prefix}${slugify(name) || "ten-bai"}${extension}`) };
}
