import { element } from "../../dom/element.ts";
import { say } from "../../messages/index.ts";
import { texts } from "./search-texts.ts";

/** What a question was taken for, with the way to what stands there letter by letter. @param addressOf another question */
export function understoodNotice(
	understoodAs: string,
	typed: string,
	addressOf: (text: string) => string,
): HTMLElement {
	const text = typed.trim();
	// Quotation marks are not keys of Telex.
	const link = element("a", { href: addressOf(`“${text}”`) }, say(texts, "search.literally", { text }));
	const words = say(texts, "search.understoodAs", { text: understoodAs });
	return element("p", { class: "search-understood" }, words, " ", link);
}
