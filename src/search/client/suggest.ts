/**
 * Suggestions under a search field, loaded when it gets the focus: the editable combobox of the ARIA Authoring
 * Practices (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/), whose options are links.
 */

import { element } from "../../dom/element.ts";
import { say } from "../../messages/say.ts";
import type { Suggestion } from "../finder/finder.ts";
import { textOf } from "./query-text.ts";
import { pageFinder } from "./start-finder.ts";
import { texts } from "./suggestion-texts.ts";

/**
 * Milliseconds after a key before suggestions are requested. It is longer than the time between keys of most people on
 * a phone (330), so that half-typed words cost no data.
 */
const pause = 450;

let boxes = 0;

/**
 * Offers suggestions for a field. Its form also works without them.
 *
 * @param before the field's value when it got the focus
 */
export function attachSuggestions(input: HTMLInputElement, before: string): void {
	// Suggestions are never offered in data-saving mode.
	const { suggest } = pageFinder(false);
	const id = `goi-y-${++boxes}`;
	const list = element("div", {
		class: "search-suggestions",
		role: "listbox",
		id,
		"aria-label": say(texts, "suggestions.label"),
	});
	const news = element("p", { class: "visually-hidden", role: "status" });
	list.hidden = true;
	input.form?.after(list, news);
	input.setAttribute("role", "combobox");
	input.setAttribute("aria-autocomplete", "list");
	input.setAttribute("aria-controls", id);
	input.setAttribute("aria-expanded", "false");

	let options: HTMLAnchorElement[] = [];
	let active = -1;
	let timer: ReturnType<typeof setTimeout> | undefined;
	/** Counts requests, so that only the latest answer is shown. */
	let asked = 0;

	function open(suggestions: readonly Suggestion[]): void {
		options = suggestions.map((suggestion, place) => option(`${id}-${place}`, suggestion));
		list.replaceChildren(...options);
		list.hidden = options.length === 0;
		input.setAttribute("aria-expanded", String(!list.hidden));
		activate(-1);
		const count = options.length;
		news.textContent =
			count === 0 ? say(texts, "suggestions.none") : say(texts, "suggestions.count", { count });
	}

	function close(): void {
		clearTimeout(timer);
		asked++;
		open([]);
		news.textContent = "";
	}

	function activate(place: number): void {
		options[active]?.setAttribute("aria-selected", "false");
		active = place;
		const chosen = options[active];
		if (!chosen) {
			input.removeAttribute("aria-activedescendant");
			return;
		}
		chosen.setAttribute("aria-selected", "true");
		chosen.scrollIntoView({ block: "nearest" });
		input.setAttribute("aria-activedescendant", chosen.id);
	}

	async function look(): Promise<void> {
		const own = ++asked;
		try {
			const suggestions = await suggest(textOf(input.value));
			if (own === asked) open(suggestions);
		} catch (error) {
			// Without suggestions the field still works.
			if (own === asked) {
				close();
				console.error(error);
			}
		}
	}

	function wait(): void {
		clearTimeout(timer);
		if (textOf(input.value) === "") close();
		else timer = setTimeout(look, pause);
	}

	input.addEventListener("input", wait);

	input.addEventListener("keydown", (event) => {
		// During composition, keys belong to the input method.
		if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (move !== undefined && options.length > 0) {
			event.preventDefault();
			// One step beyond either end is the field itself.
			const places = options.length + 1;
			activate(((active + 1 + move + places) % places) - 1);
		} else if (move === 1 && textOf(input.value) !== "") {
			event.preventDefault();
			void look();
		} else if (event.key === "Enter" && active >= 0) {
			event.preventDefault();
			options[active]?.click();
		} else if (event.key === "Escape" && options.length > 0) {
			event.preventDefault();
			event.stopPropagation();
			close();
		}
	});

	// Pressing an option must not move the focus: the list would close before the click.
	list.addEventListener("mousedown", (event) => event.preventDefault());
	input.addEventListener("blur", close);
	input.form?.addEventListener("submit", () => {
		// A whole pasted text would not fit into the address.
		input.value = textOf(input.value);
		close();
	});
	if (input.value !== before) wait();
}

function option(id: string, { kind, text, address }: Suggestion): HTMLAnchorElement {
	const made = element("a", {
		id,
		role: "option",
		"aria-selected": "false",
		tabindex: "-1",
		href: address,
		class: `search-suggestion-${kind}`,
	});
	made.append(element("span", {}, text));
	if (kind !== "article") made.append(" ", element("small", {}, say(texts, `suggestions.${kind}`)));
	return made;
}
