import { escapeHtml } from "../../escape-html.ts";
import { customaryMapping } from "../tables/ready-mappings.ts";

/** A table that was found in JSON: rows of texts by column. */
export interface JsonTable {
	readonly name: string;
	readonly rows: readonly ReadonlyMap<string, string>[];
}

type JsonObject = Readonly<Record<string, unknown>>;

/** How deep lists of articles are looked for in objects around them. */
const deepest = 6;
/** Keys of an object that is one value: an author's name, WordPress's rendered text. */
const valueKeys = [
	"$date",
	"$oid",
	"rendered",
	"name",
	"title",
	"html",
	"value",
	"text",
	"label",
	"url",
	"src",
] as const;
const markup = /<\/?[a-z][^<>]*>/i;

/**
 * The tables in a JSON value: every list of objects, named after its key. Lists within a row are no tables. The list
 * with articles may be the value itself, or lie within objects, as Ghost, JSON Feed and phpMyAdmin write it.
 */
export function tablesIn(value: unknown, name = "articles", depth = 0): JsonTable[] {
	if (depth > deepest) return [];
	if (Array.isArray(value)) {
		const objects = value.filter(isObject);
		const tables = objects.filter((each) => each.type === "table" && Array.isArray(each.data));
		if (tables.length > 0) return tables.flatMap((each) => tablesIn(each.data, String(each.name), depth + 1));
		// Ghost's file has one database in a list.
		const [only] = objects;
		if (objects.length === 1 && only && isObject(only.data)) return tablesIn(only.data, name, depth + 1);
		return objects.length === 0 ? [] : [{ name, rows: objects.map(rowOf) }];
	}
	if (!isObject(value)) return [];
	// Some systems write a list as an object, with ids for keys.
	const members = Object.values(value);
	if (isArticle(value)) return [{ name, rows: [rowOf(value)] }];
	if (members.length > 0 && members.every((each) => isObject(each) && isArticle(each)))
		return [{ name, rows: members.filter(isObject).map(rowOf) }];
	return Object.entries(value).flatMap(([key, each]) =>
		typeof each === "object" && each !== null ? tablesIn(each, key, depth + 1) : [],
	);
}

function isArticle(object: JsonObject): boolean {
	return customaryMapping("", Object.keys(object)) !== undefined;
}

/**
 * An object as a row. Strapi has the fields below `attributes`; JSON Feed has its text in one of two fields, and
 * attachments that readers see below it; Ghost has a text without markup besides.
 */
function rowOf(given: JsonObject): ReadonlyMap<string, string> {
	const object = isObject(given.attributes) ? { ...given, ...given.attributes } : given;
	const row = new Map<string, string>();
	for (const [key, value] of Object.entries(object)) {
		const text = textOf(value, isLong(key));
		if (text !== "") row.set(key, text);
	}
	if ("content_html" in object || "content_text" in object) addFeedContent(row, object);
	if (row.has("mobiledoc") || row.has("lexical")) {
		if (!row.has("html")) row.set("html", paragraphsOf(row.get("plaintext") ?? ""));
		row.delete("plaintext");
	}
	return row;
}

function addFeedContent(row: Map<string, string>, { attachments }: JsonObject): void {
	const files = Array.isArray(attachments) ? attachments.filter(isObject).map(linkOf) : [];
	const html = row.get("content_html") ?? paragraphsOf(row.get("content_text") ?? "");
	row.set("content", html + files.join(""));
	for (const name of ["content_html", "content_text", "attachments"]) row.delete(name);
}

function paragraphsOf(text: string): string {
	return text
		.split(/\n\s*\n/)
		.filter((part) => part.trim() !== "")
		.map((part) => `<p>${escapeHtml(part.trim()).replaceAll("\n", "<br>")}</p>`)
		.join("\n");
}

/** Whether a list under this key has paragraphs, not words. */
function isLong(key: string): boolean {
	return /content|body|html|text|noi_?dung|paragraph/i.test(key);
}

function textOf(value: unknown, isLongText: boolean): string {
	if (typeof value === "string") return value;
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	if (Array.isArray(value)) {
		const texts = value.map((each) => textOf(each, isLongText)).filter((text) => text !== "");
		return texts.join(isLongText ? (texts.some((text) => markup.test(text)) ? "\n" : "\n\n") : "; ");
	}
	if (!isObject(value)) return "";
	const key = valueKeys.find((each) => typeof value[each] === "string");
	return key === undefined ? "" : String(value[key]);
}

function linkOf({ url, title }: JsonObject): string {
	const address = typeof url === "string" ? url : "";
	const label = typeof title === "string" ? title : address;
	return address === "" ? "" : `<p><a href="${escapeHtml(address)}">${escapeHtml(label)}</a></p>`;
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
