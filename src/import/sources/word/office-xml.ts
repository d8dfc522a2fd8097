import { SaxesParser } from "saxes";
import { strings } from "./strings.ts";
import { WordError } from "./word-document.ts";

/** The deepest nesting of elements; a deeper file is an attack. */
const deepest = 500;

/** The value of an attribute of the element at hand. */
export type Attribute = (name: string) => string | undefined;

export interface XmlHandlers {
	/** Names come without their prefix; those of office documents are unambiguous without it. */
	open(name: string, attribute: Attribute): void;
	close(name: string): void;
	text(text: string): void;
}

/** What happens to the text that is being read where an element begins and where it ends. */
export interface ElementRule<Body> {
	readonly open?: (body: Body, attribute: Attribute) => void;
	readonly close?: (body: Body) => void;
}

/**
 * Reads a part of a .docx file. Entities other than XML's own five are never expanded, and a document type declaration,
 * which Word never writes, is an error.
 *
 * @throws {WordError} where the XML is broken
 */
export function readOfficeXml(bytes: Buffer, handlers: XmlHandlers): void {
	const parser = new SaxesParser();
	let depth = 0;
	const fail = (cause: unknown): never => {
		throw new WordError(strings.broken, { cause });
	};
	parser.on("error", fail);
	parser.on("doctype", fail);
	parser.on("opentag", ({ name, attributes }) => {
		depth += 1;
		if (depth > deepest) fail(depth);
		handlers.open(localName(name), (wanted) => {
			const found = Object.entries(attributes).find(([attribute]) => localName(attribute) === wanted);
			return found?.[1];
		});
	});
	parser.on("closetag", ({ name }) => {
		depth -= 1;
		handlers.close(localName(name));
	});
	parser.on("text", (text) => handlers.text(text));
	parser.on("cdata", (text) => handlers.text(text));
	parser.write(bytes.toString("utf8")).close();
}

function localName(name: string): string {
	return name.slice(name.indexOf(":") + 1);
}
