/** Lists of texts as people write them, and as YAML reads them. */

/** How people begin the items of a list: a dash of any kind, a bullet, a number. */
const itemMark = /^(?:[-–—•●*+](?=[^-–—•●*+]|$)|\d{1,2}[.)](?=\s))\s*/;
const separators = /[,;，；、|]/;
const quotationMarks = /^["'“”‘’«»]+|["'“”‘’«»]+$/g;

/** A longer text is no list. In UTF-16 units. */
export const longestList = 2000;

/** The items of a list that is written in any of these ways, without their marks and quotation marks. */
export function itemsMeant(written: string): string[] {
	const text = written.trim().replace(/^[[({]|[\])}][.,;]?$/g, "");
	return text
		.split("\n")
		.flatMap((line, _, { length }) => itemsOfLine(line.trim(), length === 1))
		.map((item) => item.trim().replace(itemMark, "").replace(quotationMarks, "").trim())
		.filter((item) => item !== "");
}

/** @param isWhole whether there is no other line, so that further dashes begin items too: `- Bão - Lũ` */
function itemsOfLine(line: string, isWhole: boolean): string[] {
	const [mark] = itemMark.exec(line) ?? [];
	if (mark === undefined) return line.split(separators);
	return isWhole && mark.trim() !== ""
		? line.slice(mark.length).split(/\s[-–—•]\s?|[,;]/)
		: [line.slice(mark.length)];
}

/** A list on one line as YAML reads it: `[Bão, Lũ]`. */
export function flowList(items: readonly string[]): string {
	return `[${items.map(flowItem).join(", ")}]`;
}

function flowItem(text: string): string {
	const isPlain = /^[\p{L}\p{N}/][^[\]{},:#"]*$/u.test(text);
	return isPlain ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** Whether a line would be read as an item if it had the right indentation and a space. */
export function beginsLikeItem(line: string): boolean {
	return itemMark.test(line.trimStart());
}
