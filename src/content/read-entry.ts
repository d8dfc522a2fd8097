import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { sha256 } from "../disk/digest.ts";
import { commentsSchema } from "../model/comment.ts";
import { provinceChangesSchema } from "../model/province-changes.ts";
import { documentSchemas } from "../model/schemas.ts";
import { sentenceCase } from "../text/index.ts";
import type { Entry, TextEntry } from "./checks/context.ts";
import { checkFields } from "./checks/fields.ts";
import { documentChecks, textChecks, textWarnings } from "./checks/index.ts";
import { openingOf } from "./markdown/opening.ts";
import { wordCount } from "./markdown/plain-text.ts";
import { extractReferences, type References } from "./markdown/references.ts";
import type { Place } from "./places.ts";
import type { ContentProblem } from "./problem.ts";
import { type DocumentResult, readData, readDocument } from "./read-document.ts";
import { strings } from "./strings.ts";

/** Places that hold a document of ours. */
export type DocumentKind = Exclude<Place["kind"], "resource" | "misplaced">;

/** What one file says, and the problems that can be found without the other files. Plain data. */
export interface ReadEntry {
	readonly entry: Entry<unknown> | Omit<TextEntry<unknown>, "address">;
	readonly problems: readonly ContentProblem[];
}

const schemas: Readonly<Record<DocumentKind, z.ZodObject>> = {
	...documentSchemas,
	provinces: provinceChangesSchema,
	comments: commentsSchema,
};

/**
 * Reads one file of the content folder and checks it alone. Never throws because of its content.
 *
 * @param file path below the directory
 */
export function readEntry(directory: string, file: string, kind: DocumentKind): ReadEntry {
	return entryOf(file, kind, loadDocument(directory, file));
}

/** What `readEntry` would find in a file that had these bytes. */
export function readEntryText(file: string, kind: DocumentKind, bytes: Buffer): ReadEntry {
	return entryOf(file, kind, parseDocument(file, bytes));
}

/** What `readEntry` finds wrong with a file that has these bytes. */
export function problemsOfEntry(file: string, kind: DocumentKind, bytes: Buffer): readonly ContentProblem[] {
	return readEntryText(file, kind, bytes).problems;
}

function entryOf(file: string, kind: DocumentKind, { result, digest }: LoadedDocument): ReadEntry {
	const { problem } = result;
	const document = result.document ?? result.firstVersion;
	const hasText = file.endsWith(".md");
	if (!document) {
		const nothing = { file, digest, fields: {} };
		const entry = hasText ? { ...nothing, pictures: [], sources: [], links: [], words: 0 } : nothing;
		return { entry, problems: problem ? [problem] : [] };
	}
	const { fields, problems } = checkFields(document, schemas[kind]);
	if (problem) problems.push(problem);
	for (const check of documentChecks) problems.push(...check(document));
	if (!hasText) return { entry: { file, digest, fields }, problems };
	const references = extractReferences(document.body);
	for (const check of textChecks) problems.push(...check(document, references));
	const warnings = textWarnings.flatMap((check) => check(document, references));
	const { pictures, links } = inFile(references, document.bodyLine);
	const words = wordCount(document.body);
	const sources = [...new Set(pictures.map(({ src }) => src))];
	const opening = "summary" in fields ? "" : openingOf(document.body);
	const sentenceTitle = "title" in fields ? sentenceCase(String(fields.title), document.body) : undefined;
	const entry = {
		...{ file, digest, fields, pictures, sources, links, words },
		...(opening !== "" && { opening }),
		...(sentenceTitle !== undefined && { sentenceTitle }),
	};
	return { entry: warnings.length > 0 ? { ...entry, warnings } : entry, problems };
}

/** A file as it was written, with its digest; a problem where it is no document. */
interface LoadedDocument {
	readonly result: DocumentResult;
	readonly digest: string;
}

/** Reads a file of the content folder. */
export function loadDocument(directory: string, file: string): LoadedDocument {
	let bytes: Buffer;
	try {
		bytes = readFileSync(join(directory, file));
	} catch (error) {
		const reason = (error as NodeJS.ErrnoException).code ?? String(error);
		return { result: { problem: { file, ...strings.unreadable(reason) } }, digest: "" };
	}
	return parseDocument(file, bytes);
}

/** Reads a file that has these bytes. */
export function parseDocument(file: string, bytes: Buffer): LoadedDocument {
	const result = file.endsWith(".md") ? readDocument(file, bytes) : readData(file, bytes);
	return { result, digest: sha256(bytes) };
}

/** References with lines of the file instead of the body. */
function inFile({ pictures, links }: References, bodyLine: number): Pick<References, "pictures" | "links"> {
	const shift = bodyLine - 1;
	return {
		pictures: pictures.map((picture) => ({ ...picture, line: picture.line + shift })),
		links: links.map((link) => ({ ...link, line: link.line + shift })),
	};
}
