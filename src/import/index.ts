/** Brings articles of old portals into a content folder. */
export { readCategories } from "./category-table.ts";
export { politeFetch } from "./fetch/polite-fetch.ts";
export { importArticles } from "./import-articles.ts";
export { learnPages } from "./learn-pages.ts";
export { openReportPages } from "./report-pages.ts";
export { type ImportedArticle, SourceError } from "./source.ts";
export { openSource, sourceForms } from "./sources/index.ts";
