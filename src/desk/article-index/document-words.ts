import { analyse } from "../../text/analyse.ts";
import { phoneNumbers } from "../../text/phone-numbers.ts";
import type { SearchableFacts } from "./facts.ts";
import { type DocumentWords, inBody, inLead, inNames, inTitle } from "./postings.ts";
import type { WordTable } from "./word-table.ts";

/** References of an article are stored as words with this prefix, a character that no text has. */
const referenceMark = "\u0001";

/** The word for a reference to something. */
export function referenceWord(to: string): string {
	return referenceMark + to;
}

/** The words of a document, each once, in the order of their numbers. New ones get a number. */
export function documentWords(facts: SearchableFacts, table: WordTable): DocumentWords {
	const masks = new Map<number, number>();
	const note = (id: number, mask: number) => masks.set(id, (masks.get(id) ?? 0) | mask);
	const noteText = (text: string, mask: number) => {
		for (const token of analyse(text)) note(table.idOf(token), mask);
		for (const digits of phoneNumbers(text)) note(table.idOf({ exact: digits, folded: digits }), mask);
	};
	noteText(facts.title, inTitle);
	for (const name of [...facts.tags, ...facts.author]) noteText(name.replaceAll("-", " "), inNames);
	noteText(facts.lead, inLead);
	noteText(facts.body, inBody);
	for (const reference of facts.references) {
		const exact = referenceWord(reference);
		note(table.idOf({ exact, folded: exact }), inBody);
	}
	return Uint32Array.from(masks, ([id, mask]) => id * 16 + mask).sort();
}
