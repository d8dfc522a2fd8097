/**
 * Between a file and a form. A file holds strings only (YAML's failsafe schema); a form wants booleans and lists.
 * On the way back every text becomes NFC, every moment takes the offset of Vietnam, and what was left empty
 * or stands as the schema takes it anyway goes.
 */
import type { z } from "zod";
import { strings as model } from "../../model/strings.ts";
import { readTime } from "../../text/index.ts";
import { type FieldShape, fieldShapes, typeOf } from "./schema-shape.ts";
import { strings } from "./strings.ts";

export type Values = Readonly<Record<string, unknown>>;

const offsetMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const vietnamOffset = 7 * 60 * 60 * 1000;

function isValues(value: unknown): value is Values {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What a form shows of a file's values. A flag that the file leaves out stands as the schema takes it; fields that the
 * schema does not know stay as they are.
 */
export function toFormValues(schema: z.core.$ZodType, values: Values): Values {
	const known = fieldShapes(schema).flatMap((shape): [string, unknown][] => {
		const value = values[shape.name] ?? (shape.item ? undefined : shape.default);
		return value === undefined ? [] : [[shape.name, toFormValue(shape, value)]];
	});
	return { ...values, ...Object.fromEntries(known) };
}

function toFormValue({ base, item }: FieldShape, value: unknown): unknown {
	switch (typeOf(base)) {
		case "boolean":
			return value === "true" ? true : value === "false" ? false : value;
		case "object":
			return isValues(value) ? toFormValues(base, value) : value;
		case "array": {
			if (value === "") return [];
			const items: readonly unknown[] = Array.isArray(value) ? value : [value];
			if (!item || typeOf(item) !== "object") return items;
			return items.map((entry) => (isValues(entry) ? toFormValues(item, entry) : entry));
		}
		default:
			return value;
	}
}

/** What a file holds of a form's values: the schema's fields in its order, then any others. */
export function toFileValues(schema: z.core.$ZodType, values: Values): Values {
	const shapes = fieldShapes(schema);
	const known = new Set(shapes.map(({ name }) => name));
	const entries = shapes.map((shape): [string, unknown] => [
		shape.name,
		toFileValue(shape, values[shape.name]),
	]);
	const others = Object.entries(values)
		.filter(([name]) => !known.has(name))
		.map(([name, value]): [string, unknown] => [name, toNfcDeep(value)]);
	return Object.fromEntries([...entries, ...others].filter(([, value]) => !isEmpty(value)));
}

function toFileValue(shape: FieldShape, value: unknown): unknown {
	const { base, item, oneOrMany, hints } = shape;
	if (value === undefined || value === null) return undefined;
	switch (typeOf(base)) {
		case "boolean":
			return value === (shape.default ?? false) ? undefined : value;
		case "object":
			return isValues(value) ? toFileValues(base, value) : value;
		case "array": {
			if (!Array.isArray(value)) return toNfcDeep(value);
			const items = value
				.map((entry) =>
					item && typeOf(item) === "object" && isValues(entry) ? toFileValues(item, entry) : toText(entry),
				)
				.filter((entry) => !isEmpty(entry));
			return oneOrMany && items.length === 1 ? items[0] : items;
		}
		default:
			if (hints.control === "time") return toTime(toText(value));
			return isMoment(hints) ? toVietnamTime(toText(value)) : toText(value);
	}
}

function isMoment({ control }: FieldShape["hints"]): boolean {
	return control === "moment" || control === "momentOrDay";
}

/** `7h30`, `7:30` and `14 giờ` are `07:30` and `14:00`; anything else stays as it is and is reported later. */
function toTime(value: unknown): unknown {
	return typeof value === "string" ? (readTime(value) ?? value) : value;
}

function toText(value: unknown): unknown {
	return typeof value === "string" ? value.normalize("NFC").trim() : value;
}

function toNfcDeep(value: unknown): unknown {
	if (typeof value === "string") return value.normalize("NFC");
	if (Array.isArray(value)) return value.map(toNfcDeep);
	if (!isValues(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toNfcDeep(inner)]));
}

function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === "") return true;
	if (Array.isArray(value)) return value.length === 0;
	return isValues(value) && Object.keys(value).length === 0;
}

/** Rewrites a moment of any offset with that of Vietnam; anything else stays for the schema to judge. */
function toVietnamTime(value: unknown): unknown {
	if (typeof value !== "string" || !offsetMoment.test(value)) return value;
	const time = Date.parse(value);
	if (Number.isNaN(time)) return value;
	return `${new Date(time + vietnamOffset).toISOString().slice(0, 19)}+07:00`;
}

/** What is wrong with a file's values, each with the label of its field; empty when they may be saved. */
export function problemsOf(schema: z.ZodObject, values: Values): readonly string[] {
	const result = schema.safeParse(toScalarText(values));
	if (result.success) return [];
	const problems = result.error.issues.flatMap((issue) => {
		if (issue.code === "unrecognized_keys") return issue.keys.map((key) => `${key}: ${strings.unknownField}`);
		const missing = valueAt(values, issue.path) === undefined;
		return [`${fieldLabel(schema, issue.path)}: ${missing ? model.problems.required : issue.message}`];
	});
	return [...new Set(problems)];
}

function toScalarText(value: unknown): unknown {
	if (typeof value === "boolean" || typeof value === "number") return String(value);
	if (Array.isArray(value)) return value.map(toScalarText);
	if (!isValues(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toScalarText(inner)]));
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(value, key) =>
			typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : value,
		values,
	);
}

/** `Ảnh chính › Mô tả ảnh`; an item of a list by its number. */
export function fieldLabel(schema: z.core.$ZodType, path: readonly PropertyKey[]): string {
	const [key, ...rest] = path;
	if (key === undefined) return "";
	if (typeof key === "number") {
		const inner = fieldLabel(schema, rest);
		return inner ? `${key + 1} › ${inner}` : String(key + 1);
	}
	const shape = fieldShapes(schema).find(({ name }) => name === key);
	if (!shape) return path.join(" › ");
	const inner = fieldLabel(shape.item ?? shape.base, rest);
	return inner ? `${shape.hints.title} › ${inner}` : shape.hints.title;
}
