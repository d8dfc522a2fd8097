import { DUMP_SCHEMA, dump } from "js-yaml";
import { type DocumentKind, documentSchemas } from "../model/schemas.ts";

/** A value of front matter; numbers and booleans are written as the words that readers of this project expect. */
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
 * A Markdown file: front matter in the order of the schema, then the body. Strings that a YAML reader, old or new,
 * would take for a number, a date or a truth value are quoted. Empty values are left out. Line feeds only, one at the
 * end.
 */
export function writeDocument(fields: WritableFields, body: string, kind: DocumentKind = "article"): string {
	const text = body.replace(/\r\n?/g, "\n").replace(/^\n+|\s+$/g, "");
	return `---\n${writeData(fields, kind)}---\n${text === "" ? "" : `\n${text}\n`}`;
}

/** A YAML file, as `writeDocument` writes its front matter. */
export function writeData(fields: WritableFields, kind: DocumentKind): string {
	const ordered = inOrder(fields, Object.keys(documentSchemas[kind].shape));
	if (Object.keys(ordered).length === 0) return "";
	return dump(ordered, { schema: DUMP_SCHEMA, lineWidth: -1, noRefs: true });
}

/** Fields of the schema first, in its order, then others in theirs; values that hold nothing are gone. */
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
