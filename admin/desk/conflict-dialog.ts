import type { Conflict, FieldConflict } from "../../src/desk/messages.ts";
import { formatMomentShortly } from "../format-moment.ts";
import { strings } from "../strings.ts";
import { askInDialog } from "./dialog.ts";
import { fieldInFile, plainValue } from "./document-fields.ts";

/** The chosen text for each field in conflict; undefined removes the field. */
export type Resolution = ReadonlyMap<string, string | undefined>;

/**
 * Shows both texts of each field side by side and asks which to keep; either may be edited first. Undefined if the
 * editor goes back to the form.
 *
 * @param labelOf the label of a field in the form
 */
export function askWhichText(
	conflict: Conflict,
	labelOf: (field: string) => string,
): Promise<Resolution | undefined> {
	const choices = conflict.fields.map((field, index) => new FieldChoice(field, labelOf(field.field), index));
	return askInDialog<Resolution | undefined>({
		title: strings.conflict.title(conflict.by, formatMomentShortly(conflict.at)),
		text: strings.conflict.explanation,
		className: "desk-conflict",
		content: choices.map(({ element }) => element),
		answers: [
			{
				label: strings.conflict.save,
				kind: "main",
				value: () =>
					new Map(choices.map((choice): [string, string | undefined] => [choice.field, choice.chosen()])),
			},
			{ label: strings.conflict.back, value: () => undefined },
		],
	});
}

class FieldChoice {
	readonly field: string;
	readonly element = document.createElement("fieldset");
	readonly #mine: TextChoice;
	readonly #theirs: TextChoice;

	constructor({ field, yours, theirs }: FieldConflict, label: string, index: number) {
		this.field = field;
		const legend = document.createElement("legend");
		legend.textContent = label;
		this.#mine = new TextChoice(`conflict-${index}`, strings.conflict.yours, field, yours, true);
		this.#theirs = new TextChoice(`conflict-${index}`, strings.conflict.theirs, field, theirs, false);
		const sides = document.createElement("div");
		sides.className = "desk-conflict-sides";
		sides.append(this.#mine.element, this.#theirs.element);
		this.element.append(legend, sides);
	}

	chosen(): string | undefined {
		return (this.#mine.isChosen ? this.#mine : this.#theirs).written();
	}
}

class TextChoice {
	readonly element = document.createElement("div");
	readonly #field: string;
	/** As the file has it; undefined where it has no such field. */
	readonly #text: string | undefined;
	/** As it is shown: one text without the signs that it has in the file. */
	readonly #shown: string;
	readonly #isPlain: boolean;
	readonly #radio = document.createElement("input");
	readonly #box = document.createElement("textarea");

	constructor(name: string, label: string, field: string, text: string | undefined, isChosen: boolean) {
		const plain = text === undefined ? undefined : plainValue(field, text);
		this.#field = field;
		this.#text = text;
		this.#isPlain = plain !== undefined;
		this.#shown = plain ?? text ?? "";
		this.#radio.type = "radio";
		this.#radio.name = name;
		this.#radio.checked = isChosen;
		const caption = document.createElement("label");
		caption.append(this.#radio, ` ${label}`);
		this.#box.value = this.#shown;
		this.#box.rows = Math.min(Math.max(this.#box.value.split("\n").length, 2), 14);
		this.#box.setAttribute("aria-label", label);
		// Editing one of the texts selects it.
		this.#box.addEventListener("input", () => {
			this.#radio.checked = true;
		});
		this.element.append(caption, this.#box);
	}

	get isChosen(): boolean {
		return this.#radio.checked;
	}

	/** As the file is to have it; undefined where the field goes. */
	written(): string | undefined {
		const { value } = this.#box;
		if (value === this.#shown) return this.#text;
		return this.#isPlain ? fieldInFile(this.#field, value) : value;
	}
}
