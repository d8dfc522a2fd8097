import {
	extractReferences,
	placeOf,
	readData,
	readDocument,
	readUnfinishedBody,
	resolveContentPath,
	type YamlFields,
	type YamlValue,
} from "../../content/index.ts";
import { fieldValues } from "../../model/field-values.ts";
import { isArticleId, isIsoDay } from "../../model/ids.ts";
import { isRecordCollection } from "../../model/record-names.ts";
import { type DocumentKind, documentSchemas } from "../../model/schemas.ts";
import { strings } from "../../model/strings.ts";
import { countWords, formatDay } from "../../text/index.ts";

/** What lists and pickers show of a document, as far as it can be read: a draft may be incomplete. */
export interface Facts {
	/** Title, or the name of an author, committee, tag or site; the id if there is none. */
	readonly title: string;
	readonly date?: string;
	readonly author: readonly string[];
	readonly province?: string;
	readonly committee?: string;
	readonly tags: readonly string[];
	/** Below the content folder. */
	readonly image?: string;
	readonly isDraft: boolean;
	/** Since when. */
	readonly withdrawn?: string;
	readonly words: number;
	/** Number of pictures, including the main one. */
	readonly pictures: number;
	/** Pen name or short name: another name that people search for. */
	readonly alias?: string;
	/** First and last day of a committee. */
	readonly since?: string;
	readonly until?: string;
}

/** Facts with the searchable text. */
export interface SearchableFacts extends Facts {
	readonly lead: string;
	readonly body: string;
	/** Articles (by id), records and other files (below the content folder) that the document references. */
	readonly references: readonly string[];
}

/** @param file path below the content folder */
export function factsOf(file: string, bytes: Buffer): SearchableFacts {
	const { document } = file.endsWith(".md") ? readDocument(file, bytes) : readData(file, bytes);
	const fields = document?.fields ?? {};
	const body = document?.body ?? bodyOf(file, bytes);
	const text = wordsOf(body);
	const image = textOf(fieldOf(fields.image, "src"));
	const date = textOf(fields.date);
	const province = textOf(fields.province);
	const committee = textOf(fields.committee);
	const alias = textOf(fields.penName) ?? textOf(fields.shortName);
	const since = textOf(fields.since);
	const until = textOf(fields.until);
	const withdrawn = textOf(fieldOf(fields.withdrawn, "date"));
	const inBody = extractReferences(body);
	return {
		title: titleOf(fields) ?? idOf(file),
		...(date !== undefined && { date }),
		author: textsOf(fields.author),
		...(province !== undefined && { province }),
		...(committee !== undefined && { committee }),
		tags: textsOf(fields.tags),
		...(image !== undefined && { image: resolveContentPath(file, image) }),
		isDraft: fields.draft === "true",
		...(withdrawn !== undefined && { withdrawn }),
		words: countWords(text),
		pictures: inBody.pictures.length + (image === undefined ? 0 : 1),
		...(alias !== undefined && { alias }),
		...(since !== undefined && { since }),
		...(until !== undefined && { until }),
		lead: textOf(fields.summary) ?? textOf(fields.bio) ?? textOf(fields.description) ?? "",
		body: text,
		references: [...new Set([...fieldReferences(file, fields), ...bodyReferences(file, inBody)])],
	};
}

const linkTargets = /\]\((?:[^()\n]|\([^()\n]*\))*\)/g;

/** A body without its addresses. Other Markdown signs only separate words. */
function wordsOf(body: string): string {
	return body.includes("](") ? body.replace(linkTargets, "]") : body;
}

function bodyOf(file: string, bytes: Buffer): string {
	return file.endsWith(".md") ? readUnfinishedBody(file, bytes) : "";
}

/** Paths of files anywhere in the fields: `image.src`, `banners[].image`. */
const filePath = /^[^\s:?#][^:?#]*\.[a-z0-9]{2,5}$/i;

function fieldReferences(file: string, fields: YamlFields): string[] {
	return [
		...textsOf(fields.related),
		...pathsIn(fields).map((path) => resolveContentPath(file, path)),
		...recordReferences(file, fields),
	];
}

/** The files of the events, units and other records that a document names by their ids. */
function recordReferences(file: string, fields: YamlFields): string[] {
	const { kind } = placeOf(file);
	if (!isDocumentKind(kind)) return [];
	return [...fieldValues(documentSchemas[kind], fields)].flatMap(({ hints: { refersTo }, value }) =>
		refersTo !== undefined && isRecordCollection(refersTo) ? [`${refersTo}/${value.trim()}.yml`] : [],
	);
}

function isDocumentKind(kind: string): kind is DocumentKind {
	return Object.hasOwn(documentSchemas, kind);
}

function pathsIn(value: YamlValue | undefined): readonly string[] {
	if (value === undefined) return [];
	if (typeof value === "string") return filePath.test(value.trim()) ? [value.trim()] : [];
	return (Array.isArray(value) ? value : Object.values(value as YamlFields)).flatMap(pathsIn);
}

const articleLink = /^\/(\d{4}\/\d{2}\/\d{2})\/([a-z0-9-]+)\.html(?:[?#]|$)/;

function bodyReferences(file: string, { pictures, links }: ReturnType<typeof extractReferences>): string[] {
	const references = pictures
		.filter(({ src }) => !/^[a-z]+:/i.test(src))
		.map(({ src }) => resolveContentPath(file, src));
	for (const { href } of links) {
		const [, day, slug] = articleLink.exec(href) ?? [];
		if (day !== undefined) references.push(`${day}-${slug}`);
		else if (!/^[a-z]+:|^#|^\/\//i.test(href)) references.push(resolveContentPath(file, href));
	}
	return references.filter((reference) => isArticleId(reference) || /\.[a-z0-9]+$/i.test(reference));
}

function fieldOf(value: YamlValue | undefined, name: string): YamlValue | undefined {
	if (value === undefined || typeof value === "string" || Array.isArray(value)) return undefined;
	return (value as YamlFields)[name];
}

function textOf(value: YamlValue | undefined): string | undefined {
	return typeof value === "string" ? value.trim() : undefined;
}

function textsOf(value: YamlValue | undefined): string[] {
	const values = Array.isArray(value) ? value : [value];
	return values.flatMap((item) => (typeof item === "string" ? [item.trim()] : []));
}

/** What a document is known by; an official document by its number and what it is about. */
function titleOf(fields: YamlFields): string | undefined {
	const number = textOf(fields.number);
	const summary = textOf(fields.summary);
	if (number !== undefined) return summary === undefined ? number : `${number}: ${summary}`;
	const week = textOf(fields.week);
	return (
		textOf(fields.title) ??
		textOf(fields.name) ??
		(week === undefined ? undefined : strings.scheduleOfWeek(isIsoDay(week) ? formatDay(week) : week)) ??
		textOf(fields.question)
	);
}

function idOf(file: string): string {
	return file.replace(/^.*\//, "").replace(/\.[a-z]+$/, "");
}
