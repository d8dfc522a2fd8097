/**
 * A strict parser for the XML that the site writes: no DTD, no comments, no CDATA. It throws if the XML is not
 * well-formed.
 */

export interface XmlElement {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly XmlElement[];
	/** The element's own text, with entities resolved. */
	readonly text: string;
}

const legal = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const token = /<\?xml [^?]*\?>|<\/([\w:-]+)>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

export function parseXml(source: string): XmlElement {
	if (!legal.test(source)) throw new Error("a character that XML 1.0 forbids");
	if (!source.startsWith("<?xml ")) throw new Error("no XML declaration");
	const root = { name: "", attributes: {}, children: [] as XmlElement[], text: "" };
	const open = [root];
	token.lastIndex = 0;
	while (token.lastIndex < source.length) {
		const at = token.lastIndex;
		const match = token.exec(source);
		if (!match) throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 40)}`);
		const [, closing, opening, attributes = "", empty, text] = match;
		const parent = open.at(-1) ?? root;
		if (closing !== undefined) {
			if (parent.name !== closing) throw new Error(`</${closing}> closes <${parent.name}>`);
			open.pop();
		} else if (opening !== undefined) {
			const child = { name: opening, attributes: readAttributes(attributes), children: [], text: "" };
			parent.children.push(child);
			if (!empty) open.push(child);
		} else if (text !== undefined) {
			if (parent === root && text.trim() !== "") throw new Error("text outside the root element");
			parent.text += resolve(text);
		}
	}
	const [only, ...others] = root.children;
	if (!only || others.length > 0 || open.length > 1) throw new Error("not exactly one closed root element");
	return only;
}

function readAttributes(source: string): Record<string, string> {
	const attributes: Record<string, string> = {};
	for (const [, name = "", value = ""] of source.matchAll(/([\w:-]+)="([^"]*)"/g)) {
		if (name in attributes) throw new Error(`attribute ${name} twice`);
		attributes[name] = resolve(value);
	}
	return attributes;
}

function resolve(text: string): string {
	if (/\]\]>/.test(text)) throw new Error("]]> in text");
	return text.replace(/&([^;]*);?/g, (whole, name: string) => {
		const character = /^#\d+$/.test(name) ? String.fromCodePoint(Number(name.slice(1))) : entities[name];
		if (character === undefined || !whole.endsWith(";")) throw new Error(`unknown entity ${whole}`);
		return character;
	});
}

/** Every element of that name, in document order. */
export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
	return [
		...(element.name === name ? [element] : []),
		...element.children.flatMap((child) => elementsNamed(child, name)),
	];
}

/** The texts of the direct children of that name. */
export function childTexts(element: XmlElement, name: string): string[] {
	return element.children.filter((child) => child.name === name).map((child) => child.text);
}
