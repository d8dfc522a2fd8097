import { isUtf8 } from "node:buffer";
import matter from "gray-matter";
import { lfsPointer } from "./attachment-types.ts";
import { diagnoseYaml } from "./diagnose-yaml.ts";
import type { ContentProblem } from "./problem.ts";
import { strings } from "./strings.ts";
import {
	type FieldLines,
	type FieldPath,
	fieldLines,
	parseYaml,
	YamlError,
	type YamlFields,
} from "./yaml.ts";

export type { FieldPath, YamlFields } from "./yaml.ts";

/** The largest document in bytes. An article is only text; its pictures are separate files. */
export const maxDocumentBytes = 2_000_000;

/** A parsed file of the content folder, not yet checked against a schema. */
export interface Document extends Omit<FieldLines, "lineOf"> {
	/** Path below the content folder. */
	readonly file: string;
	readonly fields: YamlFields;
	/** The Markdown below the front matter, with line feeds; empty for data files. */
	readonly body: string;
	/** The line of the file on which the body begins. */
	readonly bodyLine: number;
	/** The line of a field in the file. */
	lineOf(path: FieldPath): number | undefined;
}

/** The result of reading a file. */
export type DocumentResult =
	| { readonly document: Document; readonly problem?: never; readonly firstVersion?: never }
	| {
			readonly document?: never;
			readonly problem: ContentProblem;
			/** For a file with conflict markers: the document with the first version of each conflict, for further checks. */
			readonly firstVersion?: Document;
	  };

function refuse(): never {
	throw new YamlError("front matter in a language other than YAML");
}

// gray-matter would run JavaScript in the front matter. Engines that are not listed here are disabled.
const engines = {
	yaml: parseYaml,
	json: refuse,
	javascript: refuse,
	js: refuse,
	coffee: refuse,
	cson: refuse,
	toml: refuse,
};

/** Front matter begins and ends with three hyphens on lines of their own. */
const opening = /^---[ \t]*\n/;
const closing = /\n---[ \t]*(?:\n|$)/y;

/** Reads a Markdown file: YAML front matter, then the body. Never throws because of the file's content. */
export function readDocument(file: string, bytes: Buffer): DocumentResult {
	return readText(file, bytes, readMarkdown);
}

/** Reads a YAML file. Never throws because of its content. */
export function readData(file: string, bytes: Buffer): DocumentResult {
	return readText(file, bytes, readYaml);
}

function readText(
	file: string,
	bytes: Buffer,
	read: (file: string, text: string) => DocumentResult,
): DocumentResult {
	const decoded = decode(file, bytes);
	if ("problem" in decoded) return decoded;
	const conflict = findConflict(decoded.text);
	if (!conflict) return read(file, decoded.text);
	const problem = { file, line: conflict.line, ...strings.conflict };
	const { document } = read(file, conflict.firstVersion);
	return document ? { problem, firstVersion: document } : { problem };
}

function readMarkdown(file: string, text: string): DocumentResult {
	if (!opening.test(text)) return { problem: { file, ...withoutOpening(text) } };
	const end = text.indexOf("\n---", 3);
	closing.lastIndex = end;
	if (end === -1 || !closing.test(text)) {
		return { problem: { file, line: 1, ...strings.frontMatterOpen } };
	}
	const body = closing.lastIndex;
	const blank = lineOfBlankLines(text.slice(0, end));
	if (blank !== undefined) return { problem: { file, line: blank, ...strings.frontMatterBlank } };
	try {
		// Passes only the front matter, because gray-matter would copy the body.
		const { data, matter: source } = matter(text.slice(0, body), { engines });
		return {
			document: {
				file,
				fields: data,
				body: text.slice(body),
				bodyLine: text.slice(0, body).split("\n").length,
				// gray-matter's text begins with the line break after the hyphens, so lines agree with the file's.
				...fieldLines(source),
			},
		};
	} catch (error) {
		return { problem: yamlProblem(file, error, text.slice(3, end)) };
	}
}

/** gray-matter takes a time that is the square of the number of blank lines in a row. */
const mostBlankLines = 200;

/** The line on which too many blank lines in a row begin. */
function lineOfBlankLines(text: string): number | undefined {
	// U+2028 and U+2029 end a line for patterns, and no line of a file.
	let line = 1;
	let firstBlank: number | undefined;
	let count = 0;
	for (const [part, end] of text.matchAll(/[^\n\u2028\u2029]*([\n\u2028\u2029]|$)/g)) {
		const isBlank = part.trim() === "";
		firstBlank = isBlank ? (firstBlank ?? line) : undefined;
		count = isBlank ? count + 1 : 0;
		if (count > mostBlankLines) return firstBlank;
		if (end === "\n") line += 1;
	}
	return undefined;
}

/** The problem of a text that does not begin with three hyphens. */
function withoutOpening(text: string): Pick<ContentProblem, "line" | "message" | "remedy"> {
	if (text.startsWith("---") && !text.startsWith("----")) {
		return { line: 1, ...strings.frontMatterLanguage(text.slice(3, text.indexOf("\n")).trim()) };
	}
	const [, above = "", first = ""] = /^(\s*)(.{0,100})/.exec(text) ?? [];
	const line = above.split("\n").length;
	if (/^\+{3}\s*$/.test(first)) return { line, ...strings.frontMatterLanguage("TOML") };
	// What word processors turn three hyphens into.
	if (/^(?:[—–―-]{1,2}|-{4,})\s*$/.test(first)) return { line, ...strings.frontMatterHyphens(first.trim()) };
	if (/^---\s*$/.test(first)) return { line, ...strings.frontMatterAbove };
	return { line: 1, ...strings.frontMatterMissing };
}

/**
 * The body of a Markdown file that `readDocument` has accepted before, without the cost of reading its front matter.
 *
 * @throws if the file is no longer a valid document
 */
export function readBody(file: string, bytes: Buffer): string {
	const body = bodyOf(file, bytes);
	if (body === undefined) throw new Error(`${file} changed while it was in use`);
	return body;
}

/** The body of a Markdown file. If it is not a valid document yet, the whole text. */
export function readUnfinishedBody(file: string, bytes: Buffer): string {
	return bodyOf(file, bytes) ?? bytes.toString("utf8");
}

function bodyOf(file: string, bytes: Buffer): string | undefined {
	const decoded = decode(file, bytes);
	const end = "text" in decoded && opening.test(decoded.text) ? decoded.text.indexOf("\n---", 3) : -1;
	if ("problem" in decoded || end === -1) return undefined;
	const rest = decoded.text.indexOf("\n", end + 1);
	return rest === -1 ? "" : decoded.text.slice(rest + 1);
}

function readYaml(file: string, text: string): DocumentResult {
	try {
		return {
			document: {
				file,
				fields: parseYaml(text),
				body: "",
				bodyLine: 1,
				...fieldLines(text),
			},
		};
	} catch (error) {
		return { problem: yamlProblem(file, error, text) };
	}
}

/** The markers that Git writes around two versions that it could not merge. */
const conflictMarker = /^(?:[ \t]*(?:> )?(?:<{7}|\|{7})|[ \t]*>{7})(?: |$)/m;

function decode(
	file: string,
	bytes: Buffer,
): { readonly text: string } | { readonly problem: ContentProblem } {
	if (bytes.length > maxDocumentBytes) {
		return { problem: { file, ...strings.tooLarge(bytes.length, maxDocumentBytes) } };
	}
	if (!isUtf8(bytes)) return { problem: { file, ...strings.notUtf8 } };
	const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
	if (text.startsWith(lfsPointer)) return { problem: { file, line: 1, ...strings.lfsPointer } };
	return { text: text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text };
}

/**
 * The line of the first conflict marker, and the text with the first version of each conflict. Line numbers stay the
 * same.
 */
function findConflict(text: string): { readonly line: number; readonly firstVersion: string } | undefined {
	const found = conflictMarker.exec(text);
	if (!found) return undefined;
	let isOther = false;
	const lines = text.split("\n").map((line) => {
		const mark = /^[ \t]*(?:> )?(<{7}|\|{7}|={7}|>{7})(?= |$)/.exec(line)?.[1]?.[0];
		if (mark === "=" && !isOther) isOther = true;
		if (mark === "|") isOther = true;
		if (mark === "<" || mark === ">") isOther = false;
		return isOther || mark !== undefined ? "" : line;
	});
	return { line: text.slice(0, found.index).split("\n").length, firstVersion: lines.join("\n") };
}

/** @param source the YAML, with the same line numbers as the file */
function yamlProblem(file: string, error: unknown, source: string): ContentProblem {
	if (!(error instanceof YamlError)) throw error;
	const slip = diagnoseYaml(source, error);
	if (slip) return { file, line: slip.line, ...strings.yamlSlip(slip.reason, slip.corrected) };
	const hyphens = /\S\s*\n---[ \t]*(?:\n|$)/.exec(source);
	if (file.endsWith(".yml") && hyphens) {
		const line = source.slice(0, hyphens.index + hyphens[0].trimEnd().length).split("\n").length;
		return { file, line, ...strings.hyphensInData };
	}
	const line = error.line === undefined ? {} : { line: error.line };
	return { file, ...line, ...strings.yaml(error.reason) };
}
