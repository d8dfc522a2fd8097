/**
 * Suggestions under a search field, loaded when a reader turns to it: the editable combobox of the ARIA Authoring
 * Practices (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/), whose options are links.
 */

import { element } from "../../dom/element.ts";
import { say } from "../../messages/say.ts";
import type { Suggestion } from "../finder/finder.ts";
import { textOf } from "./query-text.ts";
import { pageFinder } from "./start-finder.ts";
import { texts } from "./suggestion-texts.ts";

/**
 * How long a reader may pause between two letters without an answer being looked for, in milliseconds: more than
 * between two keys of most writers on a phone (330), who would pay for answers to words that are not yet whole.
 */
const pause = 450;

let boxes = 0;

/**
 * Offers suggestions for what is typed into the field, which stays a field of a form that works without them.
 *
 * @param before what stood in it when the reader came
 */
export function attachSuggestions(input: HTMLInputElement, before: string): void {
	// Nothing is suggested to readers who save data.
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
	/** Counts questions, so that only the latest is answered. */
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
			// Without suggestions the field is still a field.
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
		// The keys that choose among what an input method offers are its own.
		if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (move !== undefined && options.length > 0) {
			event.preventDefault();
			// One step beyond either end lies the field itself.
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

	// Pressing an option must not take the focus, with which the list would go before the press counts.
	list.addEventListener("mousedown", (event) => event.preventDefault());
	input.addEventListener("blur", close);
	input.form?.addEventListener("submit", close);
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
