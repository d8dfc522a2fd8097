import { z } from "zod";
import { day, field, line, text } from "./fields.ts";
import { imageSchema } from "./image.ts";
import { strings } from "./strings.ts";

/** `content/events/<id>.yml`: something that lasts for a while, which articles can refer to. */
export const eventSchema = z.strictObject({
	name: field(line(3, 160), strings.event.name),
	summary: field(text(1, 600), { ...strings.event.summary, control: "longText" }).optional(),
	image: field(imageSchema, strings.event.image).optional(),
	since: field(day(), { ...strings.event.since, control: "day" }).optional(),
	until: field(day(), { ...strings.event.until, control: "day" }).optional(),
});
