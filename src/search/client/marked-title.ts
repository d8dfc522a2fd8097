import { fold } from "../../text/index.ts";
import { element } from "./element.ts";

/** A title as nodes, with `<mark>` around each word that a question holds, with accents or without. */
export function markedTitle(title: string, question: string): (string | Node)[] {
	const asked = new Set((question.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(fold));
	return title
		.split(/([\p{L}\p{M}\p{N}]+)/u)
		.filter((part) => part !== "")
		.map((part) => (asked.has(fold(part)) ? element("mark", {}, part) : part));
}
