import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { parseSettings } from "../../parse-settings.ts";
import { SourceError } from "../../source.ts";
import { strings } from "./strings.ts";

const reference = z
	.string(strings.notText)
	.regex(/^(?:[\w-]+\.)?[^.#{}]+(?:#[\w-]+)?$/, strings.badReference);
/** A column, or a text with columns in braces: "node/{nid}". */
const joinValue = z.union([reference, z.string().regex(/\{[^{}]+\}/)], { error: strings.badReference });
/** One column or several. The first one with a value is used; for body, tags and authors, all are. */
const references = z
	.union([reference, z.array(reference).min(1).max(20)], {
		error: ({ input }) => (input === undefined ? strings.missing : strings.badReference),
	})
	.transform((value) => (typeof value === "string" ? [value] : value));
const texts = z
	.union([z.string(strings.notText), z.array(z.string(strings.notText))], { error: strings.notList })
	.transform((value) => (typeof value === "string" ? [value] : value));
const address = z.string(strings.notText).startsWith("/", strings.badAddress);
const tableName = z.string(strings.notText).min(1).max(200);

const options = {
	error: (issue: z.core.$ZodRawIssue) =>
		issue.code === "unrecognized_keys" ? strings.unknownFields(issue.keys as string[]) : undefined,
};

/**
 * Maps columns of tables to fields of an article. `column` is a column of the articles' table; `name.column` is one of
 * a table under `tables`; `column#key` is a value within a column's JSON. `kind` and `state` decide which rows are articles.
 */
export const columnMappingSchema = z.strictObject(
	{
		/** The articles' table. A star matches a prefix, which the other tables share. */
		articles: tableName.optional(),
		/** Further tables: rows whose `key` equals the column `by`, and which have the values under `where`. */
		tables: z
			.record(
				z.string().regex(/^[\w-]+$/),
				z.strictObject(
					{
						table: tableName,
						key: z.string(strings.notText),
						by: joinValue,
						where: z.record(z.string(), z.string(strings.notText)).optional(),
					},
					options,
				),
				strings.notMapping,
			)
			.optional(),
		id: references.optional(),
		title: references,
		slug: references.optional(),
		lead: references.optional(),
		body: references,
		/**
		 * The body's format. In "encoded-html", the tags are written as character references. In "lines-html", blank lines
		 * separate paragraphs that have no tags; "wordpress" has shortcodes besides.
		 */
		"body-kind": z
			.enum(["html", "encoded-html", "lines-html", "wordpress", "text", "markdown"], strings.badBodyKind)
			.optional(),
		date: references.optional(),
		updated: references.optional(),
		author: references.optional(),
		source: references.optional(),
		link: references.optional(),
		category: references.optional(),
		tags: references.optional(),
		image: references.optional(),
		/** The folder of pictures that are named without one: "/uploads/news/". */
		"image-folder": address.optional(),
		caption: references.optional(),
		views: references.optional(),
		/** The column that tells whether an article is published, and the values that mean it is. */
		state: reference.optional(),
		published: texts.optional(),
		/** Values of the same column that mean the article was deleted: it is left out and reported. */
		trashed: texts.optional(),
		/** A column that has a value if only some readers could see the article: it becomes a draft. */
		locked: references.optional(),
		/** The column that tells what a row is, and the values that mean it is not an article. */
		kind: reference.optional(),
		"other-kinds": texts.optional(),
		/** The article's own former addresses, whole. */
		address: references.optional(),
		/** Former addresses of articles, with columns in braces: "/tin/{category.alias}/{alias}-{id}.html". */
		addresses: z.array(address, strings.notList).max(20).optional(),
	},
	options,
);
export type ColumnMapping = z.output<typeof columnMappingSchema>;

/**
 * Reads a mapping from YAML.
 *
 * @throws {SourceError} listing every problem and its place
 */
export async function readColumnMapping(path: string): Promise<ColumnMapping> {
	const bytes = await readFile(path).catch(() => {
		throw new SourceError(strings.noSuchMapping(path));
	});
	return parseColumnMapping(basename(path), bytes);
}

function parseColumnMapping(file: string, bytes: Buffer): ColumnMapping {
	return parseSettings(columnMappingSchema, file, bytes, strings.remedy);
}
