/** Reads HTML with the parser of html-validate, so that tests ask for what a page says and not for its text. */
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

/** A page of HTML. Selectors are those of CSS. */
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

	/** The text of each element, white space drawn together. */
	texts(selector: string): string[] {
		return this.elements(selector).map(textOf);
	}

	/** The text of the one element that fits. @throws where none or several do */
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

/** The value of an attribute; undefined where the element has none of that name. */
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
