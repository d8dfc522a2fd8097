import type { z } from "zod";
import { type FieldHints, fieldHints } from "../../model/fields.ts";
import { isIsoDay, toIsoDateTime } from "../../model/ids.ts";
import { readTime } from "../../text/index.ts";
import { nearest } from "../nearest.ts";
import type { ContentProblem } from "../problem.ts";
import type { Document, FieldPath } from "../read-document.ts";
import { strings } from "../strings.ts";
import { problemIn } from "./context.ts";

/** The parts of a zod schema's internals that are used here. */
type Definition = {
	readonly shape?: Record<string, z.ZodType>;
	readonly innerType?: z.ZodType;
	readonly element?: z.ZodType;
	readonly in?: z.ZodType;
	readonly out?: z.ZodType;
	readonly type: string;
};

/**
 * Checks a document against its schema: unknown fields, missing ones, wrong values. Valid fields and list items are
 * kept even if others are invalid, so that further checks can use them.
 */
export function checkFields<Shape extends z.ZodRawShape>(
	document: Document,
	schema: z.ZodObject<Shape>,
): { readonly fields: Partial<z.output<z.ZodObject<Shape>>>; readonly problems: ContentProblem[] } {
	const result = schema.safeParse(document.fields);
	if (result.success) return { fields: result.data as Partial<z.output<z.ZodObject<Shape>>>, problems: [] };
	const problems = result.error.issues.flatMap((issue) => problemsOf(document, schema, issue));
	return { fields: rightFields(document, schema), problems };
}

function rightFields<Shape extends z.ZodRawShape>(
	document: Document,
	schema: z.ZodObject<Shape>,
): Partial<z.output<z.ZodObject<Shape>>> {
	const fields: Record<string, unknown> = {};
	for (const [name, fieldSchema] of Object.entries(schema.shape)) {
		const result = (fieldSchema as z.ZodType).safeParse(document.fields[name]);
		if (result.success) {
			if (result.data !== undefined) fields[name] = result.data;
			continue;
		}
		const items = rightItems(schema, name, document.fields[name]);
		if (items) fields[name] = items;
	}
	return fields as Partial<z.output<z.ZodObject<Shape>>>;
}

/**
 * The valid items of a partly invalid list. Each keeps its index, by which problems find its line. Invalid items become
 * holes, which `forEach`, `map` and `flatMap` skip.
 */
function rightItems(schema: z.ZodType, name: string, value: unknown): unknown[] | undefined {
	const element = layersAt(schema, [name])
		.map((layer) => definitionOf(layer).element)
		.find((each) => each !== undefined);
	if (!element || !Array.isArray(value)) return undefined;
	const items: unknown[] = [];
	for (const [index, item] of value.entries()) {
		const result = element.safeParse(item);
		if (result.success) items[index] = result.data;
	}
	return items;
}

function problemsOf(document: Document, schema: z.ZodType, issue: z.core.$ZodIssue): ContentProblem[] {
	const path = issue.path.filter((part) => typeof part !== "symbol");
	if (issue.code === "unrecognized_keys") {
		const allowed = Object.keys(definitionAt(schema, path)?.shape ?? {});
		return issue.keys.map((key) =>
			problemIn(document, [...path, key], strings.unknownField(key, nearest(key, allowed), allowed)),
		);
	}
	const { title = String(path.at(-1) ?? ""), hint } = hintsAt(schema, path) ?? {};
	if (valueAt(document.fields, path) === undefined) {
		return [problemIn(document, path, strings.missingField(title, hint))];
	}
	const value = valueAt(document.fields, path);
	const problem = problemIn(document, path, {
		...strings.badField(title, issue.message),
		...remedyFor(issue, value, hintsAt(schema, path)?.control),
	});
	const written = writtenReference(schema, path, value);
	return [written ? { ...problem, written } : problem];
}

/** A remedy with the value to write instead, if it can be guessed. */
function remedyFor(issue: z.core.$ZodIssue, value: unknown, control: FieldHints["control"]) {
	if (typeof value === "string") {
		const meant = /^(?:moment|day|momentOrDay)$/.test(control ?? "") ? meantDate(value, control) : undefined;
		const right = control === "time" ? readTime(value) : meant;
		return right === undefined ? undefined : { remedy: strings.write(right) };
	}
	const wantsText = issue.code === "invalid_type" && issue.expected === "string";
	// `tags: [Bão: tin mới]` contains a mapping where a text was meant.
	return wantsText ? { remedy: strings.quoteValue } : undefined;
}

/** A date as people write it, in the form that is read: `22/11/2026 8:30` → `2026-11-22T08:30:00+07:00`. */
function meantDate(text: string, control: FieldHints["control"]): string | undefined {
	const written = text.trim();
	const [, dayFirst, monthNext, yearLast, rest] =
		/^(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)[ ,]*(.{0,20})$/i.exec(written) ?? [];
	const [, yearFirst, month, dayLast, after] =
		/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)[T ,]*(.{0,20})$/i.exec(written) ?? [];
	const parts = yearLast === undefined ? [yearFirst, month, dayLast] : [yearLast, monthNext, dayFirst];
	const day = parts.map((part) => (part ?? "").padStart(2, "0")).join("-");
	if (!isIsoDay(day)) return undefined;
	const time = (rest ?? after ?? "").replace(/^lúc /i, "");
	const [, hour, minute = "0", second = "0", zone = ""] =
		/^(\d{1,2})(?:[:hg](\d{2}))?(?::(\d{2}))?(?:\.\d+)? ?(Z|[+-]\d{1,2}(?::?\d{2})?)?$/i.exec(time) ?? [];
	const isDay = time === "" && control !== "moment";
	if (control === "day" || isDay) return time === "" ? day : undefined;
	// A time in another zone would mean another hour.
	if (hour === undefined || !/^(?:|\+0?7(?::?00)?)$/.test(zone)) return undefined;
	const clock = [hour, minute, second].map((part) => part.padStart(2, "0")).join(":");
	return toIsoDateTime(`${day}T${clock}+07:00`);
}

/** The text that was written instead of an id or a path. */
function writtenReference(schema: z.ZodType, path: FieldPath, value: unknown): ContentProblem["written"] {
	const { refersTo, control } = hintsAt(schema, path) ?? {};
	const of = control === "image" || control === "file" ? "files" : refersTo;
	return typeof value === "string" && of !== undefined ? { of, value } : undefined;
}

function valueAt(value: unknown, path: FieldPath): unknown {
	let current = value;
	for (const part of path) {
		// A single value in place of a list is its first item.
		if (typeof current === "string" && part === 0) continue;
		if (current === null || typeof current !== "object" || !Object.hasOwn(current, part)) return undefined;
		current = (current as Record<string | number, unknown>)[part];
	}
	return current;
}

/** The hints of a field, or of the nearest one around it that has any. */
function hintsAt(schema: z.ZodType, path: FieldPath): FieldHints | undefined {
	for (let length = path.length; length > 0; length -= 1) {
		for (const layer of layersAt(schema, path.slice(0, length))) {
			const hints = fieldHints.get(layer);
			if (hints) return hints;
		}
	}
	return undefined;
}

function definitionAt(schema: z.ZodType, path: FieldPath): Definition | undefined {
	const layer = layersAt(schema, path).at(-1);
	return layer && definitionOf(layer);
}

/** The nested schemas at a path, outermost first: default, optional, object. */
function layersAt(schema: z.ZodType, path: FieldPath): z.ZodType[] {
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

function definitionOf(schema: z.ZodType): Definition {
	return schema._zod.def as unknown as Definition;
}
