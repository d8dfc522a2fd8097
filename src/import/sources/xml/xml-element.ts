import { SaxesParser } from "saxes";
import { escapeHtml } from "../../escape-html.ts";
import { SourceError } from "../../source.ts";
import { strings } from "./strings.ts";

/** An element with its content, in order. Names keep their prefixes: `dc:creator`. */
export interface XmlElement {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly content: readonly (string | XmlElement)[];
}

/** The deepest nesting that is read; no feed or export has more. */
const maxXmlDepth = 256;
const voidTags = new Set(["br", "hr", "img", "input", "wbr"]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, but exports of old databases contain them
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

interface OpenElement {
	readonly name: string;
	readonly attributes: Record<string, string>;
	readonly content: (string | XmlElement)[];
}

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,40});|&/gi;

/**
 * Escapes bare ampersands: many feeds contain "?id=5&muc=2", which is not XML. CDATA sections and comments stay
 * unchanged.
 *
 * @returns the text, and the number of bare ampersands
 */
export function withoutBareAmpersands(text: string): { readonly text: string; readonly count: number } {
	let count = 0;
	const repaired = text.split(/(<!\[CDATA\[|<!--|\]\]>|-->)/);
	let until: string | undefined;
	for (const [index, part] of repaired.entries()) {
		if (until !== undefined) {
			if (part === until) until = undefined;
		} else if (part === "<![CDATA[") until = "]]>";
		else if (part === "<!--") until = "-->";
		else
			repaired[index] = part.replace(reference, (found) => {
				if (found !== "&") return found;
				count += 1;
				return "&amp;";
			});
	}
	return { text: repaired.join(""), count };
}

/**
 * Parses one element from its text. It has no document around it and so no DTD. Entities that are not XML's own stay as
 * written; nothing is ever loaded or expanded.
 *
 * @throws {SourceError} if tags do not match or nest too deeply
 */
export function parseXmlElement(text: string): XmlElement {
	const root: OpenElement = { name: "", attributes: {}, content: [] };
	const open: OpenElement[] = [root];
	let failure: string | undefined;
	const parser = new SaxesParser({ xmlns: false, fragment: true });
	const addText = (piece: string) => open.at(-1)?.content.push(piece);
	parser.on("error", (error) => {
		// Unknown entities and odd characters are treated as text. Only a broken structure is an error.
		if (/tag|attribute/i.test(error.message)) failure ??= error.message.replace(/^\d+:\d+:\s*/, "");
	});
	parser.on("opentag", ({ name, attributes }) => {
		const element: OpenElement = { name, attributes: { ...attributes }, content: [] };
		open.at(-1)?.content.push(element);
		open.push(element);
		if (open.length > maxXmlDepth) throw new SourceError(strings.itemTooDeep(maxXmlDepth));
	});
	parser.on("closetag", () => {
		if (open.length > 1) open.pop();
	});
	parser.on("text", addText);
	parser.on("cdata", addText);
	parser.write(text.replace(forbidden, "")).close();
	const element = root.content.find((each) => typeof each !== "string");
	if (failure !== undefined || !element) throw new SourceError(strings.itemBroken(failure ?? "?"));
	return element as XmlElement;
}

/** The child elements of that name. */
export function childrenOf({ content }: XmlElement, name: string): XmlElement[] {
	return content.filter((each): each is XmlElement => typeof each !== "string" && each.name === name);
}

/** The trimmed text of the child element with the first of the names that has one. Undefined if none has text. */
export function childText(element: XmlElement, ...names: readonly string[]): string | undefined {
	for (const name of names) {
		const [child] = childrenOf(element, name);
		const text = child ? textOf(child).trim() : "";
		if (text !== "") return text;
	}
	return undefined;
}

/** All text in an element. */
export function textOf({ content }: XmlElement): string {
	return content.map((each) => (typeof each === "string" ? each : textOf(each))).join("");
}

/** The content of an element as HTML, for XHTML within XML. */
export function innerHtml({ content }: XmlElement): string {
	return content
		.map((each) => {
			if (typeof each === "string") return escapeHtml(each);
			const name = each.name.replace(/^.*:/, "");
			const attributes = Object.entries(each.attributes)
				.filter(([key]) => !key.startsWith("xmlns"))
				.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
			const end = voidTags.has(name) ? "" : `${innerHtml(each)}</${name}>`;
			return `<${name}${attributes.join("")}>${end}`;
		})
		.join("");
}
