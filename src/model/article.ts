import { z } from "zod";
import {
	articleId,
	count,
	field,
	filePath,
	flag,
	line,
	list,
	moment,
	momentOrDay,
	oneOrMany,
	slug,
	text,
	webAddress,
} from "./fields.ts";
import { readFormerAddress } from "./former-address.ts";
import type { ArticleId, IsoDate, IsoDateTime, UrlPath } from "./ids.ts";
import { imageSchema } from "./image.ts";
import type { StoryForm } from "./story.ts";
import { strings } from "./strings.ts";

/** How long texts and lists of an article may be: characters, and entries. */
export const articleLimits = {
	title: { min: 5, max: 200 },
	summary: 600,
	authors: 10,
	tag: 80,
	tags: 20,
	sourceName: 120,
	attachmentTitle: 200,
	attachments: 20,
	formerAddresses: 20,
	corrections: 20,
} as const;

const sourceSchema = z.strictObject({
	name: field(line(1, articleLimits.sourceName), strings.source.name),
	link: field(webAddress(), strings.source.link).optional(),
});

const attachmentSchema = z.strictObject({
	file: field(filePath(), { ...strings.attachment.file, control: "file" }),
	title: field(line(1, articleLimits.attachmentTitle), strings.attachment.title),
});

const correctionSchema = z.strictObject({
	date: field(momentOrDay(), { ...strings.correction.date, control: "momentOrDay" }),
	text: field(line(1, 500), strings.correction.text),
});

const withdrawnSchema = z.strictObject({
	date: field(momentOrDay(), { ...strings.withdrawn.date, control: "momentOrDay" }),
	reason: field(line(1, 500), strings.withdrawn.reason),
});

const formerAddress = z
	.string()
	.max(500, { error: strings.problems.tooLong(500), abort: true })
	.superRefine((text, context) => {
		const read = readFormerAddress(text);
		if ("fault" in read) context.addIssue({ code: "custom", message: read.fault });
	});

/** Whether an article accepts comments, if the portal lets each article decide. */
const commentChoices = ["open", "closed"] as const;

/** The front matter of `content/articles/<yyyy>/<mm>/<dd>-<slug>.md`, by field name. */
export const articleSchema = z.strictObject({
	title: field(line(articleLimits.title.min, articleLimits.title.max), strings.article.title),
	date: field(momentOrDay(), { ...strings.article.date, control: "momentOrDay" }),
	undated: field(flag(), strings.article.undated).optional(),
	updated: field(momentOrDay(), { ...strings.article.updated, control: "momentOrDay" }).optional(),
	corrections: field(
		z
			.array(correctionSchema, strings.problems.list)
			.max(articleLimits.corrections, strings.problems.listTooLong(articleLimits.corrections)),
		strings.article.corrections,
	).optional(),
	author: field(oneOrMany(slug(), articleLimits.authors), {
		...strings.article.author,
		control: "reference",
		refersTo: "authors",
	}),
	province: field(slug(), {
		...strings.article.province,
		control: "reference",
		refersTo: "provinces",
	}).optional(),
	committee: field(slug(), {
		...strings.article.committee,
		control: "reference",
		refersTo: "committees",
	}).optional(),
	event: field(slug(), {
		...strings.article.event,
		control: "reference",
		refersTo: "events",
	}).optional(),
	tags: field(list(line(1, articleLimits.tag), articleLimits.tags), strings.article.tags),
	summary: field(text(1, articleLimits.summary), {
		...strings.article.summary,
		control: "longText",
	}).optional(),
	image: field(imageSchema, strings.article.image).optional(),
	source: field(sourceSchema, strings.article.source).optional(),
	related: field(list(articleId(), 10), {
		...strings.article.related,
		control: "reference",
		refersTo: "articles",
	}),
	featured: field(flag(), strings.article.featured).default(false),
	draft: field(flag(), strings.article.draft).default(false),
	expires: field(moment(), { ...strings.article.expires, control: "moment" }).optional(),
	attachments: field(list(attachmentSchema, articleLimits.attachments), strings.article.attachments),
	views: field(count(), strings.article.views).optional(),
	comments: field(
		z.enum(commentChoices, strings.problems.choice(commentChoices)),
		strings.article.comments,
	).optional(),
	formerAddresses: field(list(formerAddress, articleLimits.formerAddresses), strings.article.formerAddresses),
	withdrawn: field(withdrawnSchema, strings.article.withdrawn).optional(),
});

/** An article's front matter after parsing. */
export type ArticleFields = z.output<typeof articleSchema>;
/** An article's front matter as it is written in a file. */
export type ArticleInput = z.input<typeof articleSchema>;

/** An article of the portal: its front matter, its place, and the references of its body. */
export interface Article extends ArticleFields, StoryForm {
	readonly id: ArticleId;
	/** Decided by the file's path, so that a corrected date never breaks a link. */
	readonly address: UrlPath;
	/** Path of the Markdown file, relative to the content folder, with forward slashes. */
	readonly file: string;
	/** SHA-256 of the file's bytes, in hexadecimal. */
	readonly digest: string;
	/** Pictures of the body, as written there, in order, each once. */
	readonly bodyImages: readonly string[];
	/** Number of words (syllables) in the body. */
	readonly words: number;
	/** The first sentences of the body, if there is no lead. */
	readonly opening?: string | undefined;
}

/** When the article last changed for its readers; undefined if it has not changed since publication. */
export function changedAt({
	updated,
	corrections = [],
}: {
	readonly updated?: IsoDate | undefined;
	readonly corrections?: readonly { readonly date: IsoDate }[] | undefined;
}): IsoDate | undefined {
	return [updated, ...corrections.map(({ date }) => date)].reduce<IsoDate | undefined>(
		(latest, moment) => (moment && (!latest || moment > latest) ? moment : latest),
		undefined,
	);
}

/** The introduction of an article in a list: its lead, or the first sentences of the body. */
export function introductionOf({
	summary,
	opening,
}: Pick<Article, "summary" | "opening">): string | undefined {
	return summary ?? opening;
}

/** Whether the article is published at that moment. Withdrawn articles count, because their page shows the notice. */
export function isPublished(article: Pick<ArticleFields, "draft" | "date">, now: IsoDateTime): boolean {
	return !article.draft && article.date <= now;
}

/** Whether the article has been withdrawn by that moment. */
export function isWithdrawn(article: Pick<ArticleFields, "withdrawn">, now: IsoDateTime): boolean {
	return article.withdrawn !== undefined && article.withdrawn.date <= now;
}

/** Whether the article's announcement has expired. */
export function isExpired(article: Pick<ArticleFields, "expires">, now: IsoDateTime): boolean {
	return article.expires !== undefined && article.expires <= now;
}
