/** Exports the articles of a content folder, so that nobody is locked in. */
export { exportArticles, filesFolderOf } from "./export-articles.ts";
export { strings as exportStrings } from "./strings.ts";
