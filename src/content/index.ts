/** Files ⇄ model: reads and checks the content folder, renders Markdown, writes documents. */
export { resolveContentPath } from "./content-files.ts";
export { type ContentProblem, formatProblems } from "./problem.ts";
export { type Document, readData, readDocument } from "./read-document.ts";
export { type ReadPortalOptions, type ReadPortalResult, readPortal } from "./read-portal.ts";
