import {
	type Collection,
	type CollectionName,
	collections,
	problemsOf,
	strings,
	toFileValues,
} from "../src/editor/forms/index.ts";
import { reservedNames } from "../src/model/addresses.ts";
import { slugify } from "../src/text/index.ts";
import { filingField } from "./document-format.ts";

/** The reason why a document was not saved, in the editors' language. */
export class NotSavedError extends Error {
	// Decap shows the error as text, name first.
	override name = "";

	constructor(problems: readonly string[]) {
		super(strings.notSaved(problems));
	}
}

/**
 * Prepares a form's values for saving: checked by the model's schema, in NFC, moments in Vietnam's time. A new document
 * also gets its path: a slug made by the portal's rule and, for an article, its day.
 *
 * @throws NotSavedError with all problems
 */
export function prepareForSaving(
	name: CollectionName,
	form: Record<string, unknown>,
	isNew: boolean,
): Record<string, unknown> {
	const { schema, identifier }: Collection = collections[name];
	const { body, [filingField]: _, ...fields } = form;
	const values = toFileValues(schema, fields);
	const problems = [...problemsOf(schema, values)];
	const slug = slugOfNew(name, values);
	if (isNew && values[identifier] && !slug) problems.push(strings.noWords);
	if (isNew && name === "pages" && reservedNames.has(slug)) problems.push(strings.reservedName(slug));
	if (problems.length > 0) throw new NotSavedError(problems);
	const [yyyy, month, day] = String(values.date ?? "").split(/[-T]/);
	return {
		...values,
		...(typeof body === "string" && { body }),
		...(isNew && { [filingField]: { slug, year: yyyy, month, day } }),
	};
}

/** The slug of a new document: of what it is known by and, where its collection says so, its year. Empty without words. */
export function slugOfNew(collection: CollectionName, values: Readonly<Record<string, unknown>>): string {
	const { identifier, yearOf }: Collection = collections[collection];
	const year = yearOf === undefined ? "" : String(values[yearOf] ?? "").slice(0, "yyyy".length);
	const name = slugify(String(values[identifier] ?? ""));
	return name && slugify(`${name} ${year}`);
}
