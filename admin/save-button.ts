import { openDraft, watchDraft } from "./decap-store.ts";

/**
 * The form's button "Lưu": Ctrl+S presses it, a press leaves the focus in the field that is being written, and a press
 * during a save saves again afterwards.
 */
export function watchSaveButton(): void {
	let isWanted = false;
	document.addEventListener("mousedown", (event) => saveButtonOf(event) && event.preventDefault());
	// Before Decap hears of it: it would send the form a second time, and a new entry would become two.
	document.addEventListener(
		"click",
		(event) => {
			if (!saveButtonOf(event) || !openDraft()?.isSaving) return;
			event.stopPropagation();
			isWanted = true;
		},
		{ capture: true },
	);
	// Fields within the body keep their keys to themselves.
	document.addEventListener(
		"keydown",
		(event) => {
			const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
			if (key.toLowerCase() !== "s" || !(ctrlKey || metaKey) || altKey || shiftKey) return;
			event.preventDefault();
			press();
		},
		{ capture: true },
	);
	watchDraft(() => {
		const draft = openDraft();
		if (!isWanted || draft?.isSaving || draft?.isGettingId) return;
		isWanted = false;
		// Later, when the button knows that the save has ended.
		if (draft?.hasChanged) setTimeout(press);
	});
}

const saveButton = '#nc-root [class*="SaveButton"]';

function press(): void {
	document.querySelector<HTMLElement>(saveButton)?.click();
}

function saveButtonOf({ target }: Event): Element | null {
	return target instanceof Element ? target.closest(saveButton) : null;
}
