import { topLevelFields, YamlError, type YamlFields, type YamlValue } from "../../content/index.ts";

/** A field of a document with its bytes, including comments above it. */
export interface FieldBlock {
	readonly name: string;
	/** Absent if the field is empty. */
	readonly value?: YamlValue;
	readonly text: string;
}

/** The parts of a document; joined, they give its bytes. */
export interface DocumentParts {
	/** What opens the front matter; empty for a data file. */
	readonly opening: string;
	readonly blocks: readonly FieldBlock[];
	/** What closes the front matter. */
	readonly closing: string;
	readonly body: string;
}

const opening = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /^---[ \t]*(?:\r?\n|$)/m;

/**
 * Splits a Markdown file with front matter, or a data file, into parts.
 *
 * @param file its path, which decides its type
 * @returns undefined if it cannot be read, or not line by line
 */
export function documentParts(file: string, text: string): DocumentParts | undefined {
	if (!file.endsWith(".md")) {
		const blocks = fieldBlocks(text);
		return blocks && { opening: "", blocks, closing: "", body: "" };
	}
	const first = opening.exec(text)?.[0];
	if (first === undefined) return undefined;
	const rest = text.slice(first.length);
	const end = closing.exec(rest);
	if (end === null) return undefined;
	const blocks = fieldBlocks(rest.slice(0, end.index));
	return blocks && { opening: first, blocks, closing: end[0], body: rest.slice(end.index + end[0].length) };
}

/** Joins the parts of a document. */
export function joinParts(parts: DocumentParts): string {
	const yaml = parts.blocks.map(({ text }) => text).join("");
	return parts.opening + yaml + parts.closing + parts.body;
}

/** Whether two values are equal. */
export function isSameValue(a: YamlValue | undefined, b: YamlValue | undefined): boolean {
	return valueText(a) === valueText(b);
}

function valueText(value: YamlValue | undefined): string {
	return JSON.stringify(inOrder(value)) ?? "";
}

function inOrder(value: YamlValue | undefined): unknown {
	if (value === undefined || typeof value === "string") return value?.replaceAll("\r\n", "\n");
	if (Array.isArray(value)) return value.map(inOrder);
	return Object.entries(value)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, child]) => [name, inOrder(child)]);
}

function fieldBlocks(yaml: string): FieldBlock[] | undefined {
	let fields: { readonly names: readonly { name: string; start: number }[]; readonly values: YamlFields };
	try {
		fields = topLevelFields(yaml);
	} catch (error) {
		if (error instanceof YamlError) return undefined;
		throw error;
	}
	const { names, values } = fields;
	if (names.length === 0) return yaml === "" ? [] : [{ name: "", text: yaml }];
	const starts = names.map(({ start }) => yaml.lastIndexOf("\n", start - 1) + 1);
	const isByLine = starts.every(
		(start, at) => yaml.slice(start, names[at]?.start).match(/^["']?$/) && start !== starts[at - 1],
	);
	if (!isByLine) return undefined;
	const begins = starts.map((start, at) =>
		at === 0 ? 0 : beginOfComments(yaml, starts[at - 1] ?? 0, start),
	);
	return names.map(({ name }, at) => {
		const value = Object.hasOwn(values, name) ? values[name] : undefined;
		const text = withLineEnd(yaml.slice(begins[at], begins[at + 1] ?? yaml.length));
		return value === undefined ? { name, text } : { name, value, text };
	});
}

/** Comments directly above a field, with the same indentation, belong to it. */
function beginOfComments(yaml: string, floor: number, start: number): number {
	let begin = start;
	while (begin > floor) {
		const previous = yaml.lastIndexOf("\n", begin - 2) + 1;
		if (previous <= floor || yaml[previous] !== "#") break;
		begin = previous;
	}
	return begin;
}

function withLineEnd(text: string): string {
	return text.endsWith("\n") ? text : `${text}\n`;
}
