import { z } from "zod";
import { field, filePath, line, text } from "./fields.ts";
import type { Slug } from "./ids.ts";
import { strings } from "./strings.ts";

/** A person, or an office, newsroom or team that signs as one. */
const authorKinds = ["person", "organisation"] as const;

/** How long an author's texts may be, in characters. */
export const authorLimits = { name: 120, organisation: 160 } as const;

/** `content/authors/<id>.yml`: somebody who writes, or an office that signs. */
export const authorSchema = z.strictObject({
	name: field(line(1, authorLimits.name), strings.author.name),
	kind: field(z.enum(authorKinds, strings.problems.choice(authorKinds)), strings.author.kind).default(
		"person",
	),
	penName: field(line(1, 80), strings.author.penName).optional(),
	organisation: field(line(1, authorLimits.organisation), strings.author.organisation).optional(),
	photo: field(filePath(), { ...strings.author.photo, control: "image" }).optional(),
	email: field(z.email(), strings.author.email).optional(),
	bio: field(text(1, 1000), { ...strings.author.bio, control: "longText" }).optional(),
});

export type Author = z.output<typeof authorSchema> & { readonly id: Slug; readonly file: string };

/** The name under which an author signs. */
export function signatureOf(author: Pick<Author, "name" | "penName">): string {
	return author.penName ?? author.name;
}
