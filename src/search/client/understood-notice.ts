import { element } from "../../dom/element.ts";
import { say } from "../../messages/index.ts";
import { texts } from "./search-texts.ts";

/**
 * Says how a query was understood, with a link to the literal search.
 * @param addressOf the address of another query
 */
export function understoodNotice(
	understoodAs: string,
	typed: string,
	addressOf: (text: string) => string,
): HTMLElement {
	const text = typed.trim();
	// In quotation marks, a query is not read as Telex.
	const link = element("a", { href: addressOf(`“${text}”`) }, say(texts, "search.literally", { text }));
	const words = say(texts, "search.understoodAs", { text: understoodAs });
	return element("p", { class: "search-understood" }, words, " ", link);
}
