import { strings } from "../strings.ts";
import { type DocumentCheck, problemIn } from "./context.ts";

/** Fields of free text, in which "#" is hardly ever meant as a comment. */
const freeText = new Set([
	...["title", "summary", "name", "penName", "shortName", "organisation", "bio", "description", "tagline"],
	...[
		"alt",
		"caption",
		"credit",
		"reason",
		"label",
		"responsible",
		"licence",
		"address",
		"tags",
		"synonyms",
		"long",
	],
]);

/** Finds text that YAML reads as a comment: `title: Kết luận #30` ends before the "#". */
export const checkComments: DocumentCheck = (document) =>
	document
		.comments()
		.filter(({ path }) => freeText.has(String(path.findLast((part) => typeof part === "string"))))
		.map(({ path, value, comment }) => problemIn(document, path, strings.textInComment(value, comment)));
