import { articleSchema } from "./article.ts";
import { authorSchema } from "./author.ts";
import { committeeSchema } from "./committee.ts";
import { pageSchema } from "./page.ts";
import { siteSchema } from "./site.ts";
import { tagSchema } from "./tag.ts";

/** The schema of every kind of document. */
export const documentSchemas = {
	article: articleSchema,
	page: pageSchema,
	author: authorSchema,
	committee: committeeSchema,
	tag: tagSchema,
	site: siteSchema,
} as const;

export type DocumentKind = keyof typeof documentSchemas;
