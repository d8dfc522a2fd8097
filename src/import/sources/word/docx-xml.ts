import { SaxesParser } from "saxes";
import { strings } from "./strings.ts";
import { WordError } from "./word-document.ts";

/** The deepest nesting of elements; a deeper file is an attack. */
const deepest = 500;

export interface XmlHandlers {
	/** Names come without their prefix; Word's are unambiguous without it. */
	open(name: string, attribute: (name: string) => string | undefined): void;
	close(name: string): void;
	text(text: string): void;
}

/**
 * Reads a part of a .docx file. Entities other than XML's own five are never expanded, and a document type declaration,
 * which Word never writes, is an error.
 *
 * @throws {WordError} where the XML is broken
 */
export function readDocxXml(bytes: Buffer, handlers: XmlHandlers): void {
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
