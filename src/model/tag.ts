import { z } from "zod";
import { field, line, list, text } from "./fields.ts";
import type { Slug } from "./ids.ts";
import { strings } from "./strings.ts";

/** `content/tags/<slug>.yml`. Optional: a tag without a file is shown in the spelling that was used first. */
export const tagSchema = z.strictObject({
	name: field(line(1, 80), strings.tag.name),
	synonyms: field(list(line(1, 80), 30), strings.tag.synonyms),
	description: field(text(1, 1000), { ...strings.tag.description, control: "longText" }).optional(),
});

/**
 * A tag, identified by the slug of its name, so that differences in case, accents' order or hyphens make no second tag.
 */
export type Tag = z.output<typeof tagSchema> & { readonly slug: Slug };
