import { element } from "../../dom/element.ts";

export function button(label: string, onClick: () => void): HTMLButtonElement {
	const made = element("button", { type: "button", class: "search-more" }, label);
	made.addEventListener("click", onClick);
	return made;
}

/** The first matching element, which the page's markup must contain. */
export function required<Found extends Element>(selector: string): Found {
	const found = document.querySelector<Found>(selector);
	if (!found) throw new Error(`The page holds no ${selector}`);
	return found;
}

/** Selects an option by its value. Skips it if it is already selected, because browsers would search all options. */
export function setChoice(select: HTMLSelectElement, value: string): void {
	if (select.value !== value) select.value = value;
}
