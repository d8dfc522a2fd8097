import { element } from "../../dom/element.ts";

export function button(label: string, onClick: () => void): HTMLButtonElement {
	const made = element("button", { type: "button", class: "search-more" }, label);
	made.addEventListener("click", onClick);
	return made;
}

/** The first element that matches, which the page's markup holds. */
export function required<Found extends Element>(selector: string): Found {
	const found = document.querySelector<Found>(selector);
	if (!found) throw new Error(`The page holds no ${selector}`);
	return found;
}

/** Chooses an option by its value; browsers look through all options even for the one that is chosen. */
export function setChoice(select: HTMLSelectElement, value: string): void {
	if (select.value !== value) select.value = value;
}
