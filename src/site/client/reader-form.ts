/**
 * The common part of the forms for readers: they count characters, prove work, send, and keep the text until it has
 * arrived.
 */
import type { SenderRequest } from "../../model/sender-request.ts";
import { countCharacters } from "../../text/characters.ts";
import { proveWork } from "./prove-work.ts";

export interface ReaderForm {
	field(name: string): HTMLInputElement;
}

/**
 * Shows a form and sends what is written there.
 *
 * @param send sends it @returns the server's reason against it, which may be empty; undefined if it was taken
 */
export function startReaderForm(
	form: HTMLFormElement,
	send: (request: SenderRequest) => Promise<string | undefined>,
): ReaderForm {
	const text = form.elements.namedItem("text") as HTMLTextAreaElement;
	const count = form.querySelector<HTMLOutputElement>("[data-count]");
	const said = form.querySelector<HTMLElement>("[data-said]");
	const button = form.querySelector<HTMLButtonElement>("[type=submit]");
	const most = Number(count?.dataset.most);
	form.hidden = false;
	text.addEventListener("input", showCount);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		void submit();
	});

	function showCount(): void {
		const length = countCharacters(text.value.trim());
		if (count) count.value = count.value.replace(/^\d+/, String(length));
		count?.toggleAttribute("data-over", length > most);
		if (button) button.disabled = length > most;
	}

	async function submit(): Promise<void> {
		say(said?.dataset.sending);
		if (button) button.disabled = true;
		// What is typed while it is being sent would be lost.
		text.readOnly = true;
		try {
			const reason = await send({
				name: field("name").value,
				email: field("email").value,
				text: text.value,
				website: field("website").value,
				proof: await proveWork(),
			});
			if (reason !== undefined) return say(reason || said?.dataset.failed);
			text.value = "";
			showCount();
			say(said?.dataset.sent);
		} catch {
			// No network, no server, or not our answer: the text stays in the form.
			say(said?.dataset.failed);
		} finally {
			text.readOnly = false;
			if (button) button.disabled = false;
		}
	}

	function field(name: string): HTMLInputElement {
		return form.elements.namedItem(name) as HTMLInputElement;
	}

	function say(sentence: string | undefined): void {
		if (said) said.textContent = sentence ?? "";
	}

	return { field };
}

export async function postJson(address: string, body: unknown): Promise<Response> {
	return await fetch(address, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify(body),
	});
}
