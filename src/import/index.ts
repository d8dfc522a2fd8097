/** Brings articles of old portals into a content folder. */
export { importArticles } from "./import-articles.ts";
export { jsonLinesSource } from "./json-lines.ts";
export { type ImportedArticle, type Source, SourceError } from "./source.ts";
