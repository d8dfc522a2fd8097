import { element } from "../../dom/element.ts";
import { say } from "../../messages/index.ts";
import { texts } from "./search-texts.ts";

/**
 * Offers another query.
 * @param href the address of its results
 */
export function suggestionNotice(
	{ text, count }: { readonly text: string; readonly count: number },
	href: string,
): HTMLElement {
	return element(
		"p",
		{ class: "search-suggestion" },
		say(texts, "search.didYouMean"),
		element("a", { href }, text),
		`?${say(texts, "search.countOf", { count })}`,
	);
}
