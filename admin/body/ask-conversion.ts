import { element } from "../../src/dom/element.ts";
import { encodingNames, type TextChange } from "../../src/import/encodings/index.ts";
import { askInDialog } from "../desk/dialog.ts";
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
	return askInDialog({
		title: strings.paste.legacy(encodingNames[change.kind]),
		text: strings.paste.legacyExplanation,
		content: [
			element(
				"dl",
				{},
				...lineOf(strings.paste.now, change.before),
				...lineOf(strings.paste.converted, change.after),
			),
		],
		answers: [
			{ label: strings.paste.convert, kind: "main", value: () => true },
			{ label: strings.paste.asItIs, value: () => false },
		],
	});
}

function lineOf(label: string, text: string): HTMLElement[] {
	return [element("dt", {}, label), element("dd", {}, text.trim().slice(0, shown))];
}
