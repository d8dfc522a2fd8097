import { element } from "../../dom/element.ts";
import { fromPagefind } from "../pagefind/text.ts";

/**
 * Converts Pagefind's HTML to nodes: only text, and `<mark>` around found words. A mark contains only the word, without
 * punctuation.
 */
export function excerptNodes(html: string): (string | Node)[] {
	const template = document.createElement("template");
	template.innerHTML = html;
	return [...template.content.childNodes].flatMap((node) => {
		const text = fromPagefind(node.textContent ?? "");
		if (node.nodeName !== "MARK") return [text];
		const [, before = "", word = "", behind = ""] =
			/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/u.exec(text) ?? [];
		return [before, element("mark", {}, word), behind].filter((part) => part !== "");
	});
}
