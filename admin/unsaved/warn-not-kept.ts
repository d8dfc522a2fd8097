import { element } from "../../src/dom/element.ts";
import { strings } from "../strings.ts";

let shown: HTMLElement | undefined;

/** Warns the person while this browser has no room for the unsaved text, or takes the warning away. */
export function warnNotKept(isWarning: boolean): void {
	if (isWarning === (shown !== undefined)) return;
	shown?.remove();
	shown = isWarning
		? element("p", { class: "unsaved-offer unsaved-warning", role: "alert" }, strings.unsaved.notKept)
		: undefined;
	if (shown) document.body.append(shown);
}
