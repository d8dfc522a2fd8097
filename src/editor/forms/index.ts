export { type Collection, type CollectionName, collections, isCollectionName } from "./collections.ts";
export { cmsConfig, deskBackend, newArticleFolder } from "./config.ts";
export {
	type BackendVariables,
	type OtherBackend,
	OtherBackendError,
	type OtherBackendName,
	otherBackendOf,
	otherBackends,
} from "./other-backend.ts";
export { strings } from "./strings.ts";
export { fieldLabel, problemsOf, toFileValues, toFormValues, type Values } from "./values.ts";
