import { endingIn, placeOf } from "../../content/index.ts";
import { collectionOfKind } from "../../model/records.ts";
import type { Collection } from "../revisions/states.ts";

/** Identifies the entry of a document. */
export interface EntryKey {
	readonly collection: Collection;
	readonly id: string;
}

/** The only entry of the collection `site`. */
const settingsId = "site";

const folderOfKind: Readonly<Record<string, Collection>> = {
	article: "articles",
	page: "pages",
	author: "authors",
	committee: "committees",
	tag: "tags",
};

/** The entry whose document is at a path below the content folder; undefined for other files. */
export function entryAtPath(path: string): EntryKey | undefined {
	const place = placeOf(path);
	if (place.kind === "site") return { collection: "site", id: settingsId };
	if (!("id" in place) || place.kind === "comments") return undefined;
	const collection = folderOfKind[place.kind] ?? collectionOfKind(place.kind);
	return collection && { collection, id: place.id };
}

/** The entry whose document or folder a file belongs to; undefined for other files. */
export function entryOfFile(path: string): EntryKey | undefined {
	const own = entryAtPath(path);
	if (own || !path.startsWith("articles/")) return own;
	return entryAtPath(`${path.replace(/\/[^/]*$/, "")}.md`);
}

/** The path of an entry's document below the content folder. The id is not checked. */
export function documentPathOf({ collection, id }: EntryKey): string {
	return collection === "site" ? "site.yml" : `${collection}/${id}${endingIn(collection)}`;
}

/** The path of an entry's document below the content folder; undefined if the id is invalid in its collection. */
export function pathOfEntry(key: EntryKey): string | undefined {
	const { collection, id } = key;
	const path = documentPathOf(key);
	const entry = entryAtPath(path);
	return entry?.collection === collection && entry.id === id && id.length <= 120 ? path : undefined;
}

/** The folder of an entry's own files; shared for all but articles. */
export function assetFolderOf({ collection, id }: EntryKey): string {
	return collection === "articles" ? `articles/${id}/` : "media/";
}

const assetName =
	/^[^\s./\\:*?"<>|\p{C}][^/\\:*?"<>|\p{C}]{0,150}\.(?:jpe?g|png|webp|avif|gif|svg|pdf|docx?|xlsx?|pptx?|odt|ods|odp)$/iu;

/** Whether a file may be saved with an entry: it is in the entry's folder or `media`, and has a known type. */
export function isAssetPath(entry: EntryKey, path: string): boolean {
	const folder = [assetFolderOf(entry), "media/"].find((start) => path.startsWith(start));
	return folder !== undefined && path === path.normalize("NFC") && assetName.test(path.slice(folder.length));
}
