import { strings } from "../strings.ts";

/** The library that shows Decap's messages has one English name of its own: that of the button that closes one. */
export function nameCloseButtons(): void {
	new MutationObserver(() => {
		for (const button of document.querySelectorAll(".Toastify__close-button")) {
			if (button.ariaLabel !== strings.desk.closeMessage) button.ariaLabel = strings.desk.closeMessage;
		}
	}).observe(document.body, { childList: true, subtree: true });
}
