import type { ExportedArticle } from "./read-articles.ts";
import type { ExportedRecord } from "./read-records.ts";

/**
 * An article as a line of JSON Lines. `title` to `url` are for any program that reads such files; `tintinh`, `id`,
 * `fields` and `files` let this project take the article back as it was. The body is Markdown.
 *
 * @param site address of the portal, without a slash at the end
 */
export function jsonLine(
	{ id, fields, body, authors, files, comments }: ExportedArticle,
	site: string,
): string {
	const { title, summary, date, tags, source } = fields;
	return `${JSON.stringify({
		tintinh: 1,
		id,
		title,
		summary,
		date,
		author: authors.map(({ name }) => name),
		organisation: authors.find(({ organisation }) => organisation !== undefined)?.organisation,
		source: (source as { name?: unknown } | undefined)?.name,
		tags,
		url: addressOf(id, site),
		format: "markdown",
		body,
		fields,
		files: files.map(({ reference, path }) => ({ reference, path })),
		...(comments.length > 0 && { comments }),
	})}\n`;
}

/** A record as a line of JSON Lines, after those of the articles; `collection` tells it from an article. */
export function recordLine({ collection, id, title, fields, files }: ExportedRecord): string {
	return `${JSON.stringify({ tintinh: 1, collection, id, title, fields, files })}\n`;
}

/** Where readers find the article. */
export function addressOf(id: string, site: string): string {
	return `${site}/${id.replace(/^(\d{4}\/\d{2}\/\d{2})-/, "$1/")}.html`;
}
