import { DUMP_SCHEMA, dump } from "js-yaml";
import { type DocumentKind, documentSchemas } from "../model/schemas.ts";

/** A value of front matter. Numbers and booleans are written as text, which the schemas read. */
export type WritableValue =
	| string
	| number
	| boolean
	| null
	| undefined
	| readonly WritableValue[]
	| { readonly [name: string]: WritableValue };

export type WritableFields = { readonly [name: string]: WritableValue };

/**
 * Writes a Markdown file: front matter in the order of the schema, then the body. Strings that any YAML parser would
 * read as a number, a date or a boolean are quoted. Empty values are left out. Lines end with line feeds, also the last
 * one.
 */
export function writeDocument(fields: WritableFields, body: string, kind: DocumentKind = "article"): string {
	const text = body.replace(/\r\n?/g, "\n").replace(/^\n+|(?<!\s)\s+$/g, "");
	return `---\n${writeData(fields, kind)}---\n${text === "" ? "" : `\n${text}\n`}`;
}

/** Writes a YAML file like the front matter of `writeDocument`. */
export function writeData(fields: WritableFields, kind: DocumentKind): string {
	const ordered = inOrder(fields, Object.keys(documentSchemas[kind].shape));
	if (Object.keys(ordered).length === 0) return "";
	return dump(ordered, { schema: DUMP_SCHEMA, lineWidth: -1, noRefs: true });
}

/** Sorts fields: those of the schema in its order, then others in their own. Empty values are dropped. */
function inOrder(fields: WritableFields, names: readonly string[]): Record<string, unknown> {
	const ordered: Record<string, unknown> = {};
	for (const name of new Set([...names, ...Object.keys(fields)])) {
		const value = Object.hasOwn(fields, name) ? toYaml(fields[name]) : undefined;
		if (value !== undefined) ordered[name] = value;
	}
	return ordered;
}

function toYaml(value: WritableValue): unknown {
	if (value === undefined || value === null) return undefined;
	if (typeof value === "string") {
		const text = value.replace(/\r\n?/g, "\n");
		return text.trim() === "" ? undefined : text;
	}
	if (typeof value !== "object") return value;
	if (Array.isArray(value)) {
		const items = value.map(toYaml).filter((item) => item !== undefined);
		return items.length === 0 ? undefined : items;
	}
	const entries = Object.entries(value)
		.map(([name, child]) => [name, toYaml(child)] as const)
		.filter(([, child]) => child !== undefined);
	return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
