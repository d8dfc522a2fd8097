import { z } from "zod";
import { count, field, line, slug, text } from "./fields.ts";
import { strings } from "./strings.ts";

/** `content/units/<id>.yml`: a part of the office. */
export const unitSchema = z.strictObject({
	name: field(line(2, 160), strings.unit.name),
	parent: field(slug(), { ...strings.unit.parent, control: "reference", refersTo: "units" }).optional(),
	order: field(count(), strings.unit.order).optional(),
	description: field(text(1, 3000), { ...strings.unit.description, control: "longText" }).optional(),
	location: field(line(1, 200), strings.unit.location).optional(),
	phone: field(line(3, 60), strings.unit.phone).optional(),
	email: field(z.email(), strings.unit.email).optional(),
});
