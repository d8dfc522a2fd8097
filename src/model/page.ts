import { z } from "zod";
import { field, line, moment, text } from "./fields.ts";
import type { Slug, UrlPath } from "./ids.ts";
import { imageSchema } from "./image.ts";
import { strings } from "./strings.ts";

/** The front matter of `content/pages/<slug>.md`: about, contact, organisation, terms. */
export const pageSchema = z.strictObject({
	title: field(line(2, 200), strings.page.title),
	summary: field(text(1, 600), { ...strings.page.summary, control: "longText" }).optional(),
	updated: field(moment(), { ...strings.page.updated, control: "moment" }).optional(),
	image: field(imageSchema, strings.page.image).optional(),
	/** The id of the article or the slug of the page of which this is the English translation. */
	translationOf: field(line(2, 250), strings.page.translationOf).optional(),
});

export type Page = z.output<typeof pageSchema> & {
	readonly slug: Slug;
	readonly address: UrlPath;
	readonly file: string;
	readonly digest: string;
	readonly bodyImages: readonly string[];
};
