import { strings } from "../strings.ts";
import { emptyDialog } from "./interruptions.ts";

/** Asks for a reason; undefined if the editor cancels. */
export function askReason(question: string, action: string): Promise<string | undefined> {
	const dialog = emptyDialog(question, "");
	dialog.classList.add("reason-dialog");
	const box = document.createElement("textarea");
	box.rows = 3;
	box.setAttribute("aria-label", question);
	const buttons = document.createElement("div");
	buttons.className = "desk-dialog-buttons";
	const send = button(action, "desk-button desk-button-main");
	const back = button(strings.entry.back, "desk-button");
	send.disabled = true;
	box.addEventListener("input", () => {
		send.disabled = box.value.trim() === "";
	});
	buttons.append(send, back);
	dialog.append(box, buttons);
	document.body.append(dialog);
	dialog.showModal();
	box.focus();
	return new Promise((resolve) => {
		const finish = (reason: string | undefined) => {
			dialog.close();
			dialog.remove();
			resolve(reason);
		};
		send.addEventListener("click", () => finish(box.value.trim()));
		back.addEventListener("click", () => finish(undefined));
		dialog.addEventListener("cancel", () => finish(undefined));
	});
}

function button(label: string, className: string): HTMLButtonElement {
	const element = document.createElement("button");
	element.type = "button";
	element.className = className;
	element.textContent = label;
	return element;
}
