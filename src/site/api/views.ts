/**
 * The views of the API's documents. They are the documents themselves, except that a body is given as its file and
 * rendered only when the document is written.
 */
import type { z } from "zod";
import type { Comment } from "../../model/comment.ts";
import type { UrlPath } from "../../model/ids.ts";
import type { RecordCollection } from "../../model/record-names.ts";
import type { BodyView } from "../views.ts";
import type {
	authorsSchema,
	committeesSchema,
	daySchema,
	listedArticleSchema,
	monthSchema,
	pagesSchema,
	provincesSchema,
	recordSchemas,
	siteDocumentSchema,
	tagsSchema,
	withdrawnArticleSchema,
} from "./schema.ts";

type Immutable<T> = T extends string ? T : { readonly [Key in keyof T]: Immutable<T[Key]> };
type DocumentOf<Schema extends z.ZodType> = Immutable<z.output<Schema>>;

/** An article of a month: its front matter, its address, its pictures as prepared; no body. */
export type ApiArticleView = DocumentOf<typeof listedArticleSchema>;

/** All that remains of a withdrawn article. */
export type ApiWithdrawnView = DocumentOf<typeof withdrawnArticleSchema>;

/**
 * `/api/<yyyy>/<mm>.json`: the articles whose addresses lie in the month, oldest first. Once the month is over only a
 * change of its own articles writes the file again.
 */
export type ApiMonthView = DocumentOf<typeof monthSchema>;

/** `/api/<yyyy>/<mm>/<dd>.json`: the articles whose addresses lie in the day, oldest first. */
export interface ApiDayView extends Pick<DocumentOf<typeof daySchema>, "day"> {
	readonly articles: readonly (
		| (ApiArticleView & { readonly readerComments?: readonly Comment[]; readonly body: BodyView })
		| ApiWithdrawnView
	)[];
}

/** Every province in history, with an address if the site has a page of that slug. */
export type ApiProvincesView = DocumentOf<typeof provincesSchema>;
export type ApiCommitteesView = DocumentOf<typeof committeesSchema>;
export type ApiAuthorsView = DocumentOf<typeof authorsSchema>;
export type ApiTagsView = DocumentOf<typeof tagsSchema>;

type ApiPage = DocumentOf<typeof pagesSchema>["pages"][number];

export interface ApiPagesView {
	readonly pages: readonly (Omit<ApiPage, "markdown" | "html"> & { readonly body: BodyView })[];
}

/** The records of a collection, or of one of its years. */
export type ApiRecordsView = {
	[Name in keyof typeof recordSchemas]: DocumentOf<(typeof recordSchemas)[Name]>;
}[keyof typeof recordSchemas];

export type ApiSiteView = DocumentOf<typeof siteDocumentSchema>;

/** `/api/index.json` and the page that documents the API: the months with articles, oldest first. */
export interface ApiIndexView {
	readonly months: readonly {
		/** `2026-11` */
		readonly month: string;
		/** Withdrawn articles are not counted. */
		readonly count: number;
	}[];
	/** Absent if there are none. */
	readonly records?: readonly {
		readonly collection: RecordCollection;
		readonly year?: string;
		readonly count: number;
		readonly address: UrlPath;
	}[];
}

/** The API's templates with their views. */
export interface ApiViews {
	"api-index": ApiIndexView;
	/** The page at `/api/`. */
	"api-page": ApiIndexView;
	"api-schema": Readonly<Record<string, never>>;
	"api-month": ApiMonthView;
	"api-day": ApiDayView;
	"api-provinces": ApiProvincesView;
	"api-committees": ApiCommitteesView;
	"api-authors": ApiAuthorsView;
	"api-tags": ApiTagsView;
	"api-pages": ApiPagesView;
	"api-records": ApiRecordsView;
	"api-site": ApiSiteView;
}
