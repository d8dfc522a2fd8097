import { strings } from "../strings.ts";
import type { TextCheck } from "./context.ts";

/** Finds HTML in a body, which readers would see as text. Only the first of each file is reported. */
export const checkRawHtml: TextCheck = ({ file, bodyLine }, { html: [first] }) =>
	first === undefined
		? []
		: [{ file, line: bodyLine + first.line - 1, field: "body", ...strings.rawHtml(first.text) }];
