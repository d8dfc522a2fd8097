import Parser, { type MarkdownIt } from "markdown-it";
import { footnotes } from "./footnotes.ts";

/**
 * A parser of this project's Markdown: CommonMark with tables and footnotes, without HTML. Addresses with a scheme
 * become links. Indented text is a paragraph; code must be fenced.
 */
export function createParser(): MarkdownIt {
	const parser: MarkdownIt = new Parser({ html: false, linkify: true, typographer: false });
	parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
	// Fast path: text without a colon or two slashes contains no address.
	const { linkify } = parser;
	const test = linkify.test.bind(linkify);
	linkify.test = (text) => /:|\/\//.test(text) && test(text);
	return parser.disable("code").use(footnotes);
}
