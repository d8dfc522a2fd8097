import { strings } from "../strings.ts";
import type { TextCheck } from "./context.ts";

/** HTML in a body, which readers would see as text. The first of each file is told. */
export const checkRawHtml: TextCheck = ({ file, bodyLine }, { html: [first] }) =>
	first === undefined
		? []
		: [{ file, line: bodyLine + first.line - 1, field: "body", ...strings.rawHtml(first.text) }];
