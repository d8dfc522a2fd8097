/** Sends a letter to the newsroom. */
import { letterAddress } from "../../model/voice-addresses.ts";
import { postJson, startReaderForm } from "./reader-form.ts";

const form = document.querySelector<HTMLFormElement>("[data-letter-form]");
if (form) {
	startReaderForm(form, async (request) => {
		const answer = await postJson(letterAddress, request);
		if (answer.ok) return undefined;
		const { message = "" } = (await answer.json()) as { readonly message?: string };
		return message;
	});
}
