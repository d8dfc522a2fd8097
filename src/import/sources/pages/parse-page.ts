import { parseHTML } from "linkedom";
import { formatBytes, formatNumber } from "../../../text/index.ts";
import { SourceError } from "../../source.ts";
import { strings } from "./strings.ts";

/** The largest page that is read. Pages with inlined pictures may be large. */
export const maxPageBytes = 32_000_000;
/** Browsers limit nesting to 512 as well. Walking a deeper tree would exhaust the stack. */
const maxPageDepth = 512;
/** The most elements that a page may have. */
const maxPageElements = 200_000;

/** Elements without an end tag, or whose end tag is so often omitted that it says nothing about depth. */
const unnested = new Set(
	"area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup".split(
		" ",
	),
);
const tag =
	/<!--[\s\S]*?(?:-->|$)|<(script|style|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][a-z0-9:-]*)|<(?![a-z/!?])/gi;
/** Pictures inlined as data URLs. Their bytes are not needed here. */
const inlinePicture = /(["'(])data:image\/[^"'()]{2000,}(?=["')])/g;

/**
 * The document of a page. No script runs, and nothing is loaded.
 *
 * @throws {SourceError} if it is too large, too deeply nested or has too many elements to be a real page
 */
export function parsePage(html: string): Document {
	if (html.length > maxPageBytes)
		throw new SourceError(strings.tooLarge(formatBytes(html.length), formatBytes(maxPageBytes)));
	const slim = html.replaceAll("\u0000", "").replace(inlinePicture, "$1data:,");
	checkMarkup(slim);
	// Without these elements, the library would place content outside the document.
	const whole = /<body[\s>]/i.test(slim) ? slim : `<body>${slim}</body>`;
	const { document } = parseHTML(/<html[\s>]/i.test(whole) ? whole : `<html>${whole}</html>`);
	if (!document.body) throw new SourceError(strings.notPage);
	// The library makes a node of each character reference, in the middle of words.
	document.documentElement.normalize();
	return document;
}

/**
 * Checks the tags before a tree is built, since building takes time that grows with the square of the depth.
 *
 * @throws {SourceError} if there are more elements, or deeper nesting, than any real page has
 */
export function checkMarkup(html: string): void {
	const open: string[] = [];
	let elements = 0;
	for (const [found, raw, slash, name = ""] of html.matchAll(tag)) {
		// The library makes a node of each sign that begins no tag.
		if (slash === "" || found === "<") elements += 1;
		if (raw !== undefined || (name === "" && found !== "<")) continue;
		const lower = name.toLowerCase();
		if (elements > maxPageElements)
			throw new SourceError(strings.tooManyElements(formatNumber(maxPageElements)));
		if (name === "" || unnested.has(lower)) continue;
		if (slash === "") open.push(lower);
		else {
			const index = open.lastIndexOf(lower);
			if (index >= 0) open.length = index;
		}
		if (open.length > maxPageDepth) throw new SourceError(strings.tooDeep(maxPageDepth));
	}
}
