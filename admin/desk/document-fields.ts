/** Splits a document into its fields, as the desk's server does. */
import { dump, FAILSAFE_SCHEMA, loadAll } from "js-yaml";

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/**
 * A text with other values for some fields. A field's value is its YAML in the file; `body` is the text below the front
 * matter.
 */
export function withFields(text: string, values: ReadonlyMap<string, string | undefined>): string {
	const match = frontMatter.exec(text);
	const [front = {}] = loadAll(match?.[1] ?? text, { schema: FAILSAFE_SCHEMA }) as [Record<string, unknown>?];
	let body = match ? text.slice(match[0].length) : "";
	const fields: Record<string, unknown> = { ...front };
	for (const [field, value] of values) {
		if (field === "body") body = value === undefined || value === "" ? "" : value;
		else if (value === undefined) delete fields[field];
		else fields[field] = readValue(field, value);
	}
	const yaml = dump(fields, { lineWidth: -1, noRefs: true });
	return match
		? `---\n${yaml}---\n${body.startsWith("\n") ? "" : "\n"}${body.endsWith("\n") ? body : `${body}\n`}`
		: yaml;
}

/** The server may send a field with its name, as in the file, or only its value. */
function readValue(field: string, text: string): unknown {
	const [read] = loadAll(text, { schema: FAILSAFE_SCHEMA });
	const isNamed =
		typeof read === "object" && read !== null && !Array.isArray(read) && Object.keys(read).join() === field;
	return isNamed ? (read as Record<string, unknown>)[field] : (read ?? text);
}

/** What editors see of a field that holds one text; undefined for lists and for fields with parts. */
export function plainValue(field: string, yaml: string): string | undefined {
	if (field === "body" || field === "text") return undefined;
	const value = readValue(field, yaml);
	return typeof value === "string" ? value : undefined;
}

/** A field as the file has it. */
export function fieldInFile(field: string, value: string): string {
	return dump({ [field]: value }, { lineWidth: -1 });
}
