import { commentsSchema } from "../../model/comment.ts";
import { isArticleId, isSlug } from "../../model/ids.ts";
import { isRecordCollection } from "../../model/record-names.ts";
import type { ImportedArticle, ImportedFile, ImportedRecord } from "../source.ts";

/**
 * The part of an article that only exports of this project have: its id, front matter, authors and files. Undefined if
 * there is none.
 *
 * @param value the value as parsed from JSON
 * @param find finds a file's bytes by its name in the text and its place in the content folder
 */
export function readOwnExport(
	value: unknown,
	find: (reference: string, place: string) => (() => Promise<Uint8Array>) | undefined,
): Pick<ImportedArticle, "id" | "fields" | "authors" | "files" | "comments"> | undefined {
	const { id, fields, authors, files, comments } = objectOf(value);
	const said = commentsSchema.safeParse({ comments });
	if (typeof id !== "string" || !isArticleId(id) || typeof fields !== "object" || fields === null)
		return undefined;
	const names = listOf(authors).map((author) =>
		typeof author === "string" ? author : String(objectOf(author).name ?? ""),
	);
	return {
		id,
		fields: { ...fields },
		...(said.success && said.data.comments.length > 0 && { comments: said.data.comments }),
		authors: names.filter((name) => name !== ""),
		files: filesOf(files, find),
	};
}

/** A record that an export of this project has. Undefined if it is none. Its fields are not checked. */
export function readOwnRecord(
	value: unknown,
	find: Parameters<typeof readOwnExport>[1],
): Omit<ImportedRecord, "position"> | undefined {
	const { collection, id, fields, files } = objectOf(value);
	if (typeof collection !== "string" || !isRecordCollection(collection)) return undefined;
	if (typeof id !== "string" || !isSlug(id)) return undefined;
	return { collection, id, record: objectOf(fields), files: filesOf(files, find) };
}

function filesOf(files: unknown, find: Parameters<typeof readOwnExport>[1]): ImportedFile[] {
	return listOf(files).flatMap((file): ImportedFile[] => {
		const { reference, path } = objectOf(file);
		if (typeof reference !== "string" || typeof path !== "string") return [];
		const read = find(reference, path);
		return [{ reference, place: path, ...(read ? { read } : {}) }];
	});
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
