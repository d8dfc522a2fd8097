import type { z } from "zod";
import { type FieldHints, fieldHints } from "../../model/fields.ts";

/** A field of a schema, taken out of its wrappers. */
export interface FieldShape {
	readonly name: string;
	readonly hints: FieldHints;
	/** Whether a document without the field is wrong. */
	readonly required: boolean;
	/** What the field takes when the document leaves it out, where that is a plain value. */
	readonly default?: unknown;
	/** The type that decides the control: a string, boolean, enum, object or array schema. */
	readonly base: z.core.$ZodType;
	/** With an array: what it holds. */
	readonly item?: z.core.$ZodType;
	/** Whether a single value may be written instead of a list of one. */
	readonly oneOrMany: boolean;
}

type Definition = z.core.$ZodTypeDef & {
	innerType?: z.core.$ZodType;
	in?: z.core.$ZodType;
	out?: z.core.$ZodType;
	element?: z.core.$ZodType;
	shape?: Record<string, z.core.$ZodType>;
	entries?: Record<string, string>;
	defaultValue?: unknown;
};

function definitionOf(schema: z.core.$ZodType): Definition {
	return schema._zod.def as Definition;
}

/** Every field of an object schema, in the order of the schema. */
export function fieldShapes(schema: z.core.$ZodType): readonly FieldShape[] {
	return Object.entries(definitionOf(schema).shape ?? {}).map(([name, field]) => shapeOf(name, field));
}

function shapeOf(name: string, field: z.core.$ZodType): FieldShape {
	let base = field;
	let hints = fieldHints.get(field as z.ZodType);
	let required = true;
	let oneOrMany = false;
	let defaultValue: unknown;
	for (;;) {
		const { type, innerType, in: input, out, defaultValue: value } = definitionOf(base);
		if (type === "default" || type === "prefault") defaultValue ??= value;
		if (type === "optional" || type === "default" || type === "prefault") required = false;
		let next = innerType;
		if (type === "pipe" && input && out) {
			const outType = definitionOf(out).type;
			if (definitionOf(input).type === "transform") {
				oneOrMany = outType === "array";
				next = out;
			} else next = outType === "boolean" ? out : input;
		}
		if (!next) break;
		base = next;
		hints ??= fieldHints.get(base as z.ZodType);
	}
	if (!hints) throw new Error(`The field "${name}" has no hints; register it with field(schema, hints).`);
	const item = definitionOf(base).element;
	return {
		name,
		hints,
		required,
		base,
		oneOrMany,
		...(item && { item }),
		...(defaultValue !== undefined && { default: defaultValue }),
	};
}

/** `string`, `boolean`, `enum`, `object`, `array` and so on. */
export function typeOf(schema: z.core.$ZodType): string {
	return definitionOf(schema).type;
}

/** The values that an enum takes. */
export function choicesOf(schema: z.core.$ZodType): readonly string[] {
	return Object.values(definitionOf(schema).entries ?? {});
}
