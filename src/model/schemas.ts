import { articleSchema } from "./article.ts";
import { authorSchema } from "./author.ts";
import { committeeSchema } from "./committee.ts";
import { pageSchema } from "./page.ts";
import type { RecordCollection } from "./record-names.ts";
import { recordCollections } from "./records.ts";
import { siteSchema } from "./site.ts";
import { tagSchema } from "./tag.ts";

type RecordSchemas = {
	readonly [Name in RecordCollection as (typeof recordCollections)[Name]["kind"]]: (typeof recordCollections)[Name]["schema"];
};

const recordSchemas = Object.fromEntries(
	Object.values(recordCollections).map(({ kind, schema }) => [kind, schema]),
) as RecordSchemas;

/** The schema of every kind of document. */
export const documentSchemas = {
	article: articleSchema,
	page: pageSchema,
	author: authorSchema,
	committee: committeeSchema,
	tag: tagSchema,
	site: siteSchema,
	...recordSchemas,
} as const;

export type DocumentKind = keyof typeof documentSchemas;
