import { strings } from "../strings.ts";
import { problemIn, type TextCheck } from "./context.ts";

/** Finds HTML in a body, which readers would see as text. Only the first of each file is reported. */
export const checkRawHtml: TextCheck = ({ file, bodyLine }, { html: [first] }) =>
	first === undefined
		? []
		: [{ file, line: bodyLine + first.line - 1, field: "body", ...strings.rawHtml(first.text) }];

const markup =
	/<\/?(?:a|b|br|div|em|font|h[1-6]|i|p|span|strong|u)(?:\s[^<>]{0,200})?\/?>|&(?:amp|quot|lt|gt|nbsp|[lr][ds]quo|hellip|[mn]dash|#\d{2,6}|#x[\da-f]{2,5});|\*\*[^*]{1,200}\*\*|\[[^[\]]{1,200}\]\(\S{1,300}\)/i;

/** Warns of HTML and Markdown in titles and leads, which are plain text. */
export const warnOfMarkupInFields: TextCheck = (document) =>
	["title", "summary"].flatMap((name) => {
		const value = document.fields[name];
		const found = typeof value === "string" ? markup.exec(value)?.[0] : undefined;
		return found === undefined ? [] : [problemIn(document, [name], strings.markupInField(found))];
	});
