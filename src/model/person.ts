import { z } from "zod";
import { count, day, field, filePath, filledList, line, slug, text } from "./fields.ts";
import type { IsoDay } from "./ids.ts";
import { strings } from "./strings.ts";

/** A post in a unit, with its first and last day. */
const postSchema = z.strictObject({
	title: field(line(2, 160), strings.person.postTitle),
	unit: field(slug(), { ...strings.person.unit, control: "reference", refersTo: "units" }),
	order: field(count(), strings.person.order).optional(),
	from: field(day(), { ...strings.person.from, control: "day" }).optional(),
	until: field(day(), { ...strings.person.until, control: "day" }).optional(),
});

/** `content/people/<id>.yml`: somebody who holds, or held, a post of the office. */
export const personSchema = z.strictObject({
	name: field(line(2, 120), strings.person.name),
	posts: field(filledList(postSchema, 20), strings.person.posts),
	portrait: field(filePath(), { ...strings.person.portrait, control: "image" }).optional(),
	phone: field(line(3, 60), strings.person.phone).optional(),
	email: field(z.email(), strings.person.email).optional(),
	bio: field(text(1, 2000), { ...strings.person.bio, control: "longText" }).optional(),
});

export type Post = z.output<typeof postSchema>;

/** Whether a post has ended before a day; its last day still counts as served. */
export function isFormer({ until }: Pick<Post, "until">, day: IsoDay): boolean {
	return until !== undefined && until < day;
}
