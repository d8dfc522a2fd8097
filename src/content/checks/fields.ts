import type { z } from "zod";
import { type FieldHints, fieldHints } from "../../model/fields.ts";
import { isIsoDay, toIsoDateTime } from "../../model/ids.ts";
import { readTime, slugify } from "../../text/index.ts";
import { nearest } from "../nearest.ts";
import type { ContentProblem } from "../problem.ts";
import type { Document, FieldPath } from "../read-document.ts";
import { definitionAt, definitionOf, isTextList, layersAt } from "../schema-layers.ts";
import { strings } from "../strings.ts";
import { flowList, itemsMeant, longestList } from "../written-list.ts";
import { problemIn } from "./context.ts";

/**
 * Checks a document against its schema: unknown fields, missing ones, wrong values. Valid fields and list items are
 * kept even if others are invalid, so that further checks can use them.
 */
export function checkFields<Shape extends z.ZodRawShape>(
	document: Document,
	schema: z.ZodObject<Shape>,
): { readonly fields: Partial<z.output<z.ZodObject<Shape>>>; readonly problems: ContentProblem[] } {
	const result = schema.safeParse(document.fields);
	if (result.success) return { fields: result.data as Partial<z.output<z.ZodObject<Shape>>>, problems: [] };
	const problems = result.error.issues.flatMap((issue) => problemsOf(document, schema, issue));
	return { fields: rightFields(document, schema), problems };
}

function rightFields<Shape extends z.ZodRawShape>(
	document: Document,
	schema: z.ZodObject<Shape>,
): Partial<z.output<z.ZodObject<Shape>>> {
	const fields: Record<string, unknown> = {};
	for (const [name, fieldSchema] of Object.entries(schema.shape)) {
		const result = (fieldSchema as z.ZodType).safeParse(document.fields[name]);
		if (result.success) {
			if (result.data !== undefined) fields[name] = result.data;
			continue;
		}
		const items = rightItems(schema, name, document.fields[name]);
		if (items) fields[name] = items;
	}
	return fields as Partial<z.output<z.ZodObject<Shape>>>;
}

/**
 * The valid items of a partly invalid list. Each keeps its index, by which problems find its line. Invalid items become
 * holes, which `forEach`, `map` and `flatMap` skip.
 */
function rightItems(schema: z.ZodType, name: string, value: unknown): unknown[] | undefined {
	const element = layersAt(schema, [name])
		.map((layer) => definitionOf(layer).element)
		.find((each) => each !== undefined);
	if (!element || !Array.isArray(value)) return undefined;
	const items: unknown[] = [];
	for (const [index, item] of value.entries()) {
		const result = element.safeParse(item);
		if (result.success) items[index] = result.data;
	}
	return items;
}

/** A field that the schema does not have. */
interface UnknownField {
	readonly schema: z.ZodType;
	/** Where it is: the field or item above it. */
	readonly path: readonly (string | number)[];
	/** The fields that the schema has there. */
	readonly allowed: readonly string[];
	readonly key: string;
}

function problemsOf(document: Document, schema: z.ZodType, issue: z.core.$ZodIssue): ContentProblem[] {
	const path = issue.path.filter((part) => typeof part !== "symbol");
	if (issue.code === "unrecognized_keys") {
		const allowed = Object.keys(definitionAt(schema, path)?.shape ?? {});
		return issue.keys.map((key) =>
			problemIn(document, [...path, key], unknownFieldWording(document, { schema, path, allowed, key })),
		);
	}
	const { title = String(path.at(-1) ?? ""), hint } = hintsAt(schema, path) ?? {};
	if (valueAt(document.fields, path) === undefined) {
		return [problemIn(document, path, strings.missingField(title, hint))];
	}
	const value = valueAt(document.fields, path);
	const problem = problemIn(document, path, {
		...strings.badField(title, issue.message),
		...remedyFor(issue, value, {
			schema,
			path,
			control: hintsAt(schema, path)?.control,
			written: isTextList(schema, path) ? document.writtenAt(path) : undefined,
		}),
	});
	const written = writtenReference(schema, path, value);
	return [written ? { ...problem, written } : problem];
}

/** What is said of a field that the schema does not have. */
function unknownFieldWording(
	document: Document,
	{ schema, path, allowed, key }: UnknownField,
): ReturnType<typeof strings.unknownField> {
	if (namesOfAddress.has(key)) return strings.addressField(key);
	const meant = nearest(key, allowed) ?? meantField(key, allowed, schema, path);
	const group = meant === undefined ? groupOf(key, document, schema, path) : undefined;
	if (group !== undefined)
		return { ...strings.unknownField(key, undefined, allowed), remedy: strings.writeBelow(group, key) };
	if (key !== "published" || !allowed.includes("draft")) return strings.unknownField(key, meant, allowed);
	const written = valueAt(document.fields, [...path, key]);
	return strings.publishedField(meantSwitch(String(written)) === "false");
}

/** The group without fields to which a field belongs that stands beside it: `image:`, and `src: …` on the next line. */
function groupOf(key: string, document: Document, schema: z.ZodType, path: FieldPath): string | undefined {
	return Object.keys(definitionAt(schema, path)?.shape ?? {}).find(
		(name) =>
			definitionAt(schema, [...path, name])?.shape?.[key] !== undefined &&
			valueAt(document.fields, [...path, name]) === undefined &&
			document.lineOf([...path, name]) !== undefined,
	);
}

/** What other programs call the address of a page, which its file's name decides here. */
const namesOfAddress: ReadonlySet<string> = new Set(["slug", "permalink", "url"]);

/** What other programs call our fields. */
const fieldsByOtherNames: Readonly<Record<string, string>> = {
	aliases: "formerAddresses",
	redirect_from: "formerAddresses",
	authors: "author",
	categories: "tags",
	category: "tags",
	keywords: "tags",
	description: "summary",
	excerpt: "summary",
	lead: "summary",
	sapo: "summary",
	lastmod: "updated",
	modified: "updated",
	last_modified_at: "updated",
	expiryDate: "expires",
	publishDate: "date",
	thumbnail: "image",
	cover: "image",
	featured_image: "image",
};

/** A field that was called as another program calls it, or by its label: `tiêu đề`. */
function meantField(
	key: string,
	allowed: readonly string[],
	schema: z.ZodType,
	path: FieldPath,
): string | undefined {
	const other = Object.hasOwn(fieldsByOtherNames, key) ? fieldsByOtherNames[key] : undefined;
	if (other !== undefined) return allowed.includes(other) ? other : undefined;
	const wanted = slugify(key);
	return allowed.find((name) => {
		const label = slugify(hintsAt(schema, [...path, name])?.title ?? "");
		return wanted.length > 3 && (label === wanted || label.startsWith(`${wanted}-`));
	});
}

/** A remedy with the value to write instead, if it can be guessed. */
function remedyFor(issue: z.core.$ZodIssue, value: unknown, at: WrittenAt) {
	if (typeof value === "string") {
		const meant = meantValue(value, at);
		return meant === undefined ? undefined : { remedy: meant };
	}
	const { schema, path } = at;
	const isList = Array.isArray(value);
	const [first] = Object.keys(definitionAt(schema, isList ? path : [...path, 0])?.shape ?? {});
	if (first !== undefined) return { remedy: isList ? strings.dropDashes : strings.writeDash(first) };
	const wantsText = issue.code === "invalid_type" && issue.expected === "string";
	// `tags: [Bão: tin mới]` contains a mapping where a text was meant.
	return wantsText ? { remedy: strings.quoteValue } : undefined;
}

/** Where a value stands, and what its field is. */
interface WrittenAt {
	readonly schema: z.ZodType;
	readonly path: FieldPath;
	readonly control: FieldHints["control"];
	/** The value with its line breaks, if it is not quoted. */
	readonly written: string | undefined;
}

/** The remedy for a text that stands where a date, a switch, a list or a group of fields should. */
function meantValue(text: string, { schema, path, control, written }: WrittenAt): string | undefined {
	const write = (meant: string | undefined) => (meant === undefined ? undefined : strings.write(meant));
	if (/^(?:moment|day|momentOrDay)$/.test(control ?? "")) return write(meantDate(text, control));
	if (control === "time") return write(readTime(text));
	const definition = definitionAt(schema, path);
	if (definition?.entries?.true !== undefined) return write(meantSwitch(text));
	const name = String(path.at(-1));
	if (definition?.element) {
		if (isTextList(schema, path) && text.length > longestList) return undefined;
		if (isTextList(schema, path)) return write(`${name}: ${flowList(itemsMeant(written ?? text))}`);
		const [field] = Object.keys(definitionAt(schema, [...path, 0])?.shape ?? {});
		return field === undefined ? undefined : strings.writeWithin(name, `- ${field}`, text);
	}
	const inner = Object.keys(definition?.shape ?? {});
	const [first] = inner;
	if (first === undefined) return undefined;
	const isOfDates = /^(?:moment|day|momentOrDay)$/.test(hintsAt(schema, [...path, first])?.control ?? "");
	if (isOfDates) return strings.writeWithin(name, first, meantDate(text, "moment") ?? "…");
	const isLink = /^https?:\/\//i.test(text) && inner.includes("link");
	return strings.writeWithin(name, isLink ? "link" : first, text);
}

/** No date is longer, however it is written. */
const longestDate = 100;

function meantSwitch(text: string): string | undefined {
	const written = text.trim().toLowerCase();
	if (/^(?:true|yes|y|on|1|có|đúng|x)$/.test(written)) return "true";
	return /^(?:false|no|n|off|0|không|sai)$/.test(written) ? "false" : undefined;
}

/**
 * A date as people and programs write it, in the form that is read: `22/11/2026 8:30` and `2026-11-22T01:30:00Z` are
 * `2026-11-22T08:30:00+07:00`.
 */
function meantDate(text: string, control: FieldHints["control"]): string | undefined {
	if (text.length > longestDate) return undefined;
	const moment = meantMoment(text.trim());
	if (moment !== undefined) return control === "day" ? undefined : moment;
	const written = text
		.trim()
		.normalize("NFC")
		.replace(/^(?:thứ\s*\p{L}+|thứ\s*\d|chủ nhật)[ ,]*/iu, "")
		.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3")
		.replace(/^(?:ngày )?(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})/i, "$1/$2/$3")
		.replace(
			/^(?:lúc )?(\d{1,2} ?[:hg](?: ?\d{2})?)(?: ?phút)?,? (?:ngày )?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$/i,
			"$2 $1",
		);
	const [, dayFirst, monthNext, yearLast, rest] =
		/^(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)[ ,]*(.{0,20})$/i.exec(written) ?? [];
	const [, yearFirst, month, dayLast, after] =
		/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)[T ,]*(.{0,20})$/i.exec(written) ?? [];
	const parts = yearLast === undefined ? [yearFirst, month, dayLast] : [yearLast, monthNext, dayFirst];
	const day = parts.map((part) => (part ?? "").padStart(2, "0")).join("-");
	if (!isIsoDay(day)) return undefined;
	const time = (rest ?? after ?? "").replace(/^lúc /i, "");
	const [, hour, minute = "0", second = "0", zone = ""] =
		/^(\d{1,2}) ?(?:[:hg] ?(\d{2})?)?(?::(\d{2}))?(?:\.\d+)? ?(Z|[+-]\d{1,2}(?::?\d{2})?)?$/i.exec(time) ??
		[];
	const isDay = time === "" && control !== "moment";
	if (control === "day" || isDay) return time === "" ? day : undefined;
	// A time in another zone would mean another hour.
	if (hour === undefined || !/^(?:|\+0?7(?::?00)?)$/.test(zone)) return undefined;
	const clock = [hour, minute, second].map((part) => part.padStart(2, "0")).join(":");
	return toIsoDateTime(`${day}T${clock}+07:00`);
}

/** A moment with a zone as programs write it, as it is in Vietnam. */
function meantMoment(text: string): string | undefined {
	if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,12})?(?:Z|[+-]\d{2}:\d{2})$/i.test(text))
		return undefined;
	if (!isIsoDay(text.slice(0, 10))) return undefined;
	const time = Date.parse(text.replace(" ", "T"));
	if (Number.isNaN(time)) return undefined;
	return toIsoDateTime(`${new Date(time + hoursAhead * 3_600_000).toISOString().slice(0, 19)}+07:00`);
}

/** Vietnam's clocks are ahead of UTC by so much. */
const hoursAhead = 7;

/** The text that was written instead of an id or a path. */
function writtenReference(schema: z.ZodType, path: FieldPath, value: unknown): ContentProblem["written"] {
	const { refersTo, control } = hintsAt(schema, path) ?? {};
	const of = control === "image" || control === "file" ? "files" : refersTo;
	return typeof value === "string" && of !== undefined ? { of, value } : undefined;
}

function valueAt(value: unknown, path: FieldPath): unknown {
	let current = value;
	for (const part of path) {
		// A single value in place of a list is its first item.
		if (typeof current === "string" && part === 0) continue;
		if (current === null || typeof current !== "object" || !Object.hasOwn(current, part)) return undefined;
		current = (current as Record<string | number, unknown>)[part];
	}
	return current;
}

/** The hints of a field, or of the nearest one around it that has any. */
function hintsAt(schema: z.ZodType, path: FieldPath): FieldHints | undefined {
	for (let length = path.length; length > 0; length -= 1) {
		for (const layer of layersAt(schema, path.slice(0, length))) {
			const hints = fieldHints.get(layer);
			if (hints) return hints;
		}
	}
	return undefined;
}
