export type { FinderDocument, FinderLabel, NamedSlug } from "./document.ts";
export { asScript, readByScripts } from "./file-scripts.ts";
export type {
	Finder,
	FinderAnswer,
	FinderFilters,
	FinderHit,
	FinderOptions,
	FinderQuery,
	ReadFile,
	Span,
	Suggestion,
} from "./finder.ts";
export { FinderError } from "./finder.ts";
export { openFinder } from "./open-finder.ts";
