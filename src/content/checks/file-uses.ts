import { fieldValues } from "../../model/field-values.ts";
import { filePath } from "../../model/fields.ts";
import { recordNames } from "../../model/record-names.ts";
import { recordCollections } from "../../model/records.ts";
import { type DocumentKind, documentSchemas } from "../../model/schemas.ts";
import { resolveContentPath } from "../content-files.ts";
import type { ContentProblem } from "../problem.ts";
import type { FieldPath } from "../read-document.ts";
import { type ArticleEntry, type CheckContext, type Entry, problemAt, type TextEntry } from "./context.ts";

/** A reference to a file in a document. */
export interface FileUse {
	readonly kind: "picture" | "attachment";
	/** The document with the reference. */
	readonly document: string;
	/** As it was written. */
	readonly written: string;
	/** Path below the content folder; undefined if the reference is not a valid path. */
	readonly target: string | undefined;
}

/** Tells what is wrong with a reference; undefined if nothing is. */
export type FileJudge = (use: FileUse) => { readonly message: string; readonly remedy: string } | undefined;

const pathSchema = filePath();

/**
 * Checks every reference to a picture or an attachment, in front matter, data and bodies.
 *
 * @param isWanted restricts the check to some articles
 */
export function judgeFileUses(
	context: CheckContext,
	judge: FileJudge,
	isWanted?: (article: ArticleEntry) => boolean,
): ContentProblem[] {
	const problems: ContentProblem[] = [];
	const field = (kind: FileUse["kind"], file: string, path: FieldPath, written: string | undefined): void => {
		if (written === undefined) return;
		const wording = judge({ kind, document: file, written, target: resolveContentPath(file, written) });
		if (wording) problems.push(problemAt(context, file, path, wording));
	};
	const body = ({ file, sources, pictures }: TextEntry<unknown>): void => {
		for (const written of sources) {
			const target = pathSchema.safeParse(written).success ? resolveContentPath(file, written) : undefined;
			const wording = judge({ kind: "picture", document: file, written, target });
			if (!wording) continue;
			for (const { src, line } of pictures) {
				if (src === written) problems.push({ file, line, field: "body", ...wording });
			}
		}
	};
	for (const entry of context.articles.values()) {
		if (isWanted && !isWanted(entry)) continue;
		field("picture", entry.file, ["image", "src"], entry.fields.image?.src);
		entry.fields.attachments?.forEach((attachment, index) => {
			field("attachment", entry.file, ["attachments", index, "file"], attachment.file);
		});
		body(entry);
	}
	if (isWanted) return problems;
	const fields = (kind: DocumentKind, entry: Entry<object>): void => {
		for (const { path, hints, value } of fieldValues(documentSchemas[kind], { ...entry.fields })) {
			if (hints.control === "image") field("picture", entry.file, path, value);
			if (hints.control === "file") field("attachment", entry.file, path, value);
		}
	};
	for (const entry of context.pages.values()) {
		fields("page", entry);
		body(entry);
	}
	for (const name of recordNames)
		for (const entry of context.records[name].values()) fields(recordCollections[name].kind, entry);
	for (const entry of context.authors.values()) fields("author", entry);
	if (context.site) fields("site", context.site);
	return problems;
}
