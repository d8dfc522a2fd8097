import { FAILSAFE_SCHEMA, load, YAMLException } from "js-yaml";
import { parse as parseToml } from "smol-toml";
import { yamlReason } from "../../../content/index.ts";
import { strings } from "./strings.ts";

/** Front matter and the text below it. Dates are text; names are in lower case. */
export interface MatterFile {
	readonly fields: ReadonlyMap<string, unknown>;
	readonly body: string;
}

const longest = 200_000;
/** Limits YAML aliases: aliases of aliases could expand without bound. */
const maxAliases = 20;
const maxDepth = 20;
const forms = [
	{
		open: /^---[ \t]*\r?\n/,
		close: /^(?:---|\.\.\.)[ \t]*$/m,
		parse: (text: string) => load(text, { schema: FAILSAFE_SCHEMA, maxAliases, maxDepth }),
	},
	{ open: /^\+\+\+[ \t]*\r?\n/, close: /^\+\+\+[ \t]*$/m, parse: (text: string) => parseToml(text) },
	{ open: /^;;;[ \t]*\r?\n/, close: /^;;;[ \t]*$/m, parse: (text: string) => JSON.parse(`{${text}}`) },
] as const;

/**
 * Splits a file of Hugo, Jekyll or Hexo into its front matter (YAML, TOML or JSON) and the text below it.
 *
 * @returns both parts, or a Vietnamese message on what is wrong with the front matter
 */
export function readMatter(source: string): MatterFile | { readonly problem: string } {
	const text = source.replace(/^\uFEFF/, "");
	if (/^\{\s*"/.test(text)) return readJson(text);
	const form = forms.find(({ open }) => open.test(text));
	if (!form) return { fields: new Map(), body: text };
	const start = form.open.exec(text)?.[0].length ?? 0;
	const close = form.close.exec(text.slice(start, start + longest));
	if (!close) return { problem: strings.badFrontMatter(strings.unclosed) };
	try {
		const fields = fieldsOf(form.parse(text.slice(start, start + close.index)));
		return { fields, body: text.slice(start + close.index + close[0].length) };
	} catch (error) {
		return { problem: strings.badFrontMatter(reasonOf(error)) };
	}
}

function reasonOf(error: unknown): string {
	if (error instanceof YAMLException) return yamlReason(error.reason);
	return error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : "";
}

/** JSON front matter has no closing line. It ends at the first "}" at which it can be parsed. */
function readJson(text: string): MatterFile | { readonly problem: string } {
	const end = /^\}[ \t]*\r?$/gm;
	for (let match = end.exec(text); match && match.index < longest; match = end.exec(text)) {
		try {
			return {
				fields: fieldsOf(JSON.parse(text.slice(0, match.index + 1))),
				body: text.slice(match.index + 1),
			};
		} catch {
			// This bracket closes an inner object.
		}
	}
	return { problem: strings.badFrontMatter(strings.unclosed) };
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return new Map();
	return new Map(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]));
}

/** All texts of a field, which may be one value or a list, also of lists. */
export function textsOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(textsOf);
	if (value instanceof Date) return [value.toISOString()];
	if (typeof value === "number" || typeof value === "boolean") return [String(value)];
	return typeof value === "string" && value.trim() !== "" ? [value.trim()] : [];
}
