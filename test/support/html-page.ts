/** Parses HTML with html-validate's parser, so that tests can query elements and not only search the source. */
import { readFileSync } from "node:fs";
import type { HtmlElement } from "html-validate";
import { HtmlValidate, Parser } from "html-validate";

const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
const parser = new Parser(await validator.getConfigFor("page.html"));

const entities: Readonly<Record<string, string>> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
	nbsp: "\u00a0",
};

/** A page of HTML that can be queried with CSS selectors. */
export class HtmlPage {
	private readonly root: HtmlElement;

	private constructor(root: HtmlElement) {
		this.root = root;
	}

	static async parse(html: string): Promise<HtmlPage> {
		return new HtmlPage(await parser.parseHtml(html));
	}

	static async read(file: string): Promise<HtmlPage> {
		return HtmlPage.parse(readFileSync(file, "utf8"));
	}

	elements(selector: string): HtmlElement[] {
		return this.root.querySelectorAll(selector);
	}

	/** The text of each matching element, with white space collapsed. */
	texts(selector: string): string[] {
		return this.elements(selector).map(textOf);
	}

	/**
	 * The text of the only matching element.
	 * @throws if none or several match
	 */
	text(selector: string): string {
		const [text, ...others] = this.texts(selector);
		if (text === undefined || others.length > 0) throw new Error(`not exactly one ${selector}`);
		return text;
	}

	attributes(selector: string, name: string): string[] {
		return this.elements(selector).flatMap((element) => attributeOf(element, name) ?? []);
	}
}

export function textOf(element: HtmlElement): string {
	return decode(element.textContent).replace(/\s+/g, " ").trim();
}

/** The value of an attribute; undefined if the element does not have it. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
	const value = element.getAttributeValue(name);
	return value === null ? undefined : decode(value);
}

function decode(text: string): string {
	return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
		if (decimal) return String.fromCodePoint(Number(decimal));
		if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
		const character = entities[name];
		if (character === undefined) throw new Error(`unknown entity ${whole}`);
		return character;
	});
}
