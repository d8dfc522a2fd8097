import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { sha256 } from "../disk/digest.ts";
import { commentsSchema } from "../model/comment.ts";
import { provinceChangesSchema } from "../model/province-changes.ts";
import { documentSchemas } from "../model/schemas.ts";
import { isPhotoStory, type StoryForm } from "../model/story.ts";
import { sentenceCase } from "../text/index.ts";
import type { Entry, TextEntry } from "./checks/context.ts";
import { checkFields } from "./checks/fields.ts";
import { documentChecks, textChecks, textWarnings } from "./checks/index.ts";
import { openingOf } from "./markdown/opening.ts";
import { wordCount } from "./markdown/plain-text.ts";
import { extractReferences, type References } from "./markdown/references.ts";
import { firstVideo } from "./markdown/videos.ts";
import type { Place } from "./places.ts";
import type { ContentProblem } from "./problem.ts";
import { type DocumentResult, readData, readDocument } from "./read-document.ts";
import { strings } from "./strings.ts";

/** The kinds of documents. */
export type DocumentKind = Exclude<Place["kind"], "resource" | "misplaced">;

/** The content of a file, and the problems that can be found without other files. Plain data. */
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

/** Like `readEntry`, for a file with the given bytes. */
export function readEntryText(file: string, kind: DocumentKind, bytes: Buffer): ReadEntry {
	return entryOf(file, kind, parseDocument(file, bytes));
}

/** The problems that `readEntry` finds in a file with the given bytes. */
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
		...(kind === "article" && storyForm(document.body, sources.length, words)),
		...(opening !== "" && { opening }),
		...(sentenceTitle !== undefined && { sentenceTitle }),
	};
	return { entry: warnings.length > 0 ? { ...entry, warnings } : entry, problems };
}

function storyForm(body: string, pictures: number, words: number): StoryForm {
	const video = firstVideo(body);
	return { ...(isPhotoStory(pictures, words) && { isPhotoStory: true }), ...(video && { video }) };
}

/** A parsed file or its problem, with its digest. */
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

/** Parses the given bytes of a file. */
export function parseDocument(file: string, bytes: Buffer): LoadedDocument {
	const result = file.endsWith(".md") ? readDocument(file, bytes) : readData(file, bytes);
	return { result, digest: sha256(bytes) };
}

/** Converts line numbers from those of the body to those of the file. */
function inFile({ pictures, links }: References, bodyLine: number): Pick<References, "pictures" | "links"> {
	const shift = bodyLine - 1;
	return {
		pictures: pictures.map((picture) => ({ ...picture, line: picture.line + shift })),
		links: links.map((link) => ({ ...link, line: link.line + shift })),
	};
}
