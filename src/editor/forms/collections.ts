import type { z } from "zod";
import { articleSchema } from "../../model/article.ts";
import { authorSchema } from "../../model/author.ts";
import { committeeSchema } from "../../model/committee.ts";
import { pageSchema } from "../../model/page.ts";
import { type RecordCollection, recordNames } from "../../model/record-names.ts";
import { recordCollections } from "../../model/records.ts";
import { siteSchema } from "../../model/site.ts";
import { tagSchema } from "../../model/tag.ts";

/** A kind of document that editors write: where it lies and which schema its fields have. */
export interface Collection {
	readonly name: "articles" | "authors" | "committees" | "tags" | "pages" | RecordCollection | "settings";
	readonly schema: z.ZodObject;
	readonly extension: "md" | "yml";
	/** The field that names the document, and from which a new one's slug is made. */
	readonly identifier: string;
	/** A date field whose year is appended to the slug of a new entry. */
	readonly yearOf?: string;
}

const recordForms = Object.fromEntries(
	recordNames.map((name) => [name, { name, extension: "yml", ...recordCollections[name] }]),
) as unknown as { readonly [Name in RecordCollection]: Collection & { readonly name: Name } };

export const collections = {
	articles: { name: "articles", schema: articleSchema, extension: "md", identifier: "title" },
	authors: { name: "authors", schema: authorSchema, extension: "yml", identifier: "name" },
	committees: { name: "committees", schema: committeeSchema, extension: "yml", identifier: "name" },
	tags: { name: "tags", schema: tagSchema, extension: "yml", identifier: "name" },
	pages: { name: "pages", schema: pageSchema, extension: "md", identifier: "title" },
	...recordForms,
	settings: { name: "settings", schema: siteSchema, extension: "yml", identifier: "name" },
} as const satisfies Record<string, Collection>;

export type CollectionName = keyof typeof collections;

export function isCollectionName(name: unknown): name is CollectionName {
	return typeof name === "string" && Object.hasOwn(collections, name);
}
