import { type CollectionName, collections } from "../src/editor/forms/index.ts";
import { documentFormat } from "./document-format.ts";

/** Each collection's format, one for the whole page: it remembers the bytes that it has read. */
export const documentFormats = Object.fromEntries(
	Object.values(collections).map((collection) => [collection.name, documentFormat(collection)]),
) as Readonly<Record<CollectionName, ReturnType<typeof documentFormat>>>;
