import type { z } from "zod";
import { isIsoDay, toIsoDateTime } from "../../model/ids.ts";
import { toVietnamMoment } from "../../text/index.ts";
import { type FieldShape, fieldShapes, typeOf } from "./schema-shape.ts";
import type { Values } from "./values.ts";

/**
 * A form's values as a page may show them while they are being typed: in NFC and trimmed, moments with the offset of
 * Vietnam. What is empty, or no value of its kind, is left out; what the schema would refuse for its length or form is
 * shown all the same.
 */
export function shownValues(schema: z.core.$ZodType, values: Values): Values {
	const present = fieldShapes(schema).flatMap((shape): [string, unknown][] => {
		const value = shownValue(shape, values[shape.name]);
		return value === undefined ? [] : [[shape.name, value]];
	});
	return Object.fromEntries(present);
}

function shownValue(shape: FieldShape, value: unknown): unknown {
	const { base, item, hints } = shape;
	switch (typeOf(base)) {
		case "boolean":
			return value === true || value === "true";
		case "object":
			return shownGroup(base, value);
		case "array": {
			if (!item) return undefined;
			const items: readonly unknown[] = Array.isArray(value) ? value : [value];
			return items
				.map((entry) => (typeOf(item) === "object" ? shownGroup(item, entry) : text(entry)))
				.filter((entry) => entry !== undefined);
		}
		default:
			return hints.control === "moment" || hints.control === "momentOrDay" ? moment(value) : text(value);
	}
}

/** Nothing where a field is still empty that the group cannot be without. */
function shownGroup(schema: z.core.$ZodType, value: unknown): Values | undefined {
	if (typeof value !== "object" || value === null) return undefined;
	const shown = shownValues(schema, value as Values);
	const isWhole = fieldShapes(schema).every(({ name, required }) => !required || shown[name] !== undefined);
	return isWhole ? shown : undefined;
}

function text(value: unknown): string | undefined {
	return typeof value === "string" ? value.normalize("NFC").trim() || undefined : undefined;
}

function moment(value: unknown): string | undefined {
	const written = text(value) ?? "";
	if (isIsoDay(written)) return written;
	const time = Date.parse(written);
	return Number.isNaN(time) ? undefined : toIsoDateTime(toVietnamMoment(time));
}
