import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readData, resolveContentPath } from "../content/index.ts";
import { fieldValues } from "../model/field-values.ts";
import { isSlug, type Slug } from "../model/ids.ts";
import { type RecordCollection, recordNames } from "../model/record-names.ts";
import { recordCollections } from "../model/records.ts";
import { namesIfAny } from "./content-if-any.ts";
import type { UnreadableFile } from "./read-articles.ts";

/** A record as its file has it: an official document, an event, a week, a unit, a person, a question, a banner. */
export interface ExportedRecord {
	readonly collection: RecordCollection;
	readonly id: Slug;
	/** By which a person knows it: a number, a name, a question. */
	readonly title: string;
	/** As they are written. */
	readonly fields: Readonly<Record<string, unknown>>;
	/** Pictures and attachments: the names in the record and the paths below the content folder. */
	readonly files: readonly { readonly reference: string; readonly path: string }[];
}

/** Every record of a content folder by collection, in the order of their files. */
export async function* readRecords(directory: string): AsyncGenerator<ExportedRecord | UnreadableFile> {
	for (const collection of recordNames) {
		const names = await namesIfAny(join(directory, collection));
		for (const name of names.filter((each) => each.endsWith(".yml")).sort()) {
			const id = name.replace(/\.yml$/, "");
			const file = `${collection}/${name}`;
			const { document, problem } = readData(file, await readFile(join(directory, file)));
			if (!document) yield { file, unreadable: problem.message };
			else if (!isSlug(id)) yield { file, unreadable: file };
			else {
				const { fields } = document;
				const title = String(fields[recordCollections[collection].identifier] ?? id);
				yield { collection, id, title, fields, files: filesOf(file, collection, fields) };
			}
		}
	}
}

function filesOf(
	file: string,
	collection: RecordCollection,
	fields: ExportedRecord["fields"],
): ExportedRecord["files"] {
	const named = [...fieldValues(recordCollections[collection].schema, fields)]
		.filter(({ hints, value }) => isFile(hints.control) && !/^[a-z]+:|^\/\//i.test(value))
		.map(({ value }) => value);
	return [...new Set(named)]
		.filter((reference) => !reference.split("/").includes(".."))
		.map((reference) => ({ reference, path: resolveContentPath(file, reference) }));
}

function isFile(control: string | undefined): boolean {
	return control === "image" || control === "file";
}
