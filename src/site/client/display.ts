/** How a reader wants pages shown: the size of everything, and light or dark. Kept in the browser. */
import { tellOnce } from "./tell-once.ts";

const sizeKey = "text-size";
const sizes = ["small", "normal", "large", "larger", "largest"] as const;
type Size = (typeof sizes)[number];
/** Of the usual size, as the style sheet has them. */
const percents: Readonly<Record<Size, number>> = {
	small: 90,
	normal: 100,
	large: 115,
	larger: 135,
	largest: 160,
};

const coloursKey = "colours";
const colours = ["light", "dark"] as const;

export function showStoredSize(): void {
	showSize(storedSize());
}

/** One step up or down, said once to those who do not see it; at an end the button says that it is one. */
export function changeSize(step: 1 | -1): void {
	const place = sizes.indexOf(storedSize()) + step;
	const size = sizes[Math.min(sizes.length - 1, Math.max(0, place))] ?? "normal";
	showSize(size);
	keep(sizeKey, size);
	const text = document.querySelector<HTMLElement>("[data-size]")?.dataset.size ?? "";
	tellOnce(text.replace("{percent}", String(percents[size])));
}

function showSize(size: Size): void {
	document.documentElement.dataset.textSize = size;
	for (const [tool, end] of [
		["smaller", "small"],
		["larger", "largest"],
	] as const) {
		const button = document.querySelector(`button[data-tool=${tool}]`);
		button?.setAttribute("aria-disabled", String(size === end));
	}
}

function storedSize(): Size {
	const shown = document.documentElement.dataset.textSize ?? stored(sizeKey);
	return sizes.find((size) => size === shown) ?? "normal";
}

/** Lets a reader choose light or dark; the first choice is the system's. */
export function offerColours(select: HTMLSelectElement): void {
	const kept = colours.find((colour) => colour === stored(coloursKey)) ?? "";
	select.value = kept;
	if (kept !== "") showColours(kept);
	select.addEventListener("change", () => {
		showColours(select.value);
		keep(coloursKey, select.value);
	});
	select.closest("[hidden]")?.removeAttribute("hidden");
}

/** The conditions of the rules that were written for the dark, as they stand in the sheets. */
const darkRules = new Map<CSSMediaRule, string>();

/**
 * Switches the rules themselves on and off, so that those of a portal's own style sheet obey as well.
 *
 * @param choice `light`, `dark`, or empty for the system's
 */
function showColours(choice: string): void {
	for (const sheet of document.styleSheets)
		for (const rule of darkRulesOf(sheet)) darkRules.set(rule, rule.media.mediaText);
	for (const [rule, condition] of darkRules) {
		rule.media.mediaText = choice === "" ? condition : choice === "dark" ? "all" : "not all";
	}
	document.documentElement.style.colorScheme = choice;
}

function darkRulesOf({ cssRules }: CSSStyleSheet): CSSMediaRule[] {
	return [...cssRules].filter(
		(rule): rule is CSSMediaRule =>
			rule instanceof CSSMediaRule && /prefers-color-scheme:\s*dark/.test(rule.media.mediaText),
	);
}

function stored(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		// Storage may be forbidden; a choice then lasts as long as the page.
		return null;
	}
}

function keep(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// As above.
	}
}
