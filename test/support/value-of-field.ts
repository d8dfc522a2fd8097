/** Makes values for fields from the schemas, so that new fields are tested automatically. */
import { type FieldShape, fieldShapes, typeOf } from "../../src/editor/forms/schema-shape.ts";

/** Ids of the documents in the content folder of `test/fields.test.ts`. */
const references = {
	authors: ["an", "binh"],
	committees: ["ban-mot", "ban-hai"],
	provinces: ["dong-nai", "tay-ninh"],
	"official-documents": ["10-kh-tu-2026", "11-kh-tu-2026"],
	events: ["su-kien-mot", "su-kien-hai"],
	units: ["don-vi-mot", "don-vi-hai"],
	articles: ["2026/11/10-cu-hon", "2026/11/11-cu-nua"],
} as const;

/**
 * A valid value of a field: the first one, or another one.
 *
 * @throws if no known value is valid for the schema
 */
export function writtenValue(shape: FieldShape, which: 0 | 1 = 0): unknown {
	const { base, item, name } = shape;
	switch (typeOf(base)) {
		case "boolean":
			return String((shape.default === true) !== (which === 0));
		case "object":
			return writtenGroup(base, which);
		case "array": {
			if (!item) throw new Error(`The list ${name} has no items`);
			const one = typeOf(item) === "object" ? writtenGroup(item, which) : takenBy(item, shape, which);
			return [one];
		}
		default:
			return takenBy(base, shape, which);
	}
}

function writtenGroup(schema: FieldShape["base"], which: 0 | 1): Record<string, unknown> {
	return Object.fromEntries(fieldShapes(schema).map((shape) => [shape.name, writtenValue(shape, which)]));
}

function takenBy(schema: FieldShape["base"], shape: FieldShape, which: 0 | 1): string {
	const { name, hints } = shape;
	if (hints.refersTo) return references[hints.refersTo][which];
	if (hints.control === "image") return ["/media/anh.png", "/media/anh-khac.png"][which] ?? "";
	if (hints.control === "file") return ["/media/bang.csv", "/media/bang-khac.csv"][which] ?? "";
	if (hints.control === "moment" || hints.control === "momentOrDay")
		return `2026-11-1${2 - which}T09:00:00+07:00`;
	if (hints.control === "focus") return ["30% 40%", "60% 70%"][which] ?? "";
	if (hints.control === "day") return `2026-11-1${2 - which}`;
	const entries = Object.values(
		(schema._zod.def as { entries?: Record<string, string> }).entries ?? {},
	).filter((entry) => entry !== shape.default);
	const known = [
		...entries.slice(which, which + 1),
		`${name} thứ ${which}`,
		`0${7 + which}:30`,
		String(1250 + which),
		`https://${name}-${which}.example.vn`,
		`/cu/${name}-${which}.html`,
		`${name}-${which}@example.vn`,
		`2f1c0a9e-58d3-4c1b-9a6e-00000000000${which}`,
	];
	const isTaken = (value: string) =>
		(schema as unknown as { safeParse(value: unknown): { success: boolean } }).safeParse(value).success;
	const value = known.find(isTaken);
	if (value === undefined) throw new Error(`No value is known that the field ${name} takes`);
	return value;
}
