/** Brings articles of old portals into a content folder. */
export { type ImportOptions, importArticles } from "./import-articles.ts";
export { jsonLinesSource } from "./json-lines.ts";
export { ImportReport, type NoteKind, noteKinds } from "./report.ts";
export { type ImportedArticle, type Source, SourceError, type UnreadableItem } from "./source.ts";
