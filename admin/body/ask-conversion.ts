import { encodingNames, type TextChange } from "../../src/import/encodings/index.ts";
import { emptyDialog } from "../desk/interruptions.ts";
import { strings } from "../strings.ts";

/** A line in an encoding older than Unicode. */
export type LegacyChange = TextChange & { readonly kind: keyof typeof encodingNames };

/** Most letters of a change that are shown. */
const shown = 200;

/**
 * Asks whether to convert text in an older encoding before it is pasted. Undefined if the editor cancels.
 *
 * @param change the first line that would change
 */
export function askConversion(change: LegacyChange): Promise<boolean | undefined> {
	const dialog = emptyDialog(
		strings.paste.legacy(encodingNames[change.kind]),
		strings.paste.legacyExplanation,
	);
	const list = document.createElement("dl");
	for (const [label, text] of [
		[strings.paste.now, change.before],
		[strings.paste.converted, change.after],
	] as const) {
		const term = document.createElement("dt");
		term.textContent = label;
		const words = document.createElement("dd");
		words.textContent = text.trim().slice(0, shown);
		list.append(term, words);
	}
	const buttons = document.createElement("div");
	buttons.className = "desk-dialog-buttons";
	dialog.append(list, buttons);
	document.body.append(dialog);
	return new Promise((resolve) => {
		const finish = (answer: boolean | undefined) => {
			dialog.close();
			dialog.remove();
			resolve(answer);
		};
		const button = (label: string, className: string, answer: boolean) => {
			const element = document.createElement("button");
			element.type = "button";
			element.className = className;
			element.textContent = label;
			element.addEventListener("click", () => finish(answer));
			buttons.append(element);
		};
		button(strings.paste.convert, "desk-button desk-button-main", true);
		button(strings.paste.asItIs, "desk-button", false);
		dialog.addEventListener("cancel", () => finish(undefined));
		dialog.showModal();
	});
}
