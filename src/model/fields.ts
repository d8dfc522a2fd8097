/**
 * The building blocks of the schemas. They get front matter parsed with YAML's failsafe schema. Every scalar is the
 * string that was typed, so a telephone number keeps its zero and a date its form. An empty value counts as absent.
 */
import { z } from "zod";
import type { ArticleId, IsoDate, IsoDateTime, IsoDay, Slug } from "./ids.ts";
import {
	articleIdPattern,
	dayPattern,
	isArticleId,
	isIsoDay,
	momentPattern,
	slugPattern,
	toIsoDateTime,
} from "./ids.ts";
import { strings } from "./strings.ts";

/** Default messages for errors without one of their own, because zod's are English. */
z.config({
	customError: (issue) => {
		const { problems } = strings;
		if (issue.code === "invalid_format" && issue.format === "email") return problems.email;
		if (issue.code !== "invalid_type") return undefined;
		return issue.expected === "object"
			? problems.object
			: issue.expected === "array"
				? problems.list
				: problems.text;
	},
});

/** How the editor shows a field, as far as the schema does not tell. */
export interface FieldHints {
	/** Label in the editors' language. */
	readonly title: string;
	/** One sentence that says what to write. */
	readonly hint?: string;
	/** The form control of the field, if its type does not decide. */
	readonly control?:
		| "text"
		| "longText"
		| "markdown"
		| "image"
		| "file"
		| "moment"
		| "momentOrDay"
		| "day"
		| "time"
		| "reference"
		| "focus"
		| "hidden";
	/** With the control `reference`: which collection is referred to. */
	readonly refersTo?:
		| "articles"
		| "authors"
		| "committees"
		| "provinces"
		| "official-documents"
		| "units"
		| "events";
}

/** Every field's hints, found by its schema. From here come the CMS form and `docs/content-model.md`. */
export const fieldHints = z.registry<FieldHints>();

/** What a text of a certain form is called, found by its schema. For `docs/content-model.md`. */
export const textForms = z.registry<{ readonly name: string }>();

function named<Schema extends z.ZodType>(schema: Schema, name: string): Schema {
	textForms.add(schema, { name });
	return schema;
}

/** Registers a field's hints and returns its schema, or a copy if another field already uses it. */
export function field<Schema extends z.ZodType>(schema: Schema, hints: FieldHints): Schema {
	const own = fieldHints.has(schema) ? schema.clone() : schema;
	fieldHints.add(own, hints);
	return own;
}

/** One line of text, without line breaks. */
export function line(min: number, max: number) {
	return z
		.string(strings.problems.text)
		.trim()
		.min(min, strings.problems.tooShort(min))
		.max(max, strings.problems.tooLong(max))
		.refine((text) => !/[\r\n]/.test(text), strings.problems.oneLine);
}

/** Text of several lines. */
export function text(min: number, max: number) {
	return z
		.string(strings.problems.text)
		.trim()
		.min(min, strings.problems.tooShort(min))
		.max(max, strings.problems.tooLong(max));
}

/**
 * Markdown within a data file. Pictures and footnotes are not allowed, because their ids must be unique on a whole
 * page.
 */
export function markdown(min: number, max: number) {
	return text(min, max).refine((value) => !/!\[|\[\^/.test(value), strings.problems.plainMarkdown);
}

/** Exactly `true` or `false`. */
export function flag() {
	return z
		.enum(["true", "false"], strings.problems.flag)
		.transform((value) => value === "true")
		.pipe(z.boolean());
}

/** A non-negative whole number, written in digits without separators. */
export function count() {
	const digits = z.string(strings.problems.count).regex(/^\d{1,9}$/, strings.problems.count);
	return named(digits.transform(Number).pipe(z.number()), "whole number");
}

/** A moment with the Vietnamese offset written out: `2026-11-22T08:30:00+07:00`. */
export function moment() {
	return z
		.string(strings.problems.moment)
		.transform((value, context) => {
			const parsed = toIsoDateTime(value);
			if (parsed) return parsed as string;
			context.addIssue({ code: "custom", message: strings.problems.moment });
			return z.NEVER;
		})
		.pipe(z.string().regex(momentPattern)) as unknown as z.ZodType<IsoDateTime, string>;
}

/** A moment, or a calendar day if the time is unknown. */
export function momentOrDay() {
	return z
		.string(strings.problems.momentOrDay)
		.transform((value, context) => {
			const parsed = isIsoDay(value) ? value : toIsoDateTime(value);
			if (parsed) return parsed as string;
			context.addIssue({ code: "custom", message: strings.problems.momentOrDay });
			return z.NEVER;
		})
		.pipe(
			z.string().regex(new RegExp(`${momentPattern.source}|${dayPattern.source}`)),
		) as unknown as z.ZodType<IsoDate, string>;
}

/** A calendar day: `2026-11-22`. */
export function day() {
	return z
		.string(strings.problems.day)
		.regex(dayPattern, { error: strings.problems.day, abort: true })
		.refine(isIsoDay, strings.problems.day) as unknown as z.ZodType<IsoDay, string>;
}

/** A time of day: `07:30`. */
export function time() {
	return z.string(strings.problems.time).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, strings.problems.time);
}

export function slug() {
	return z.string(strings.problems.slug).regex(slugPattern, strings.problems.slug) as unknown as z.ZodType<
		Slug,
		string
	>;
}

export function articleId() {
	return z
		.string(strings.problems.articleId)
		.regex(articleIdPattern, { error: strings.problems.articleId, abort: true })
		.refine(isArticleId, strings.problems.articleId) as unknown as z.ZodType<ArticleId, string>;
}

/** The longest web address, in characters. */
export const longestWebAddress = 2000;

/** A web address with http or https. */
export function webAddress() {
	const text = z
		.string(strings.problems.webAddress)
		.max(longestWebAddress, strings.problems.tooLong(longestWebAddress));
	return named(text.refine(isWebAddress, strings.problems.webAddress), "web address");
}

function isWebAddress(value: string): boolean {
	try {
		return /^https?:$/.test(new URL(value).protocol);
	} catch {
		return false;
	}
}

/** The address of a whole site: only scheme and host. A trailing slash is dropped. */
export function siteAddress() {
	const address = webAddress()
		.refine(isSiteAddress, {
			error: ({ input }) => {
				const { hostname, origin } = new URL(String(input));
				// Host names with Vietnamese letters must be written in their ASCII form (punycode).
				return hostname.startsWith("xn--") || hostname.includes(".xn--")
					? strings.problems.siteAddressAscii(origin)
					: strings.problems.siteAddress;
			},
		})
		.transform((value) => new URL(value).origin)
		.pipe(z.string());
	return named(address, "web address without a path");
}

function isSiteAddress(value: string): boolean {
	if (!isWebAddress(value)) return true;
	const { origin, hostname } = new URL(value);
	const isHost = /^(?:\[[\da-f:.]+\]|[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*)$/.test(
		hostname,
	);
	return isHost && value.toLowerCase().replace(/\/$/, "") === origin;
}

/** A path on this site (`/lien-he.html`) or a web address. */
export function linkAddress() {
	const text = z
		.string(strings.problems.linkAddress)
		.refine((value) => /^\/(?!\/)\S*$/.test(value) || isWebAddress(value), strings.problems.linkAddress);
	return named(text, "path on this site, or web address");
}

/**
 * The path of a file in the content folder, relative to the document, or with a leading slash relative to the folder.
 */
export function filePath() {
	return z
		.string(strings.problems.filePath)
		.max(300, strings.problems.tooLong(300))
		.refine((value) => isSafePath(value), strings.problems.filePath);
}

function isSafePath(value: string): boolean {
	return (
		value !== "" &&
		!/[\\:?#%]/.test(value) &&
		value
			.replace(/^\//, "")
			.split("/")
			.every((part) => part !== "" && part !== "." && part !== "..")
	);
}

/** One value or a list of them; always read as a list. */
export function oneOrMany<Item extends z.ZodType>(item: Item, max: number) {
	return z.preprocess((value) => (typeof value === "string" ? [value] : value), filledList(item, max));
}

/** A list of at least one item. */
export function filledList<Item extends z.ZodType>(item: Item, max: number) {
	return z
		.array(item, strings.problems.list)
		.min(1, strings.problems.listEmpty)
		.max(max, strings.problems.listTooLong(max));
}

/** A list; empty if the field is absent. */
export function list<Item extends z.ZodType>(item: Item, max: number) {
	return z.array(item, strings.problems.list).max(max, strings.problems.listTooLong(max)).default([]);
}
