import { required } from "./element.ts";

/** As wide as the style sheet has the filters in one row, without a word to open them by. */
const wide = "(min-width: 40em)";

/**
 * The filters that the page holds: always open in wide windows, and in narrow ones when they narrow something, as they
 * would otherwise push the results out of sight.
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
