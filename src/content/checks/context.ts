import type { ArticleFields } from "../../model/article.ts";
import type { Author } from "../../model/author.ts";
import type { Committee } from "../../model/committee.ts";
import type { ArticleId, IsoDateTime, Slug, UrlPath } from "../../model/ids.ts";
import type { Page } from "../../model/page.ts";
import type { Provinces } from "../../model/provinces.ts";
import type { RecordCollection } from "../../model/record-names.ts";
import type { RecordFields } from "../../model/records.ts";
import type { SiteSettings } from "../../model/site.ts";
import type { Tag } from "../../model/tag.ts";
import type { ContentFiles } from "../content-files.ts";
import type { LinkReference, PictureReference, References } from "../markdown/references.ts";
import type { ContentProblem } from "../problem.ts";
import type { Document, FieldPath } from "../read-document.ts";

/** A file of the content folder with those of its fields that are right. */
export interface Entry<Fields> {
	readonly file: string;
	/** All fields that hold what they may hold; a missing or wrong one is absent and has been reported. */
	readonly fields: Partial<Fields>;
	/** SHA-256 of the file's bytes, in hexadecimal. */
	readonly digest: string;
	/** What is worth a look in the file by itself; absent where there is nothing. */
	readonly warnings?: readonly ContentProblem[];
}

/** An entry with text of its own, whose references were taken out of it. Lines are those of the file. */
export interface TextEntry<Fields> extends Entry<Fields> {
	readonly address: UrlPath;
	readonly pictures: readonly PictureReference[];
	/** What the pictures are, as written, each once. */
	readonly sources: readonly string[];
	readonly links: readonly LinkReference[];
	readonly words: number;
	/** The first sentences of the body; only where there is text and no lead. */
	readonly opening?: string | undefined;
	/** The title as a sentence; only where it is in capitals. */
	readonly sentenceTitle?: string | undefined;
}

export interface ArticleEntry extends TextEntry<ArticleFields> {
	readonly id: ArticleId;
}

export interface PageEntry extends TextEntry<Page> {
	readonly slug: Slug;
}

/** A record; one with a body has what a text has. */
export type RecordEntry<Name extends RecordCollection> = Entry<RecordFields<Name>>;

export type RecordEntries = {
	readonly [Name in RecordCollection]: ReadonlyMap<Slug, RecordEntry<Name>>;
};

/** Everything that was read, for checks that look at more than one file. Maps hold files with wrong fields as well. */
export interface CheckContext {
	readonly now: IsoDateTime;
	readonly files: ContentFiles;
	readonly site: Entry<SiteSettings> | undefined;
	/** With the reorganisations of `provinces.yml`. */
	readonly provinces: Provinces;
	readonly authors: ReadonlyMap<Slug, Entry<Author>>;
	readonly committees: ReadonlyMap<Slug, Entry<Committee>>;
	readonly tags: ReadonlyMap<Slug, Entry<Tag>>;
	readonly pages: ReadonlyMap<Slug, PageEntry>;
	readonly records: RecordEntries;
	/** By id, in the order of their files; drafts and scheduled articles are among them. */
	readonly articles: ReadonlyMap<ArticleId, ArticleEntry>;
	/** Addresses of pages that are made of other things than content. */
	readonly otherPages: ReadonlySet<string>;
	/** The line of a file on which a field stands. Reads the file again: for problems only. */
	lineOf(file: string, path: FieldPath): number | undefined;
	/** The names of an article's headings. Reads the file again: for links that name one. */
	anchorsOf(file: string): ReadonlySet<string>;
}

/** Looks at everything together. */
export type PortalCheck = (context: CheckContext) => ContentProblem[];

/** Looks at one file as it was written. */
export type DocumentCheck = (document: Document) => ContentProblem[];

/** Looks at one text as it was written, and at what it refers to, with lines of the body. */
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

/** A problem of one field of a document that is at hand. */
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
