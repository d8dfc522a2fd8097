import { z } from "zod";
import { field, line, list, moment, text } from "./fields.ts";
import { strings } from "./strings.ts";

/** The longest comment in characters, as people count them. */
export const longestComment = 500;
export const longestName = 60;

/** Limits in UTF-16 units: one character, such as an emoji of a family, may take a dozen. */
export const mostUnits = { name: 1_000, text: 10_000 };

const commentSchema = z.strictObject({
	id: field(z.string().regex(/^[a-z0-9]{12}$/), strings.comment.id),
	date: field(moment(), { ...strings.comment.date, control: "moment" }),
	name: field(line(1, mostUnits.name), strings.comment.name),
	text: field(text(1, mostUnits.text), { ...strings.comment.text, control: "longText" }),
});

/** `content/comments/<yyyy>/<mm>/<dd>-<slug>.yml`: approved readers' comments on an article. */
export const commentsSchema = z.strictObject({
	comments: field(list(commentSchema, 5_000), strings.comment.comments),
});

export type Comments = z.output<typeof commentsSchema>;
export type Comment = Comments["comments"][number];
