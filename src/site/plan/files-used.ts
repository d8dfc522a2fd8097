/** The pictures and attachments that a portal shows. They are prepared before its pages are planned. */

import { resolveContentPath } from "../../content/index.ts";
import { isWithdrawn } from "../../model/article.ts";
import { fieldValues } from "../../model/field-values.ts";
import type { Portal } from "../../model/portal.ts";
import { recordNames } from "../../model/record-names.ts";
import { recordCollections } from "../../model/records.ts";
import { type DocumentKind, documentSchemas } from "../../model/schemas.ts";

/** Paths below the content folder, each once, in order. */
export interface FilesUsed {
	readonly pictures: readonly string[];
	readonly attachments: readonly string[];
	/** PDF files of official documents. */
	readonly documentFiles: readonly string[];
}

/** Whether a browser can show a file of that name. */
export function isPdf(path: string): boolean {
	return /\.pdf$/i.test(path);
}

export function filesUsed(portal: Portal): FilesUsed {
	const pictures = new Set<string>();
	const attachments = new Set<string>();
	const documentFiles = new Set<string>();
	const addPicture = (document: string, reference: string | undefined) => {
		if (reference !== undefined) pictures.add(resolveContentPath(document, reference));
	};
	const addNamed = (kind: DocumentKind, document: object, file: string) => {
		for (const { hints, value } of fieldValues(documentSchemas[kind], { ...document })) {
			if (hints.control === "image") addPicture(file, value);
			if (hints.control !== "file") continue;
			const isShown = kind === "official-document" && isPdf(value);
			(isShown ? documentFiles : attachments).add(resolveContentPath(file, value));
		}
	};
	addNamed("site", portal.site, "site.yml");
	for (const author of portal.authors.values()) addNamed("author", author, author.file);
	for (const name of recordNames)
		for (const record of portal.records[name].values())
			addNamed(recordCollections[name].kind, record, record.file);
	for (const document of [
		...portal.articles.filter((article) => !isWithdrawn(article, portal.now)),
		...portal.pages,
	]) {
		addPicture(document.file, document.image?.src);
		for (const reference of document.bodyImages) addPicture(document.file, reference);
		if (!("attachments" in document)) continue;
		for (const { file } of document.attachments) attachments.add(resolveContentPath(document.file, file));
	}
	return {
		pictures: [...pictures].sort(),
		attachments: [...attachments].sort(),
		documentFiles: [...documentFiles].sort(),
	};
}
