import { placeOf } from "../../content/index.ts";
import type { Collection } from "../revisions/states.ts";

/** Which entry a document is. */
export interface EntryKey {
	readonly collection: Collection;
	readonly id: string;
}

/** The only entry of the collection `site`. */
const settingsId = "site";

const collectionOfKind = {
	article: "articles",
	page: "pages",
	author: "authors",
	committee: "committees",
	tag: "tags",
} as const;

/** The entry whose document lies at a path below the content folder; undefined for other files. */
export function entryAtPath(path: string): EntryKey | undefined {
	const place = placeOf(path);
	if (place.kind === "site") return { collection: "site", id: settingsId };
	if (!("id" in place) || place.kind === "comments") return undefined;
	return { collection: collectionOfKind[place.kind], id: place.id };
}

/** The entry that a file below the content folder is the document of, or lies in the folder of; undefined for others. */
export function entryOfFile(path: string): EntryKey | undefined {
	const own = entryAtPath(path);
	if (own || !path.startsWith("articles/")) return own;
	return entryAtPath(`${path.replace(/\/[^/]*$/, "")}.md`);
}

/** Where an entry's document lies below the content folder; undefined where the id is none of that collection. */
export function pathOfEntry({ collection, id }: EntryKey): string | undefined {
	const extension = collection === "articles" || collection === "pages" ? ".md" : ".yml";
	const path = collection === "site" ? "site.yml" : `${collection}/${id}${extension}`;
	const entry = entryAtPath(path);
	return entry?.collection === collection && entry.id === id && id.length <= 120 ? path : undefined;
}

/** The folder of an entry's own files; shared for all but articles. */
export function assetFolderOf({ collection, id }: EntryKey): string {
	return collection === "articles" ? `articles/${id}/` : "media/";
}

const assetName =
	/^[^\s./\\:*?"<>|\p{C}][^/\\:*?"<>|\p{C}]{0,150}\.(?:jpe?g|png|webp|avif|gif|svg|pdf|docx?|xlsx?|pptx?|odt|ods|odp)$/iu;

/** Whether a file of that path may come with an entry: in the entry's folder or `media`, of a kind that is known. */
export function isAssetPath(entry: EntryKey, path: string): boolean {
	const folder = [assetFolderOf(entry), "media/"].find((start) => path.startsWith(start));
	return folder !== undefined && path === path.normalize("NFC") && assetName.test(path.slice(folder.length));
}
