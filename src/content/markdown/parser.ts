import Parser, { type MarkdownIt } from "markdown-it";
import { footnotes } from "./footnotes.ts";

/**
 * A parser of this project's Markdown: CommonMark with tables and footnotes, no HTML, addresses made links where they
 * name a scheme. A paragraph that begins with spaces is a paragraph: code stands between fences.
 */
export function createParser(): MarkdownIt {
	const parser: MarkdownIt = new Parser({ html: false, linkify: true, typographer: false });
	parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
	// Text without a colon or two slashes holds no scheme: told at a fraction of what looking for all of them costs.
	const { linkify } = parser;
	const test = linkify.test.bind(linkify);
	linkify.test = (text) => /:|\/\//.test(text) && test(text);
	return parser.disable("code").use(footnotes);
}
