import { parseHTML } from "linkedom";
import { formatBytes, formatNumber } from "../../../text/index.ts";
import { SourceError } from "../../source.ts";
import { strings } from "./strings.ts";

/** A page with inlined pictures may be large; larger files are not pages. */
export const maxPageBytes = 32_000_000;
/** Browsers stop nesting at 512 as well. Beyond it, walking the tree would exhaust the stack. */
const maxPageDepth = 512;
/** Elements of one page. */
const maxPageElements = 200_000;

/** Elements that never have an end, or whose end is so often left out that it says nothing about depth. */
const unnested = new Set(
	"area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup".split(
		" ",
	),
);
const tag =
	/<!--[\s\S]*?(?:-->|$)|<(script|style|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][a-z0-9:-]*)/gi;
/** Pictures that are written into the page itself; nothing here looks at their bytes. */
const inlinePicture = /(["'(])data:image\/[^"')]{2000,}(?=["')])/g;

/**
 * The document of a page. No script runs, and nothing is loaded.
 *
 * @throws {SourceError} for what is no page that a person could have read: too large, too deep, too many elements
 */
export function parsePage(html: string): Document {
	if (html.length > maxPageBytes)
		throw new SourceError(strings.tooLarge(formatBytes(html.length), formatBytes(maxPageBytes)));
	const slim = html.replaceAll("\u0000", "").replace(inlinePicture, "$1data:,");
	checkMarkup(slim);
	// Without these elements the library would put what follows outside the document.
	const whole = /<body[\s>]/i.test(slim) ? slim : `<body>${slim}</body>`;
	const { document } = parseHTML(/<html[\s>]/i.test(whole) ? whole : `<html>${whole}</html>`);
	if (!document.body) throw new SourceError(strings.notPage);
	return document;
}

/**
 * Counts tags before a tree is built: its time grows with the square of the depth.
 *
 * @throws {SourceError} for more, or more deeply nested, than any page has
 */
export function checkMarkup(html: string): void {
	const open: string[] = [];
	let elements = 0;
	for (const [, raw, slash, name = ""] of html.matchAll(tag)) {
		if (raw !== undefined || name === "") continue;
		const lower = name.toLowerCase();
		if (slash === "") elements += 1;
		if (elements > maxPageElements)
			throw new SourceError(strings.tooManyElements(formatNumber(maxPageElements)));
		if (unnested.has(lower)) continue;
		if (slash === "") open.push(lower);
		else {
			const index = open.lastIndexOf(lower);
			if (index >= 0) open.length = index;
		}
		if (open.length > maxPageDepth) throw new SourceError(strings.tooDeep(maxPageDepth));
	}
}
