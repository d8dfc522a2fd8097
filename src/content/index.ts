/** Files ⇄ model: reads and checks the content folder, renders Markdown, writes documents. */
export { imageExtensions } from "./checks/files.ts";
export { resolveContentPath } from "./content-files.ts";
export { sha256, shortDigest } from "./digest.ts";
export type { Picture } from "./markdown/picture.ts";
export { type PlainText, plainText, wordCount } from "./markdown/plain-text.ts";
export { extractReferences, type References } from "./markdown/references.ts";
export { type RenderOptions, renderMarkdown } from "./markdown/render-markdown.ts";
export { videoOrigins } from "./markdown/videos.ts";
export { type ContentProblem, compareProblems, formatProblems } from "./problem.ts";
export {
	type Document,
	type DocumentResult,
	type FieldPath,
	readBody,
	readData,
	readDocument,
	type YamlFields,
} from "./read-document.ts";
export { type ReadPortalOptions, type ReadPortalResult, readPortal } from "./read-portal.ts";
export {
	type DocumentKind,
	type WritableFields,
	type WritableValue,
	writeData,
	writeDocument,
} from "./write-document.ts";
