import { type ArticleId, isArticleId, isSlug, type Slug } from "../model/ids.ts";
import { type RecordKind, recordCollections } from "../model/records.ts";

/** What a file is, as its path says. */
export type Place =
	| { readonly kind: "site" | "provinces" }
	| { readonly kind: "author" | "committee" | "tag" | "page" | RecordKind; readonly id: Slug }
	| { readonly kind: "article" | "comments"; readonly id: ArticleId }
	/** A picture, an attachment, or a file that we ignore. */
	| { readonly kind: "resource" }
	| { readonly kind: "misplaced" };

const collections = {
	authors: { kind: "author" },
	committees: { kind: "committee" },
	tags: { kind: "tag" },
	pages: { kind: "page" },
	...recordCollections,
} as const;

/** The folders of the content that hold documents of one kind each. */
export const contentFolders: readonly string[] = ["articles", ...Object.keys(collections)];

/** The ending of the documents in a folder of the content; undefined where it holds none. */
export function endingIn(folder: string): string | undefined {
	if (folder === "articles") return ".md";
	if (!Object.hasOwn(collections, folder)) return undefined;
	return folder === "pages" ? ".md" : ".yml";
}

/** Endings of documents, and what they become where a program adds its own. */
const documentName = /\.(?:md|markdown|ya?ml)(?:\.txt)?$/i;
const articlesFolder = "articles/";
const commentsFolder = "comments/";

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
