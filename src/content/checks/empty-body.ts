import { strings } from "../strings.ts";
import type { DocumentCheck } from "./context.ts";

/** Finds articles and pages without text. */
export const checkEmptyBody: DocumentCheck = ({ file, body, bodyLine }) =>
	body.trim() === "" ? [{ file, line: bodyLine, field: "body", ...strings.emptyBody }] : [];
