import { element } from "../../dom/element.ts";
import { fromPagefind } from "../pagefind/text.ts";

/**
 * HTML of Pagefind as nodes: text, and `<mark>` where words were found. Nothing else of it is kept. A mark holds the
 * word alone, without the signs around it.
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
