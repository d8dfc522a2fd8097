import { z } from "zod";
import { field, filePath, line } from "./fields.ts";
import { focusPattern } from "./picture-focus.ts";
import { strings } from "./strings.ts";

/** How long a picture's texts may be, in characters. */
export const imageLimits = { alt: 300, caption: 500, credit: 120 } as const;

/** A picture with its text alternative, caption and credit. */
export const imageSchema = z.strictObject({
	src: field(filePath(), { ...strings.image.src, control: "image" }),
	alt: field(line(1, imageLimits.alt), strings.image.alt),
	caption: field(line(1, imageLimits.caption), strings.image.caption).optional(),
	credit: field(line(1, imageLimits.credit), strings.image.credit).optional(),
	focus: field(z.string(strings.problems.text).trim().regex(focusPattern, strings.problems.focus), {
		...strings.image.focus,
		control: "focus",
	}).optional(),
});

export type Image = z.output<typeof imageSchema>;
