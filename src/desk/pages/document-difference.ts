/** The difference between two versions for editors: field by field, with the labels of the form. */
import { readData, readDocument, type YamlFields, type YamlValue } from "../../content/index.ts";
import { collections, fieldLabel } from "../../editor/forms/index.ts";
import type { Collection } from "../messages.ts";
import { entryStrings } from "./strings.ts";
import { type TextPiece, textDifference } from "./text-difference.ts";

export interface FieldDifference {
	/** The field's name in the form. */
	readonly label: string;
	readonly pieces: readonly TextPiece[];
}

/**
 * The fields in which two texts of a document differ, the body last. If one of them cannot be read, the whole texts are
 * compared. Empty if they are equivalent.
 *
 * @param path below the content folder
 */
export function documentDifference(
	collection: Collection,
	path: string,
	before: string,
	after: string,
): readonly FieldDifference[] {
	const [one, other] = [partsOf(path, before), partsOf(path, after)];
	if (!one || !other) {
		return before === after
			? []
			: [{ label: entryStrings.versions.wholeText, pieces: textDifference(before, after) }];
	}
	const { schema } = collections[collection];
	const names = [...new Set([...Object.keys(one.fields), ...Object.keys(other.fields)])];
	const fields = names.map((name) => ({
		label: fieldLabel(schema, [name]),
		texts: [one, other].map(({ fields }) =>
			shownValue(fields[name], (path) => fieldLabel(schema, [name, ...path])),
		),
	}));
	const body = { label: entryStrings.versions.body, texts: [one.body.trim(), other.body.trim()] };
	return [...fields, body].flatMap(({ label, texts: [from = "", to = ""] }) =>
		from === to ? [] : [{ label, pieces: textDifference(from, to) }],
	);
}

function partsOf(path: string, text: string): { fields: YamlFields; body: string } | undefined {
	const bytes = Buffer.from(text);
	const { document } = path.endsWith(".md") ? readDocument(path, bytes) : readData(path, bytes);
	return document && { fields: document.fields, body: document.body };
}

/** A value as text: lists with commas, objects with a line for each part. */
function shownValue(
	value: YamlValue | undefined,
	labelOf: (path: readonly PropertyKey[]) => string,
	path: readonly PropertyKey[] = [],
): string {
	if (value === undefined) return "";
	if (typeof value === "string") return value;
	if (Array.isArray(value)) {
		const items = value.map((item, at) => shownValue(item, labelOf, [...path, at]));
		return items.join(value.every((item) => typeof item === "string") ? ", " : "\n");
	}
	return Object.entries(value as YamlFields)
		.map(([name, part]) => {
			const label = labelOf([...path, name])
				.split(" › ")
				.at(-1);
			return `${label}: ${shownValue(part, labelOf, [...path, name])}`;
		})
		.join("\n");
}
