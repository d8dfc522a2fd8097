import { element } from "../../dom/element.ts";
import { wordKeys } from "../../text/word-keys.ts";

/** A title as nodes, with `<mark>` around each word of the query, in any spelling. */
export function markedTitle(title: string, question: string): (string | Node)[] {
	const asked = new Set((question.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(keyOf));
	return title
		.split(/([\p{L}\p{M}\p{N}]+)/u)
		.filter((part) => part !== "")
		.map((part) => (asked.has(keyOf(part)) ? element("mark", {}, part) : part));
}

function keyOf(word: string): string {
	return wordKeys(word).folded;
}
