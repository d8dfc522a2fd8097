import { z } from "zod";
import { field, filePath, line } from "./fields.ts";
import { strings } from "./strings.ts";

/** The part of a picture that stays where a list shows it in another shape; its middle where nothing is said. */
const pictureFocuses = ["top", "bottom", "left", "right"] as const;

/** A picture with what a reader who cannot see it, and one who wants to know its maker, must be told. */
export const imageSchema = z.strictObject({
	src: field(filePath(), { ...strings.image.src, control: "image" }),
	alt: field(line(1, 300), strings.image.alt),
	caption: field(line(1, 500), strings.image.caption).optional(),
	credit: field(line(1, 120), strings.image.credit).optional(),
	focus: field(
		z.enum(pictureFocuses, strings.problems.choice(pictureFocuses)),
		strings.image.focus,
	).optional(),
});

export type Image = z.output<typeof imageSchema>;
