import { z } from "zod";
import { field, filePath, line } from "./fields.ts";
import { focusPattern } from "./picture-focus.ts";
import { strings } from "./strings.ts";

/** A picture with its text alternative, caption and credit. */
export const imageSchema = z.strictObject({
	src: field(filePath(), { ...strings.image.src, control: "image" }),
	alt: field(line(1, 300), strings.image.alt),
	caption: field(line(1, 500), strings.image.caption).optional(),
	credit: field(line(1, 120), strings.image.credit).optional(),
	focus: field(z.string(strings.problems.text).trim().regex(focusPattern, strings.problems.focus), {
		...strings.image.focus,
		control: "focus",
	}).optional(),
});

export type Image = z.output<typeof imageSchema>;
