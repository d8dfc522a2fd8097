export { type Collection, type CollectionName, collections, isCollectionName } from "./collections.ts";
export { cmsConfig, deskBackend, newArticleFolder } from "./config.ts";
export { strings } from "./strings.ts";
export { fieldLabel, problemsOf, toFileValues, toFormValues, type Values } from "./values.ts";
