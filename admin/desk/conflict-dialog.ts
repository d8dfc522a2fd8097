import type { Conflict, FieldConflict } from "../../src/desk/messages.ts";
import { formatMomentShortly } from "../format-moment.ts";
import { strings } from "../strings.ts";
import { askInDialog } from "./dialog.ts";

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
		this.#mine = new TextChoice(`conflict-${index}`, strings.conflict.yours, yours, true);
		this.#theirs = new TextChoice(`conflict-${index}`, strings.conflict.theirs, theirs, false);
		const sides = document.createElement("div");
		sides.className = "desk-conflict-sides";
		sides.append(this.#mine.element, this.#theirs.element);
		this.element.append(legend, sides);
	}

	chosen(): string | undefined {
		const { text, isMissing } = this.#mine.isChosen ? this.#mine : this.#theirs;
		return isMissing && text === "" ? undefined : text;
	}
}

class TextChoice {
	readonly element = document.createElement("div");
	readonly isMissing: boolean;
	readonly #radio = document.createElement("input");
	readonly #box = document.createElement("textarea");

	constructor(name: string, label: string, text: string | undefined, isChosen: boolean) {
		this.isMissing = text === undefined;
		this.#radio.type = "radio";
		this.#radio.name = name;
		this.#radio.checked = isChosen;
		const caption = document.createElement("label");
		caption.append(this.#radio, ` ${label}`);
		this.#box.value = text ?? "";
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

	get text(): string {
		return this.#box.value;
	}
}
