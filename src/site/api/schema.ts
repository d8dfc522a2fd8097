/**
 * The documents of the static API: the model's fields as they were read, plus what a front end needs and the files do
 * not have (addresses, sizes of pictures). `apiSchema` is what `/api/schema.json` publishes.
 */
import { z } from "zod";
import { articleSchema } from "../../model/article.ts";
import { authorSchema } from "../../model/author.ts";
import { bannerSchema } from "../../model/banner.ts";
import { commentsSchema } from "../../model/comment.ts";
import { committeeSchema } from "../../model/committee.ts";
import { eventSchema } from "../../model/event.ts";
import { articleId, day, fieldHints, slug } from "../../model/fields.ts";
import type { UrlPath } from "../../model/ids.ts";
import { imageSchema } from "../../model/image.ts";
import { officialDocumentSchema } from "../../model/official-document.ts";
import { pageSchema } from "../../model/page.ts";
import { personSchema } from "../../model/person.ts";
import type { ProvinceKey } from "../../model/province.ts";
import { questionSchema } from "../../model/question.ts";
import { recordNames } from "../../model/record-names.ts";
import { scheduleSchema } from "../../model/schedule.ts";
import { siteSchema } from "../../model/site.ts";
import { tagSchema } from "../../model/tag.ts";
import { unitSchema } from "../../model/unit.ts";
import { strings } from "./strings.ts";

/** The schemas that get their own definition in the published one, with titles and descriptions. */
const concepts = z.registry<{ id: string; title: string; description?: string }>();

function concept<Schema extends z.ZodType>(id: keyof typeof strings.concepts, schema: Schema): Schema {
	concepts.add(schema, { id, ...strings.concepts[id] });
	return schema;
}

const address = z.string().regex(/^\/(?!\/)\S*$/) as unknown as z.ZodType<UrlPath>;
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const count = z.int().min(0);
const pixels = z.int().min(1);

const pictureSchema = concept(
	"picture",
	z.strictObject({
		src: address,
		width: pixels,
		height: pixels,
		variants: z.array(z.strictObject({ src: address, width: pixels })),
	}),
);

const figureSchema = concept("figure", z.strictObject({ ...imageSchema.shape, ...pictureSchema.shape }));

const attachmentSchema = concept(
	"attachment",
	z.strictObject({ title: z.string(), address, size: count, format: z.string() }),
);

const identity = { id: articleId(), address };

export const listedArticleSchema = concept(
	"article",
	z.strictObject({
		...identity,
		...articleSchema.omit({ draft: true, withdrawn: true }).shape,
		image: figureSchema.optional(),
		attachments: z.array(attachmentSchema),
		tagSlugs: z.array(slug()),
	}),
);

const body = { markdown: z.string(), html: z.string() };

const readerComments = z.array(commentsSchema.shape.comments.unwrap().element);

const wholeArticleSchema = concept(
	"wholeArticle",
	z.strictObject({ ...listedArticleSchema.shape, readerComments: readerComments.optional(), ...body }),
);

export const withdrawnArticleSchema = concept(
	"withdrawnArticle",
	z.strictObject({ ...identity, withdrawn: articleSchema.shape.withdrawn.unwrap() }),
);

export const monthSchema = concept(
	"month",
	z.strictObject({ month, articles: z.array(z.union([listedArticleSchema, withdrawnArticleSchema])) }),
);

export const daySchema = concept(
	"day",
	z.strictObject({ day: day(), articles: z.array(z.union([wholeArticleSchema, withdrawnArticleSchema])) }),
);

const provinceKey = z
	.string()
	.regex(/^[a-z0-9-]+@(?:\d{4}-\d{2}-\d{2})?$/) as unknown as z.ZodType<ProvinceKey>;

const provinceSchema = concept(
	"province",
	z.strictObject({
		key: provinceKey,
		slug: slug(),
		name: z.string(),
		fullName: z.string(),
		rank: z.enum(["province", "city"]),
		from: day().optional(),
		to: day().optional(),
		act: z.string().optional(),
		predecessors: z.array(provinceKey),
		successors: z.array(provinceKey),
		aliases: z.array(z.string()),
		address: address.optional(),
	}),
);

export const provincesSchema = concept("provinces", z.strictObject({ provinces: z.array(provinceSchema) }));

const committeeEntrySchema = concept(
	"committee",
	z.strictObject({ id: slug(), address, ...committeeSchema.shape }),
);

export const committeesSchema = concept(
	"committees",
	z.strictObject({ committees: z.array(committeeEntrySchema) }),
);

const authorEntrySchema = concept(
	"author",
	z.strictObject({
		id: slug(),
		address,
		...authorSchema.omit({ email: true }).shape,
		photo: pictureSchema.optional(),
	}),
);

export const authorsSchema = concept("authors", z.strictObject({ authors: z.array(authorEntrySchema) }));

const tagEntrySchema = concept("tag", z.strictObject({ slug: slug(), address, ...tagSchema.shape }));

export const tagsSchema = concept("tags", z.strictObject({ tags: z.array(tagEntrySchema) }));

const pageEntrySchema = concept(
	"page",
	z.strictObject({ slug: slug(), address, ...pageSchema.shape, image: figureSchema.optional(), ...body }),
);

export const pagesSchema = concept("pages", z.strictObject({ pages: z.array(pageEntrySchema) }));

const officialDocumentEntrySchema = concept(
	"officialDocument",
	z.strictObject({
		id: slug(),
		address,
		...officialDocumentSchema.shape,
		files: z.array(z.strictObject({ ...attachmentSchema.shape, title: z.string().optional() })),
	}),
);

const eventEntrySchema = concept(
	"event",
	z.strictObject({ id: slug(), address, ...eventSchema.shape, image: figureSchema.optional() }),
);

const unitEntrySchema = concept("unit", z.strictObject({ id: slug(), address, ...unitSchema.shape }));

const personEntrySchema = concept(
	"person",
	z.strictObject({ id: slug(), ...personSchema.shape, portrait: pictureSchema.optional() }),
);

const scheduleEntrySchema = concept(
	"schedule",
	z.strictObject({ id: slug(), address, calendar: address, ...scheduleSchema.shape }),
);

const questionEntrySchema = concept(
	"question",
	z.strictObject({ id: slug(), address, ...questionSchema.shape, html: z.string() }),
);

const bannerEntrySchema = concept(
	"banner",
	z.strictObject({ id: slug(), ...bannerSchema.shape, image: pictureSchema.optional() }),
);

/** A record of each collection, and the documents that hold them. */
export const recordSchemas = {
	"official-documents": concept(
		"officialDocuments",
		z.strictObject({ "official-documents": z.array(officialDocumentEntrySchema) }),
	),
	events: concept("events", z.strictObject({ events: z.array(eventEntrySchema) })),
	schedules: concept("schedules", z.strictObject({ schedules: z.array(scheduleEntrySchema) })),
	units: concept("units", z.strictObject({ units: z.array(unitEntrySchema) })),
	people: concept("people", z.strictObject({ people: z.array(personEntrySchema) })),
	questions: concept("questions", z.strictObject({ questions: z.array(questionEntrySchema) })),
	banners: concept("banners", z.strictObject({ banners: z.array(bannerEntrySchema) })),
} as const;

const { banners, ...siteFields } = siteSchema.shape;

export const siteDocumentSchema = concept(
	"site",
	z.strictObject({
		...siteFields,
		logo: pictureSchema.optional(),
		banners: z.array(
			z.strictObject({
				...banners.unwrap().element.omit({ image: true }).shape,
				picture: pictureSchema.optional(),
			}),
		),
	}),
);

/** Raised when a change of a document could break a front end made for the old form. */
export const apiVersion = 1;

const indexSchema = concept(
	"index",
	z.strictObject({
		version: z.literal(apiVersion),
		schema: address,
		site: address,
		authors: address,
		committees: address,
		pages: address,
		provinces: address,
		tags: address,
		months: z.array(z.strictObject({ month, count, address })),
		records: z
			.array(
				z.strictObject({
					collection: z.enum(recordNames),
					year: z.string().optional(),
					count,
					address,
				}),
			)
			.optional(),
	}),
);

const anyDocument = z.union([
	indexSchema,
	monthSchema,
	daySchema,
	provincesSchema,
	committeesSchema,
	authorsSchema,
	tagsSchema,
	pagesSchema,
	siteDocumentSchema,
	...Object.values(recordSchemas),
]);

const options = {
	io: "output",
	metadata: concepts,
	override({ zodSchema, jsonSchema }) {
		const hints = fieldHints.get(zodSchema as unknown as z.ZodType);
		if (hints) jsonSchema.title ??= hints.title;
		// A published document is complete, so the model's defaults do not concern its readers.
		delete jsonSchema.default;
	},
} satisfies Parameters<typeof z.toJSONSchema>[1];

/** The JSON Schema (2020-12) of every document of the API, each concept under `$defs`. */
export function apiSchema(): object {
	return z.toJSONSchema(anyDocument, options);
}

/** A field of a listed article as the published schema knows it. */
export interface ArticleField {
	readonly name: string;
	/** The model's label; undefined for fields that the API adds. */
	readonly title?: string;
	readonly required: boolean;
}

/** The fields of a listed article, in the schema's order. */
export function articleFields(): readonly ArticleField[] {
	// The registry gives the schema a name, so its content is among the definitions.
	const { $defs = {} } = z.toJSONSchema(listedArticleSchema, options);
	const { properties = {}, required = [] } = $defs.article ?? {};
	return Object.entries(properties).map(([name, property]) => ({
		name,
		...(typeof property === "object" && property.title !== undefined && { title: property.title }),
		required: required.includes(name),
	}));
}
