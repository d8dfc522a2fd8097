/**
 * Describes the schemas as data and as text. The documentation of the content model is generated here, so it always
 * agrees with the schemas.
 */
import { z } from "zod";
import { articleSchema } from "./article.ts";
import { authorSchema } from "./author.ts";
import { bannerSchema } from "./banner.ts";
import { commentsSchema } from "./comment.ts";
import { committeeKinds, committeeLevels, committeeSchema } from "./committee.ts";
import { eventSchema } from "./event.ts";
import { type FieldHints, fieldHints, textForms } from "./fields.ts";
import { officialDocumentKinds, officialDocumentSchema } from "./official-document.ts";
import { pageSchema } from "./page.ts";
import { personSchema } from "./person.ts";
import { provinceChangesSchema } from "./province-changes.ts";
import { questionSchema } from "./question.ts";
import { scheduleSchema } from "./schedule.ts";
import { siteSchema } from "./site.ts";
import { strings } from "./strings.ts";
import { tagSchema } from "./tag.ts";
import { unitSchema } from "./unit.ts";

/** One field of a front matter or data file. */
export interface FieldDescription {
	/** The path from the file's top level: `image.src`, `attachments[].title`. */
	readonly path: string;
	readonly required: boolean;
	readonly hints: FieldHints | undefined;
	/** The kind of the value, or of each item of a list. */
	readonly kind: "text" | "choice" | "group";
	/** What a text of its form is called: `web address`. */
	readonly form?: string;
	/** The limits of the text, or of each text in a list. */
	readonly length: { readonly min?: number; readonly max?: number };
	/** The limits of the list; undefined for a single value. */
	readonly items: { readonly min?: number; readonly max?: number } | undefined;
	readonly choices: readonly string[];
}

/** The part of JSON Schema that zod makes of our schemas. */
interface JsonNode {
	readonly type?: string;
	readonly properties?: Readonly<Record<string, JsonNode>>;
	readonly required?: readonly string[];
	readonly items?: JsonNode;
	readonly enum?: readonly string[];
	readonly format?: string;
	readonly minLength?: number;
	readonly maxLength?: number;
	readonly minItems?: number;
	readonly maxItems?: number;
}

/** Every field of a schema, groups before their parts, in the schema's order. */
export function describeFields(schema: z.ZodObject): FieldDescription[] {
	const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonNode;
	return describeGroup(schema, json, "");
}

function describeGroup(schema: z.ZodObject, json: JsonNode, prefix: string): FieldDescription[] {
	return Object.entries(schema.shape).flatMap(([name, field]) => {
		const layers = layersOf(field as z.ZodType);
		const node = json.properties?.[name] ?? {};
		const element = layers.find((layer) => layer instanceof z.ZodArray)?.element as z.ZodType | undefined;
		const parts = layersOf(element ?? (field as z.ZodType)).find((layer) => layer instanceof z.ZodObject);
		const leaf = element ? (node.items ?? {}) : node;
		const path = `${prefix}${name}`;
		const form =
			leaf.format === "email"
				? "e-mail address"
				: layers.map((layer) => textForms.get(layer)?.name).find((found) => found !== undefined);
		const description: FieldDescription = {
			path,
			required: json.required?.includes(name) === true,
			hints: layers.map((layer) => fieldHints.get(layer)).find((hints) => hints !== undefined),
			kind: kindOf(leaf),
			...(form !== undefined && { form }),
			length: limits(leaf.minLength, leaf.maxLength),
			items: element ? limits(node.minItems, node.maxItems) : undefined,
			choices: leaf.enum ?? [],
		};
		const inner = parts ? describeGroup(parts, leaf, `${path}${element ? "[]" : ""}.`) : [];
		return [description, ...inner];
	});
}

/** A schema and what it wraps: optional, default, transformed. */
function layersOf(schema: z.ZodType): z.ZodType[] {
	const layers: z.ZodType[] = [];
	const visit = (layer: z.ZodType) => {
		layers.push(layer);
		if (layer instanceof z.ZodPipe) {
			visit(layer.in as z.ZodType);
			visit(layer.out as z.ZodType);
		} else if ("innerType" in layer.def) visit(layer.def.innerType as z.ZodType);
	};
	visit(schema);
	return layers;
}

function kindOf(node: JsonNode): FieldDescription["kind"] {
	if (node.type === "object") return "group";
	return node.enum ? "choice" : "text";
}

function limits(min: number | undefined, max: number | undefined): { min?: number; max?: number } {
	return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

interface Collection {
	readonly heading: string;
	readonly file: string;
	readonly about: string;
	readonly schema: z.ZodObject;
}

const collections: readonly Collection[] = [
	{
		heading: "Article",
		file: "content/articles/<yyyy>/<mm>/<dd>-<slug>.md",
		about:
			"Front matter, then the body in Markdown. The file's path decides the address, `/<yyyy>/<mm>/<dd>/<slug>.html`; a corrected `date` never changes it. Its pictures and attachments are in the folder of the same name without `.md`. A `date` in the future schedules the article: it appears in the first build after that moment.",
		schema: articleSchema,
	},
	{
		heading: "Author",
		file: "content/authors/<id>.yml",
		about: "Somebody who writes, or an office that signs. Articles name authors by id.",
		schema: authorSchema,
	},
	{
		heading: "Committee",
		file: "content/committees/<id>.yml",
		about: "A committee: its names, its level, when it existed, and which committee succeeded it.",
		schema: committeeSchema,
	},
	{
		heading: "Tag",
		file: "content/tags/<slug>.yml",
		about:
			"Optional: a tag without a file is shown as it was spelled first. Spellings that differ by case, tone placement or a last i or y are one tag. If two tags would have the same slug, the later one gets a number.",
		schema: tagSchema,
	},
	{
		heading: "Page",
		file: "content/pages/<slug>.md",
		about: "A fixed page at `/<slug>.html`: front matter, then the body in Markdown.",
		schema: pageSchema,
	},
	{
		heading: "Official document",
		file: "content/official-documents/<id>.yml",
		about:
			"A document that the office issued, at `/van-ban/<id>.html`. Its files are in `media/`; a PDF can be read on the page. A later document says which earlier ones it replaces or amends.",
		schema: officialDocumentSchema,
	},
	{
		heading: "Event",
		file: "content/events/<id>.yml",
		about: "A continuing story, with a timeline at `/su-kien/<id>/`. Articles name it in `event`.",
		schema: eventSchema,
	},
	{
		heading: "Schedule",
		file: "content/schedules/<monday>.yml",
		about:
			"One week of the leaders' appointments and public consultation hours, at `/lich-cong-tac/<monday>.html` and as a calendar (`.ics`).",
		schema: scheduleSchema,
	},
	{
		heading: "Unit",
		file: "content/units/<id>.yml",
		about: "A part of the office, at `/to-chuc/<id>.html`.",
		schema: unitSchema,
	},
	{
		heading: "Person",
		file: "content/people/<id>.yml",
		about:
			"A person who holds or has held a post. When the person leaves, add the post's last day; the page then lists it among former posts.",
		schema: personSchema,
	},
	{
		heading: "Question",
		file: "content/questions/<id>.yml",
		about:
			"A frequently asked question with the office's answer in Markdown, at `/hoi-dap/#<id>`. One page lists all questions by topic. If there are more than 40, each topic has a page of its own.",
		schema: questionSchema,
	},
	{
		heading: "Banner",
		file: "content/banners/<id>.yml",
		about:
			"A picture or a line of text with a link, shown from one moment to another. It appears on the home page and on the first pages of *Tin mới* and of each committee. No other page shows it, so published articles stay as they are.",
		schema: bannerSchema,
	},
	{
		heading: "Comments",
		file: "content/comments/<yyyy>/<mm>/<dd>-<slug>.yml",
		about: "The approved comments of readers on the article with the same path. The desk writes these files.",
		schema: commentsSchema,
	},
	{
		heading: "Site",
		file: "content/site.yml",
		about: "The settings of the whole portal.",
		schema: siteSchema,
	},
	{
		heading: "Provinces",
		file: "content/provinces.yml",
		about:
			"Optional: reorganisations of provinces that the program does not know yet. From one to one is a new name or rank, from several to one a merger, from one to several a division.",
		schema: provinceChangesSchema,
	},
];

const introduction = `<!-- Generated by \`npm run write-content-model\` from src/model. Edit the schemas, not this file. -->

# Content model

Content is plain text files in \`content/\`: Markdown with YAML front matter for articles and pages, YAML for the rest. The zod schemas in \`src/model/\` are the contract; types, validation, the editor's forms and this page come from them. \`npm run check\` lists every violation, with file, line and field.

All files are UTF-8 in Unicode NFC. Every YAML value is read as the text that was typed: a telephone number keeps its leading zero, and a date keeps its form. An empty value counts as absent; an unknown field is an error. A moment is written \`2026-11-22T08:30:00+07:00\`, a day \`2026-11-22\`. A *line* is text without line breaks. An *id* is a file's name without its extension; an article's id is its path, such as \`2026/11/22-slug\`. A file's path is relative to the document that names it or, with a leading slash, to \`content/\`.`;

/** The text of `docs/content-model.md`. */
export function describeContentModel(): string {
	const sections = collections.map(({ heading, file, about, schema }) =>
		[`## ${heading}`, `\`${file}\``, about, fieldTable(describeFields(schema))].join("\n\n"),
	);
	const codes = [
		"## Codes",
		"### Kinds of committee",
		codeTable(committeeKinds, strings.committeeKinds),
		"### Levels",
		codeTable(committeeLevels, strings.committeeLevels),
		"### Kinds of official document",
		codeTable(officialDocumentKinds, strings.officialDocumentKinds),
	];
	return `${[introduction, ...sections, ...codes].join("\n\n")}\n`;
}

function fieldTable(fields: readonly FieldDescription[]): string {
	const rows = fields.map((field) =>
		[
			`\`${field.path}\``,
			field.required ? "yes" : "",
			typeOf(field),
			field.hints?.title ?? "",
			field.hints?.hint ?? "",
		].map((cell) => cell.replaceAll("|", "\\|")),
	);
	return table(["Field", "Required", "Type and limits", "Label", "Hint"], rows);
}

function codeTable(codes: readonly string[], labels: Readonly<Record<string, string>>): string {
	return table(
		["Code", "Label"],
		codes.map((code) => [`\`${code}\``, labels[code] ?? ""]),
	);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const lines = [head, head.map(() => "---"), ...rows];
	return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const nounOfControl: Readonly<Record<NonNullable<FieldHints["control"]>, string>> = {
	text: "line",
	longText: "text",
	markdown: "Markdown",
	image: "path of a picture",
	file: "path of a file",
	moment: "moment",
	momentOrDay: "moment, or day where the hour is not known",
	day: "day",
	time: "hour and minute",
	reference: "reference",
	focus:
		"point of a picture from its left and upper edges, such as `30% 20%`; or `top`, `bottom`, `left`, `right`",
	hidden: "line",
};

const nounOfReference: Readonly<Record<NonNullable<FieldHints["refersTo"]>, string>> = {
	articles: "article id",
	authors: "author id",
	committees: "committee id",
	"official-documents": "official document id",
	events: "event id",
	units: "unit id",
	provinces: "province slug, valid on the day",
};

function typeOf(field: FieldDescription): string {
	const one = singleType(field);
	if (!field.items) return one;
	const range = rangeOf(field.items);
	return `${one}; list${range === "" ? "" : ` of ${range}`}`;
}

function singleType({ kind, form, hints, choices, length }: FieldDescription): string {
	if (kind === "group") return "group";
	if (choices.length > 0) return choices.map((choice) => `\`${choice}\``).join(" or ");
	if (hints?.refersTo) return nounOfReference[hints.refersTo];
	const noun = form ?? nounOfControl[hints?.control ?? "text"];
	const range = rangeOf(length);
	return range === "" ? noun : `${noun}, ${range} characters`;
}

function rangeOf({ min, max }: { readonly min?: number; readonly max?: number }): string {
	if (min !== undefined && max !== undefined) return `${min}–${max}`;
	if (max !== undefined) return `at most ${max}`;
	return min === undefined ? "" : `at least ${min}`;
}
