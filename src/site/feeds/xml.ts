/** Writing XML 1.0: the one place where text becomes part of a feed or sitemap. */

// https://www.w3.org/TR/xml/#charsets: characters outside these ranges make a document ill-formed, even escaped.
const illegalCharacters = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
	// Left bare, a carriage return is read as a line feed.
	"\r": "&#13;",
};

/** Escapes text for an element or a quoted attribute. Characters that XML 1.0 does not allow are removed. */
export function escapeXml(text: string): string {
	return text.replace(illegalCharacters, "").replace(/[&<>"'\r]/g, (character) => entities[character] ?? "");
}

/** An element's content: written children, text to be escaped, or nothing. */
type XmlContent = string | readonly (string | undefined)[];

/**
 * An element on its own line. Text is escaped. A list has written elements, of which `undefined` ones are left out. An
 * empty element closes itself.
 */
export function element(
	name: string,
	attributes: Readonly<Record<string, string | undefined>>,
	content: XmlContent = [],
): string {
	const opening = Object.entries(attributes).reduce(
		(tag, [key, value]) => (value === undefined ? tag : `${tag} ${key}="${escapeXml(value)}"`),
		`<${name}`,
	);
	const inner =
		typeof content === "string"
			? escapeXml(content)
			: content
					.filter((child) => child !== undefined)
					.map((child) => `\n${child}`)
					.join("");
	if (inner === "") return `${opening}/>`;
	return `${opening}>${inner}${typeof content === "string" ? "" : "\n"}</${name}>`;
}

/** An element with text and no attributes; nothing if there is no text. */
export function textElement(name: string, text: string | undefined): string | undefined {
	return text === undefined ? undefined : element(name, {}, text);
}

/** A whole document of the root element. */
export function xmlDocument(root: string): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
