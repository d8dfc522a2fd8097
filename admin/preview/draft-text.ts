import { newArticleFolder } from "../../src/editor/forms/index.ts";
import { isRecordCollection, type RecordCollection } from "../../src/model/record-names.ts";
import { toVietnamMoment } from "../../src/text/index.ts";
import type { OpenDraft } from "../decap-store.ts";
import type { AddedFile } from "../desk/sent-files.ts";
import { documentFormats } from "../document-formats.ts";
import { slugOfNew } from "../pre-save.ts";

/** Collections whose documents readers see on a page. */
export type PreviewedCollection = "articles" | "pages" | RecordCollection;

/** Whether documents of a collection have a page. */
export function isPreviewed(collection: string): collection is PreviewedCollection {
	return collection === "articles" || collection === "pages" || isRecordCollection(collection);
}

/** The form's values as the file that a save would write, without checks. */
export interface DraftText {
	readonly collection: PreviewedCollection;
	/** For a new document, the likely one. */
	readonly id: string;
	readonly text: string;
	readonly files: readonly AddedFile[];
}

/** Undefined for documents without a page. */
export function draftText({ collection, id, data, addedFiles }: OpenDraft): DraftText | undefined {
	if (!isPreviewed(collection)) return undefined;
	const values = data.toJS() as Record<string, unknown>;
	const name = slugOfNew(collection, values) || "bai-moi";
	const day =
		/^\d{4}-\d{2}-\d{2}/.exec(String(values.date ?? ""))?.[0] ?? toVietnamMoment(Date.now()).slice(0, 10);
	const ownId = id ?? (collection === "articles" ? `${day.replaceAll("-", "/")}-${name}` : name);
	const folder = ownId.slice(ownId.lastIndexOf("/") + 1);
	const text = documentFormats[collection]
		.toFile(values, undefined as never)
		.replaceAll(`${newArticleFolder}/`, `${folder}/`);
	const place = collection === "articles" ? `articles/${ownId}` : "media";
	return {
		collection,
		id: ownId,
		text,
		files: addedFiles.map(({ file }) => ({ path: `${place}/${file.name}`, file })),
	};
}

/** The number of the line in which a text's body begins, counted from 1; infinite for a text that has none. */
export function firstLineOfBody(text: string): number {
	const front = /^---\n[\s\S]*?\n?---\n\s*/.exec(text)?.[0];
	return front === undefined ? Number.POSITIVE_INFINITY : front.split("\n").length;
}
