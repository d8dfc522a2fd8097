/** A reader's settings, stored in the browser: the size of everything, and light or dark. */
import { tellOnce } from "./tell-once.ts";

const sizeKey = "text-size";
const sizes = ["small", "normal", "large", "larger", "largest"] as const;
type Size = (typeof sizes)[number];
/** Percent of the usual size, as in the style sheet. */
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

/**
 * One step up or down, announced once to screen readers. At the smallest or largest size, the button is marked as
 * disabled.
 */
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

/** Lets a reader choose light or dark. The first option follows the system. */
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

/** The original conditions of the style sheets' rules for dark mode. */
const darkRules = new Map<CSSMediaRule, string>();

/**
 * Switches the dark rules themselves on and off, so that it also works for the rules of a portal's own style sheet.
 *
 * @param choice `light`, `dark`, or empty to follow the system
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
