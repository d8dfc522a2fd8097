/** Brings articles of old portals into a content folder. */
export { importArticles } from "./import-articles.ts";
export { type ImportedArticle, type Source, SourceError } from "./source.ts";
export { jsonLinesSource } from "./sources/json-lines.ts";
