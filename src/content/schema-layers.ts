/** Looks into zod schemas: the layers of a field, and what they contain. */
import type { z } from "zod";
import { documentSchemas } from "../model/schemas.ts";
import type { FieldPath } from "./yaml.ts";

/** The parts of a zod schema's internals that are used here. */
type Definition = {
	readonly shape?: Record<string, z.ZodType>;
	readonly innerType?: z.ZodType;
	readonly element?: z.ZodType;
	readonly in?: z.ZodType;
	readonly out?: z.ZodType;
	readonly entries?: Readonly<Record<string, unknown>>;
	readonly type: string;
};

export function definitionAt(schema: z.ZodType, path: FieldPath): Definition | undefined {
	const layer = layersAt(schema, path).at(-1);
	return layer && definitionOf(layer);
}

/** The nested schemas at a path, outermost first: default, optional, object. */
export function layersAt(schema: z.ZodType, path: FieldPath): z.ZodType[] {
	let layers = unwrap(schema);
	for (const part of path) {
		const core = layers.at(-1);
		const definition = core && definitionOf(core);
		const next = typeof part === "number" ? definition?.element : definition?.shape?.[part];
		if (!next) return [];
		layers = unwrap(next);
	}
	return layers;
}

/** Whether a field is a list whose items are texts. */
export function isTextList(schema: z.ZodType, path: FieldPath): boolean {
	const { element } = definitionAt(schema, path) ?? {};
	return element !== undefined && definitionOf(unwrap(element).at(-1) as z.ZodType).type === "string";
}

function unwrap(schema: z.ZodType): z.ZodType[] {
	const layers = [schema];
	for (;;) {
		const definition = definitionOf(layers.at(-1) as z.ZodType);
		const inner =
			definition.innerType ??
			(definition.type === "pipe"
				? definitionOf(definition.in as z.ZodType).type === "transform"
					? definition.out
					: definition.in
				: undefined);
		if (!inner) return layers;
		layers.push(inner);
	}
}

export function definitionOf(schema: z.ZodType): Definition {
	return schema._zod.def as unknown as Definition;
}

interface FieldNames {
	/** Of all kinds of documents. */
	readonly names: ReadonlySet<string>;
	/** The names of lists of texts. */
	readonly textLists: ReadonlySet<string>;
	/** Fields of groups: `image.src`. */
	readonly inner: ReadonlySet<string>;
}

let known: FieldNames | undefined;

/** The names of fields, whatever the kind of document. */
export function fieldNames(): FieldNames {
	if (known) return known;
	const schemas: readonly z.ZodObject[] = Object.values(documentSchemas);
	const names = new Set(schemas.flatMap(({ shape }) => Object.keys(shape)));
	const isList = (name: string) => schemas.some((schema) => isTextList(schema, [name]));
	const inner = schemas.flatMap((schema) =>
		Object.keys(schema.shape).flatMap((name) =>
			Object.keys(definitionAt(schema, [name])?.shape ?? {}).map((key) => `${name}.${key}`),
		),
	);
	known = { names, textLists: new Set([...names].filter(isList)), inner: new Set(inner) };
	return known;
}
