/** Characters that begin emphasis, code, links, tables or HTML anywhere in a line. */
const anywhere = /[\\`*_[\]<|]|~(?=~)|(?<=~)~|\^|&(?=#?\w+;)/g;
/** What begins a heading, quotation, list, rule, underline, fence or container at the beginning of a line. */
const atStart = /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$|-)|=|:(?=[:\s-])|~|\{)/;
const numberedItem = /^(\d{1,9})([.)])(?=\s|$)/;
/** Web addresses would become links or players. */
const addressMark = /(?<=https?|ftp|mailto):(?=\S)|\/(?=\/)/gi;

/**
 * Escapes plain text so that Markdown shows it word for word. A blank line separates paragraphs, a single line break
 * stays one. Spaces at the ends of lines are dropped, as they are invisible.
 */
export function escapeMarkdown(text: string): string {
	return paragraphsOf(text).map(escapeParagraph).join("\n\n");
}

/** The paragraphs of a plain text, without spaces around their lines. */
export function paragraphsOf(text: string): string[] {
	const lines = text.split("\n").map((line) => line.trim());
	return lines
		.join("\n")
		.split(/\n{2,}/)
		.map((paragraph) => paragraph.replace(/^\n|\n$/g, ""))
		.filter((paragraph) => paragraph !== "");
}

/** One paragraph as Markdown; a line break in it becomes a hard one. */
export function escapeParagraph(paragraph: string): string {
	return paragraph.split("\n").map(escapeLine).join("\\\n");
}

function escapeLine(line: string): string {
	return escapeStart(escapeInline(line));
}

/** Text within a line of Markdown. */
export function escapeInline(text: string): string {
	return text.replace(anywhere, "\\$&").replace(addressMark, "\\$&");
}

/** A line of Markdown, escaped so that it does not begin a heading, a list or another block. */
export function escapeStart(line: string): string {
	return line.replace(numberedItem, "$1\\$2").replace(atStart, "\\$&");
}
