import type { ArticleFields } from "../../model/article.ts";
import type { Author } from "../../model/author.ts";
import type { Committee } from "../../model/committee.ts";
import type { ArticleId, IsoDateTime, Slug, UrlPath } from "../../model/ids.ts";
import type { Page } from "../../model/page.ts";
import type { Provinces } from "../../model/provinces.ts";
import type { RecordCollection } from "../../model/record-names.ts";
import type { RecordFields } from "../../model/records.ts";
import type { SiteSettings } from "../../model/site.ts";
import type { StoryForm } from "../../model/story.ts";
import type { Tag } from "../../model/tag.ts";
import type { ContentFiles } from "../content-files.ts";
import type { LinkReference, PictureReference, References } from "../markdown/references.ts";
import type { ContentProblem } from "../problem.ts";
import type { Document, FieldPath } from "../read-document.ts";

/** A file of the content folder with its valid fields. */
export interface Entry<Fields> {
	readonly file: string;
	/** The valid fields. A missing or invalid field is absent and has been reported. */
	readonly fields: Partial<Fields>;
	/** SHA-256 of the file's bytes, in hexadecimal. */
	readonly digest: string;
	/** Warnings about this file alone; absent if there are none. */
	readonly warnings?: readonly ContentProblem[];
}

/** An entry with a body and its references. Lines are those of the file. */
export interface TextEntry<Fields> extends Entry<Fields> {
	readonly address: UrlPath;
	readonly pictures: readonly PictureReference[];
	/** The pictures' paths as written, each once. */
	readonly sources: readonly string[];
	readonly links: readonly LinkReference[];
	readonly words: number;
	/** The first sentences of the body; only if there is text and no lead. */
	readonly opening?: string | undefined;
	/** The title in sentence case; only if it is in capitals. */
	readonly sentenceTitle?: string | undefined;
}

export interface ArticleEntry extends TextEntry<ArticleFields>, StoryForm {
	readonly id: ArticleId;
}

export interface PageEntry extends TextEntry<Page> {
	readonly slug: Slug;
}

/** A record. */
export type RecordEntry<Name extends RecordCollection> = Entry<RecordFields<Name>>;

export type RecordEntries = {
	readonly [Name in RecordCollection]: ReadonlyMap<Slug, RecordEntry<Name>>;
};

/** Everything that was read, for checks that concern more than one file. The maps include files with invalid fields. */
export interface CheckContext {
	readonly now: IsoDateTime;
	readonly files: ContentFiles;
	readonly site: Entry<SiteSettings> | undefined;
	/** Including the reorganisations in `provinces.yml`. */
	readonly provinces: Provinces;
	readonly authors: ReadonlyMap<Slug, Entry<Author>>;
	readonly committees: ReadonlyMap<Slug, Entry<Committee>>;
	readonly tags: ReadonlyMap<Slug, Entry<Tag>>;
	readonly pages: ReadonlyMap<Slug, PageEntry>;
	readonly records: RecordEntries;
	/** By id, in the order of their files, including drafts and scheduled articles. */
	readonly articles: ReadonlyMap<ArticleId, ArticleEntry>;
	/** Addresses of pages that are not made from content. */
	readonly otherPages: ReadonlySet<string>;
	/** The line of a field in its file. It reads the file again, so use it only for problems. */
	lineOf(file: string, path: FieldPath): number | undefined;
	/** The anchors of a document's headings. It reads the file again, so use it only for links with an anchor. */
	anchorsOf(file: string): ReadonlySet<string>;
}

/** A check of the whole portal. */
export type PortalCheck = (context: CheckContext) => ContentProblem[];

/** A check of one file as written. */
export type DocumentCheck = (document: Document) => ContentProblem[];

/** A check of one text as written and of its references, whose lines are counted within the body. */
export type TextCheck = (document: Document, references: References) => ContentProblem[];

/** A problem of one field, with its line. */
export function problemAt(
	context: Pick<CheckContext, "lineOf">,
	file: string,
	path: FieldPath,
	wording: { readonly message: string; readonly remedy: string },
): ContentProblem {
	return withPlace(file, context.lineOf(file, path), path, wording);
}

/** A problem of one field of a document that has been read. */
export function problemIn(
	document: Document,
	path: FieldPath,
	wording: { readonly message: string; readonly remedy: string },
): ContentProblem {
	return withPlace(document.file, document.lineOf(path), path, wording);
}

function withPlace(
	file: string,
	line: number | undefined,
	path: FieldPath,
	wording: { readonly message: string; readonly remedy: string },
): ContentProblem {
	return { file, ...(line === undefined ? {} : { line }), field: fieldName(path), ...wording };
}

/** `["attachments", 1, "file"]` → `attachments[1].file`. */
function fieldName(path: FieldPath): string {
	return path
		.map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`))
		.join("");
}
