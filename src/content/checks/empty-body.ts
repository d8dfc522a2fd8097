import { strings } from "../strings.ts";
import type { DocumentCheck } from "./context.ts";

/** Finds articles and pages without text. */
export const checkEmptyBody: DocumentCheck = ({ file, body, bodyLine }) =>
	!/[^\s\u00AD\u200B-\u200D\u2060]/.test(body)
		? [{ file, line: bodyLine, field: "body", ...strings.emptyBody }]
		: [];
