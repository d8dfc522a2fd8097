/** Files ⇄ model: reads and checks the content folder, renders Markdown, writes documents. */

export { beginningLength, faultOfAttachment, isPdf } from "./attachment-types.ts";
export { isReservedPlace } from "./checks/site-addresses.ts";
export { resolveContentPath } from "./content-files.ts";
export { extendProvinces } from "./extend-provinces.ts";
export { fixContent } from "./fix-content.ts";
export { type ContentListing, listContent } from "./list-content.ts";
export { plainText } from "./markdown/plain-text.ts";
export { extractReferences } from "./markdown/references.ts";
export { renderMarkdown } from "./markdown/render-markdown.ts";
export { videoOrigins } from "./markdown/videos.ts";
export { nearest } from "./nearest.ts";
export { officeFileOf } from "./office-file.ts";
export { endingIn, placeOf } from "./places.ts";
export { type ContentProblem, formatProblems, formatWarnings } from "./problem.ts";
export {
	type FoundDocument,
	noReadCache,
	openReadCache,
	type ReadCache,
	type StoredDocument,
} from "./read-cache.ts";
export {
	maxDocumentBytes,
	readBody,
	readData,
	readDocument,
	readUnfinishedBody,
} from "./read-document.ts";
export { type DocumentKind, problemsOfEntry, readEntryText } from "./read-entry.ts";
export { type FileDocument, type ReadPortalResult, readDocuments, readPortal } from "./read-portal.ts";
export { readSettingsFile } from "./settings-file.ts";
export { yamlReason } from "./strings.ts";
export type { FileFault, FileList } from "./used-files.ts";
export { commentsPath, writeComments } from "./write-comments.ts";
export {
	type WritableFields,
	writeData,
	writeDocument,
} from "./write-document.ts";
export { topLevelFields, YamlError, type YamlFields, type YamlValue } from "./yaml.ts";
