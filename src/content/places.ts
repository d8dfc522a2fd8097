import { type ArticleId, isArticleId, isSlug, type Slug } from "../model/ids.ts";
import { type RecordKind, recordCollections } from "../model/records.ts";

/** The role of a file by its path. */
export type Place =
	| { readonly kind: "site" | "provinces" }
	| { readonly kind: "author" | "committee" | "tag" | "page" | RecordKind; readonly id: Slug }
	| { readonly kind: "article" | "comments"; readonly id: ArticleId }
	/** A picture, an attachment, or an ignored file. */
	| { readonly kind: "resource" }
	| { readonly kind: "misplaced" };

const collections = {
	authors: { kind: "author" },
	committees: { kind: "committee" },
	tags: { kind: "tag" },
	pages: { kind: "page" },
	...recordCollections,
} as const;

/** The content's folders, each with documents of one kind. */
export const contentFolders: readonly string[] = ["articles", ...Object.keys(collections)];

/** The extension of documents in a content folder; undefined if it has no documents. */
export function endingIn(folder: string): string | undefined {
	if (folder === "articles") return ".md";
	if (!Object.hasOwn(collections, folder)) return undefined;
	return folder === "pages" ? ".md" : ".yml";
}

/** Extensions of documents, also with one that a program has added. */
const documentName = /\.(?:md|markdown|ya?ml)(?:\.txt)?$/i;
const articlesFolder = "articles/";
const commentsFolder = "comments/";

/** The id of an article whose path has been checked before, like those in the document cache. */
export function knownArticleId(path: string): ArticleId | undefined {
	if (!path.startsWith(articlesFolder)) return undefined;
	return path.slice(articlesFolder.length, -".md".length) as ArticleId;
}

/** Determines the role of a file by its path below the content folder. */
export function placeOf(path: string): Place {
	if (path === "site.yml") return { kind: "site" };
	if (path === "provinces.yml") return { kind: "provinces" };
	if (!documentName.test(path) || path.startsWith("media/") || path === "README.md") {
		return { kind: "resource" };
	}
	if (path.startsWith(articlesFolder)) return placeOfArticle(path);
	if (path.startsWith(commentsFolder)) return placeOfComments(path);
	const [folder = "", name = "", ...deeper] = path.split("/");
	const ending = endingIn(folder);
	if (ending === undefined || deeper.length > 0 || !name.endsWith(ending)) return { kind: "misplaced" };
	const id = name.slice(0, -ending.length);
	const { kind } = collections[folder as keyof typeof collections];
	return isSlug(id) ? { kind, id } : { kind: "misplaced" };
}

function placeOfArticle(path: string): Place {
	const id = path.slice(articlesFolder.length, -".md".length);
	return path.endsWith(".md") && isArticleId(id) ? { kind: "article", id } : { kind: "misplaced" };
}

function placeOfComments(path: string): Place {
	const id = path.slice(commentsFolder.length, -".yml".length);
	return path.endsWith(".yml") && isArticleId(id) ? { kind: "comments", id } : { kind: "misplaced" };
}
