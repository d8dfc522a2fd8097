import type { CmsField, CmsSelectWidgetOptionObject } from "decap-cms-core";
import type { z } from "zod";
import { provinces } from "../../model/provinces.ts";
import { strings as model } from "../../model/strings.ts";
import { formatDay } from "../../text/index.ts";
import { type CollectionName, collections } from "./collections.ts";
import { choicesOf, type FieldShape, fieldShapes, typeOf } from "./schema-shape.ts";
import { strings } from "./strings.ts";

const momentFormat = { format: "YYYY-MM-DDTHH:mm:ssZ", date_format: "DD/MM/YYYY", time_format: "HH:mm" };
const dayFormat = { format: "YYYY-MM-DD", date_format: "DD/MM/YYYY", time_format: false };

/** The field by which a reference's choices are shown and found. */
const displayField = (collection: CollectionName) => collections[collection].identifier;

const choiceLabels: Readonly<Record<string, string>> = {
	...model.authorKinds,
	...model.committeeKinds,
	...model.committeeLevels,
	...model.officialDocumentKinds,
	...model.scheduleItemKinds,
	...model.bannerPlaces,
	...model.commentChoices,
	...model.commentPolicies,
	...model.counterServices,
};

/** Units that exist first, then those that were, each with its last day; by the Vietnamese alphabet. */
const provinceOptions: readonly CmsSelectWidgetOptionObject[] = [true, false].flatMap((exists) =>
	provinces.slugs.flatMap((value) => {
		const unit = provinces.withSlug(value).at(-1);
		if (!unit || (unit.to === undefined) !== exists) return [];
		return [{ value, label: unit.to ? strings.formerProvince(unit.name, formatDay(unit.to)) : unit.name }];
	}),
);

/** The form of an object schema: a field of the form for each of the schema's, in its order. */
export function formFields(schema: z.core.$ZodType): CmsField[] {
	return fieldShapes(schema).map((shape) => formField(shape));
}

function formField(shape: FieldShape): CmsField {
	const { name, hints, required } = shape;
	const isWordList = shape.item !== undefined && typeOf(shape.item) === "string" && !hints.refersTo;
	const hint = [hints.hint, isWordList ? strings.commaSeparated : undefined].filter(Boolean).join(" ");
	return {
		name,
		label: hints.title,
		required,
		...(hint && { hint }),
		...control(shape),
	} as CmsField;
}

/** The fields of a group that may stay empty cannot be required by the form; they are checked when it is saved. */
function groupFields(shape: FieldShape, schema: z.core.$ZodType): CmsField[] {
	const fields = formFields(schema);
	if (shape.required || shape.item) return fields;
	return fields.map((field) =>
		field.widget === "datetime" ? { ...field, required: false, default: "" } : { ...field, required: false },
	);
}

function control(shape: FieldShape): object {
	const { hints, base, item, required } = shape;
	switch (hints.control) {
		case "longText":
			return { widget: "text", ...lengthPattern(base) };
		case "markdown":
			return { widget: "richtext" };
		case "image":
		case "file":
			return { widget: hints.control, choose_url: false };
		case "moment":
			return { widget: "datetime", ...momentFormat, default: required ? "{{now}}" : "" };
		case "momentOrDay":
			return {
				widget: "datetime",
				...momentFormat,
				time_required: false,
				default: required ? "{{now}}" : "",
			};
		case "day":
			return { widget: "datetime", ...dayFormat, default: "" };
		case "focus":
		case "hidden":
			return { widget: hints.control };
		case "reference":
			return reference(shape);
	}
	switch (typeOf(base)) {
		case "boolean":
			return { widget: "boolean", required: false, default: shape.default ?? false };
		case "enum":
			return {
				widget: "select",
				options: choicesOf(base).map((value) => ({ value, label: choiceLabels[value] ?? value })),
			};
		case "object": {
			const fields = groupFields(shape, base);
			// Pictures are wanted often enough to be in sight.
			const collapsed = !required && !fields.some((field) => field.widget === "image");
			return { widget: "object", collapsed, fields };
		}
		case "array": {
			if (!item || typeOf(item) !== "object") return { widget: "words" };
			const fields = groupFields(shape, item);
			return {
				widget: "list",
				// Or Decap begins a new document with an item, where a field of items has a default.
				default: [],
				label_singular: hints.title.toLocaleLowerCase("vi"),
				summary: `{{fields.${nameOfItem(fieldShapes(item))}}}`,
				fields,
			};
		}
		default:
			return { widget: "string", ...lengthPattern(base) };
	}
}

/** The field by which an item of a list is known when it is folded: a text that it must have, or else what it must have. */
function nameOfItem(shapes: readonly FieldShape[]): string | undefined {
	const required = shapes.filter((shape) => shape.required);
	return (required.find(({ hints }) => !hints.control) ?? required[0] ?? shapes[0])?.name;
}

function reference({ hints, item }: FieldShape): object {
	const multiple = item !== undefined;
	if (hints.refersTo === "provinces") return { widget: "select", multiple, options: provinceOptions };
	if (!hints.refersTo) throw new Error(`The reference "${hints.title}" does not say what it refers to.`);
	const display = displayField(hints.refersTo);
	return {
		widget: "relation",
		collection: hints.refersTo,
		value_field: "{{slug}}",
		display_fields: [display],
		search_fields: [display],
		options_length: 200,
		multiple,
	};
}

/** Limits are shown while somebody types, and hold when the form is saved. */
function lengthPattern(base: z.core.$ZodType): { pattern?: [string, string]; limits?: [number, number] } {
	const { minLength, maxLength } = base as { minLength?: number | null; maxLength?: number | null };
	if (typeof minLength !== "number" || typeof maxLength !== "number") return {};
	return {
		pattern: [`^[\\s\\S]{${minLength},${maxLength}}$`, strings.length(minLength, maxLength)],
		limits: [minLength, maxLength],
	};
}
