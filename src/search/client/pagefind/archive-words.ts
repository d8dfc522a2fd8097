import { phraseForPagefind, queryForPagefind } from "../../pagefind/text.ts";

/**
 * The terms of a question to Pagefind, which knows either words or one phrase: each phrase in quotation marks of any
 * kind, and the other words together. None where nothing but signs was typed.
 */
export function archiveTerms(text: string): string[] {
	const phrases: string[] = [];
	const words = text.replace(/["“”„«]([^"“”„«»]+)["“”„»]/g, (_, phrase: string) => {
		phrases.push(phraseForPagefind(phrase));
		return " ";
	});
	return [
		...phrases.filter((phrase) => phrase !== "").map((phrase) => `"${phrase}"`),
		...[queryForPagefind(words)].filter((term) => term !== ""),
	];
}
