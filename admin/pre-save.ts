import {
	type CollectionName,
	collections,
	problemsOf,
	strings,
	toFileValues,
} from "../src/editor/forms/index.ts";
import { reservedNames } from "../src/model/addresses.ts";
import { slugify } from "../src/text/index.ts";
import { filingField } from "./document-format.ts";

/** Says in the editors' language why a document was not saved. */
export class NotSavedError extends Error {
	// Decap shows the error as text, name first.
	override name = "";

	constructor(problems: readonly string[]) {
		super(strings.notSaved(problems));
	}
}

/**
 * A form's values as they may be saved: checked by the schema of the model, in NFC, moments in Vietnam's time. A new
 * document's come with where it shall stand: a slug made by the portal's own rule and, for an article, its day.
 *
 * @throws NotSavedError with everything that is wrong
 */
export function prepareForSaving(
	name: CollectionName,
	form: Record<string, unknown>,
	isNew: boolean,
): Record<string, unknown> {
	const { schema, identifier } = collections[name];
	const { body, [filingField]: _, ...fields } = form;
	const values = toFileValues(schema, fields);
	const problems = [...problemsOf(schema, values)];
	const slug = slugify(String(values[identifier] ?? ""));
	if (isNew && values[identifier] && !slug) problems.push(strings.noWords);
	if (isNew && name === "pages" && reservedNames.has(slug)) problems.push(strings.reservedName(slug));
	if (problems.length > 0) throw new NotSavedError(problems);
	const [year, month, day] = String(values.date ?? "").split(/[-T]/);
	return {
		...values,
		...(typeof body === "string" && { body }),
		...(isNew && { [filingField]: { slug, year, month, day } }),
	};
}
