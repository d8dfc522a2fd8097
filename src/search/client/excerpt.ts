import { withoutStrokes } from "../stroke.ts";

/** The excerpt of a result as nodes: text, and `<mark>` where words were found. Nothing else of its HTML is kept. */
export function excerptNodes(document: Document, html: string): Node[] {
	const template = document.createElement("template");
	template.innerHTML = html;
	return [...template.content.childNodes].map((node) => {
		const text = withoutStrokes(node.textContent ?? "");
		if (node.nodeName !== "MARK") return document.createTextNode(text);
		const mark = document.createElement("mark");
		mark.textContent = text;
		return mark;
	});
}
