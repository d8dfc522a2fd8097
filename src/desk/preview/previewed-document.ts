/** A document as far as it is written, whatever its collection, with what its page needs. */
import { resolveContentPath } from "../../content/index.ts";
import type { Article } from "../../model/article.ts";
import { fieldValues } from "../../model/field-values.ts";
import { asArticleId, asSlug, type IsoDateTime, type UrlPath } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import type { RecordCollection } from "../../model/record-names.ts";
import { type RecordOf, recordCollections } from "../../model/records.ts";
import type { DeskStore } from "../store/index.ts";
import { articlesBeside, articlesOfEvent, articlesOfQuestions } from "./articles-beside.ts";
import { unfinishedArticle, unfinishedPage, withArticle, withPage } from "./unfinished-documents.ts";
import { addressOfRecord, unfinishedRecord, withRecord } from "./unfinished-records.ts";

/** Collections whose documents readers see on a page. */
export type PreviewCollection = "articles" | "pages" | RecordCollection;

export interface PreviewedDocument {
	readonly file: string;
	/** Pictures and attachments: paths below the content folder. */
	readonly files: readonly string[];
	/** Other documents that its page may show, beside those that any page may show. */
	readonly beside: readonly string[];
	readonly placeIn: (portal: Portal) => Portal;
	/** Where readers see it; undefined while it is on no page. */
	readonly addressIn: (portal: Portal) => UrlPath | undefined;
}

type Store = Pick<DeskStore, "list" | "naming" | "contentDirectory">;

export async function previewedDocument(
	store: Store,
	collection: PreviewCollection,
	id: string,
	bytes: Buffer,
	now: IsoDateTime,
): Promise<PreviewedDocument> {
	if (collection === "articles") return await previewedArticle(store, id, bytes, now);
	if (collection === "pages") return previewedPage(id, bytes);
	return previewedRecord(store, collection, id, bytes, now);
}

async function previewedArticle(
	store: Store,
	id: string,
	bytes: Buffer,
	now: IsoDateTime,
): Promise<PreviewedDocument> {
	const file = `articles/${id}.md`;
	const article = unfinishedArticle({ id: asArticleId(id), file, bytes }, now);
	const attachments = article.attachments.map((attachment) => attachment.file);
	return {
		file,
		files: [...picturesOf(article), ...attachments].map((reference) => resolveContentPath(file, reference)),
		beside: await articlesBeside(store, article, now),
		placeIn: (portal) => withArticle(portal, article),
		addressIn: () => article.address,
	};
}

function previewedPage(id: string, bytes: Buffer): PreviewedDocument {
	const file = `pages/${id}.md`;
	const page = unfinishedPage({ slug: asSlug(id), file, bytes });
	return {
		file,
		files: picturesOf(page).map((reference) => resolveContentPath(file, reference)),
		beside: [],
		placeIn: (portal) => withPage(portal, page),
		addressIn: () => page.address,
	};
}

function previewedRecord(
	store: Store,
	collection: RecordCollection,
	id: string,
	bytes: Buffer,
	now: IsoDateTime,
): PreviewedDocument {
	const record = unfinishedRecord(collection, { id: asSlug(id), bytes }, now);
	const { file } = record;
	const { schema } = recordCollections[collection];
	return {
		file,
		files: [...fieldValues(schema, { ...record })].flatMap(({ hints, value }) =>
			hints.control === "file" || hints.control === "image" ? [resolveContentPath(file, value)] : [],
		),
		beside: articlesOfRecord(store, collection, id, record),
		placeIn: (portal) => withRecord(portal, collection, record),
		addressIn: (portal) => addressOfRecord(portal, collection, record),
	};
}

/** Articles that a record's page may show. */
function articlesOfRecord(
	store: Store,
	collection: RecordCollection,
	id: string,
	record: object,
): readonly string[] {
	if (collection === "events") return articlesOfEvent(store, id);
	return collection === "questions" ? articlesOfQuestions(store, record as RecordOf<"questions">) : [];
}

function picturesOf({ image, bodyImages }: Pick<Article, "image" | "bodyImages">): string[] {
	return [...(image ? [image.src] : []), ...bodyImages];
}
