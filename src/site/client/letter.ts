/** Sends a letter to the newsroom. If it cannot be sent, the text stays in the form. */
import type { LetterRequest } from "../../model/letter.ts";
import { letterAddress } from "../../model/voice-addresses.ts";
import { countCharacters } from "../../text/characters.ts";
import { proveWork } from "./prove-work.ts";

const form = document.querySelector<HTMLFormElement>("[data-letter-form]");
if (form) start(form);

function start(form: HTMLFormElement): void {
	const text = form.elements.namedItem("text") as HTMLTextAreaElement;
	const count = form.querySelector<HTMLOutputElement>("[data-count]");
	const said = form.querySelector<HTMLElement>("[data-said]");
	const send = form.querySelector<HTMLButtonElement>("[type=submit]");
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
		if (send) send.disabled = length > most;
	}

	async function submit(): Promise<void> {
		say(said?.dataset.sending);
		if (send) send.disabled = true;
		try {
			const body: LetterRequest = {
				name: field("name"),
				email: field("email"),
				text: text.value,
				website: field("website"),
				proof: await proveWork(),
			};
			const answer = await fetch(letterAddress, {
				method: "POST",
				headers: { "Content-Type": "application/json" },
				body: JSON.stringify(body),
			});
			if (!answer.ok) {
				const { message } = (await answer.json()) as { readonly message?: string };
				return say(message ?? said?.dataset.failed);
			}
			text.value = "";
			showCount();
			say(said?.dataset.sent);
		} catch {
			say(said?.dataset.failed);
		} finally {
			if (send) send.disabled = false;
		}
	}

	function field(name: string): string {
		return (form.elements.namedItem(name) as HTMLInputElement).value;
	}

	function say(sentence: string | undefined): void {
		if (said) said.textContent = sentence ?? "";
	}
}
