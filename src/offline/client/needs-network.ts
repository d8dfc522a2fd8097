import { element } from "../../dom/element.ts";
import { say } from "../../messages/index.ts";
import { texts } from "./kept-texts.ts";

const told = new WeakSet<Element>();

/** Says below the link to an attachment that it has to be fetched. Once is enough. */
export function tellNeedsNetwork(link: Element): void {
	if (told.has(link)) return;
	told.add(link);
	const note = element("small", { role: "status" });
	(link.closest("li, p") ?? link).append(element("br"), note);
	// A status is read aloud when its text arrives, and not when it comes with it.
	note.textContent = say(texts, "kept.needsNetwork");
}
