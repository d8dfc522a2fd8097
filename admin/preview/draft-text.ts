import { isCollectionName, newArticleFolder } from "../../src/editor/forms/index.ts";
import { slugify, toVietnamMoment } from "../../src/text/index.ts";
import type { OpenDraft } from "../decap-store.ts";
import type { AddedFile } from "../desk/sent-files.ts";
import { documentFormats } from "../document-formats.ts";

/** The form's values as the file that a save would write, without checks. */
export interface DraftText {
	readonly collection: "articles" | "pages";
	/** For a new document, the likely one. */
	readonly id: string;
	readonly text: string;
	readonly files: readonly AddedFile[];
}

/** Undefined for documents without a page. */
export function draftText({ collection, id, data, addedFiles }: OpenDraft): DraftText | undefined {
	if ((collection !== "articles" && collection !== "pages") || !isCollectionName(collection))
		return undefined;
	const values = data.toJS() as Record<string, unknown>;
	const name = slugify(String(values.title ?? "")) || "bai-moi";
	const day =
		/^\d{4}-\d{2}-\d{2}/.exec(String(values.date ?? ""))?.[0] ?? toVietnamMoment(Date.now()).slice(0, 10);
	const ownId = id ?? (collection === "pages" ? name : `${day.replaceAll("-", "/")}-${name}`);
	const folder = ownId.slice(ownId.lastIndexOf("/") + 1);
	const text = documentFormats[collection]
		.toFile(values, undefined as never)
		.replaceAll(`${newArticleFolder}/`, `${folder}/`);
	const place = collection === "articles" ? `articles/${ownId}` : "media";
	return {
		collection,
		id: ownId,
		text,
		files: addedFiles.map((file) => ({ path: `${place}/${file.name}`, file })),
	};
}

/** The number of the line in which a text's body begins, counted from 1. */
export function firstLineOfBody(text: string): number {
	const front = /^---\n[\s\S]*?\n?---\n\s*/.exec(text)?.[0] ?? "";
	return front.split("\n").length;
}
