import { required } from "./element.ts";

/** The width from which the style sheet shows the filters in one row, without a summary to open them. */
const wide = "(min-width: 40em)";

/**
 * Shows the page's filters. In wide windows they are always open; in narrow ones only if a filter is set, because they
 * would push the results out of sight.
 */
export function showNarrowing(isNarrowed: boolean): void {
	const narrowing = required<HTMLDetailsElement>(".search-narrow");
	if (narrowing.hidden) {
		narrowing.hidden = false;
		const window = matchMedia(wide);
		const open = () => {
			if (window.matches) narrowing.open = true;
		};
		open();
		window.addEventListener("change", open);
	}
	if (isNarrowed) narrowing.open = true;
}
