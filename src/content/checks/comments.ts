import { strings } from "../strings.ts";
import { type DocumentCheck, problemIn } from "./context.ts";

/** Fields of free text, in which a sign for a comment is hardly ever meant as one. */
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

/** Text that YAML takes for a comment: `title: Kết luận #30` ends before the sign. */
export const checkComments: DocumentCheck = (document) =>
	document
		.comments()
		.filter(({ path }) => freeText.has(String(path.findLast((part) => typeof part === "string"))))
		.map(({ path, value, comment }) => problemIn(document, path, strings.textInComment(value, comment)));
