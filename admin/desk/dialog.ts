/** Dialogs that ask: a heading, a sentence, what belongs to the question, and the answers as buttons. */
import { element } from "../../src/dom/element.ts";

export interface Answer<Value> {
	readonly label: string;
	/** How the button looks: the usual answer, or one that takes something away. */
	readonly kind?: "main" | "danger";
	readonly value: () => Value;
}

export interface Question<Value> {
	readonly title: string;
	/** @default none */
	readonly text?: string;
	readonly className?: string;
	readonly content?: readonly Node[];
	/** From the usual one to the one that changes nothing. */
	readonly answers: readonly Answer<Value>[];
}

/** A dialog with a heading and, where there is one, a sentence. */
export function emptyDialog(title: string, text = ""): HTMLDialogElement {
	const heading = element("h2", { id: `dialog-${crypto.randomUUID()}` }, title);
	return element(
		"dialog",
		{ class: "desk-dialog", "aria-labelledby": heading.id },
		heading,
		...(text === "" ? [] : [element("p", {}, text)]),
	);
}

/**
 * Asks, and waits for an answer; undefined where the dialog is closed without one.
 *
 * @param arrange gets the buttons in the order of the answers, once the dialog is shown
 */
export function askInDialog<Value>(
	{ title, text, className, content = [], answers }: Question<Value>,
	arrange: (buttons: readonly HTMLButtonElement[]) => void = () => {},
): Promise<Value | undefined> {
	const dialog = emptyDialog(title, text);
	if (className) dialog.classList.add(className);
	return new Promise((resolve) => {
		const finish = (value: Value | undefined) => {
			dialog.close();
			dialog.remove();
			resolve(value);
		};
		const buttons = answers.map(({ label, kind, value }) => {
			const look = kind === undefined ? "" : ` desk-button-${kind}`;
			const button = element("button", { type: "button", class: `desk-button${look}` }, label);
			button.addEventListener("click", () => finish(value()));
			return button;
		});
		dialog.append(...content, element("div", { class: "desk-dialog-buttons" }, ...buttons));
		dialog.addEventListener("cancel", () => finish(undefined));
		document.body.append(dialog);
		dialog.showModal();
		arrange(buttons);
	});
}
