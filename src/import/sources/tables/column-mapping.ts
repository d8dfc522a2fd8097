import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { parseSettings } from "../../parse-settings.ts";
import { SourceError } from "../../source.ts";
import { strings } from "./strings.ts";

const reference = z
	.string(strings.notText)
	.regex(/^(?:[\w-]+\.)?[^.#{}]+(?:#[\w-]+)?$/, strings.badReference);
/** One column or several: the first that holds something counts; of body, tags and authors all do. */
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
 * Which column of which table is which field. `column` is a column of the articles' table, `name.column` one of the
 * tables under `tables`, `column#key` a value of JSON in a column.
 */
export const columnMappingSchema = z.strictObject(
	{
		/** The articles' table; a star stands for a prefix, which the other tables share. */
		articles: tableName.optional(),
		/** Further tables: rows whose `key` equals the column `by`. */
		tables: z
			.record(
				z.string().regex(/^[\w-]+$/),
				z.strictObject({ table: tableName, key: z.string(strings.notText), by: reference }, options),
				strings.notMapping,
			)
			.optional(),
		id: references.optional(),
		title: references,
		slug: references.optional(),
		lead: references.optional(),
		body: references,
		/** What the body is written in; "encoded-html" has its tags as character references. */
		"body-kind": z.enum(["html", "encoded-html", "text", "markdown"], strings.badBodyKind).optional(),
		date: references.optional(),
		updated: references.optional(),
		author: references.optional(),
		source: references.optional(),
		link: references.optional(),
		category: references.optional(),
		tags: references.optional(),
		image: references.optional(),
		/** Where pictures lie that are named without a folder: "/uploads/news/". */
		"image-folder": address.optional(),
		caption: references.optional(),
		views: references.optional(),
		/** The column that says whether an article is published, and the values that mean it is. */
		state: reference.optional(),
		published: texts.optional(),
		/** Where articles stood, columns in braces: "/tin/{category.alias}/{alias}-{id}.html". */
		addresses: z.array(address, strings.notList).max(20).optional(),
	},
	options,
);
export type ColumnMapping = z.output<typeof columnMappingSchema>;

/**
 * Reads a mapping from YAML.
 *
 * @throws {SourceError} naming every problem and its place
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
