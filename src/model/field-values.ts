import { z } from "zod";
import { type FieldHints, fieldHints } from "./fields.ts";

/** A value in a document, with the hints of its field. */
export interface FieldValue {
	readonly path: readonly (string | number)[];
	readonly hints: FieldHints;
	readonly value: string;
}

/** Every text in a document's fields, in the schema's order. Absent fields are skipped. */
export function* fieldValues(
	schema: z.ZodObject,
	fields: Readonly<Record<string, unknown>>,
): Generator<FieldValue> {
	for (const [name, field] of Object.entries(schema.shape))
		yield* valuesOf(field as z.ZodType, fields[name], [name], undefined);
}

function* valuesOf(
	schema: z.ZodType,
	value: unknown,
	path: readonly (string | number)[],
	outer: FieldHints | undefined,
): Generator<FieldValue> {
	if (value === undefined) return;
	const hints = fieldHints.get(schema) ?? outer;
	if (schema instanceof z.ZodObject) {
		for (const [name, field] of Object.entries(schema.shape)) {
			const inner = (value as Readonly<Record<string, unknown>>)[name];
			yield* valuesOf(field as z.ZodType, inner, [...path, name], undefined);
		}
	} else if (schema instanceof z.ZodArray && Array.isArray(value)) {
		// Invalid items are holes.
		for (const [at, item] of value.entries())
			yield* valuesOf(schema.element as z.ZodType, item, [...path, at], hints);
	} else if (schema instanceof z.ZodPipe) {
		const { in: input, out } = schema;
		const inner = (input instanceof z.ZodTransform ? out : input) as z.ZodType;
		yield* valuesOf(inner, value, path, hints);
	} else if ("innerType" in schema.def) {
		yield* valuesOf(schema.def.innerType as z.ZodType, value, path, hints);
	} else if (typeof value === "string" && hints) yield { path, hints, value };
}
