import { element } from "../../dom/element.ts";
import type { Span } from "../finder/finder.ts";

/** A text with `<mark>` around the spans, which are sorted and do not overlap. */
export function highlighted(text: string, spans: readonly Span[]): (string | Node)[] {
	const nodes: (string | Node)[] = [];
	let at = 0;
	for (const { start, end } of spans) {
		if (start > at) nodes.push(text.slice(at, start));
		nodes.push(element("mark", {}, text.slice(start, end)));
		at = end;
	}
	if (at < text.length) nodes.push(text.slice(at));
	return nodes;
}
