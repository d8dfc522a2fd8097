import type { RelationOption } from "../../src/desk/messages.ts";
import { readSpellingGroups } from "../../src/search/finder/spelling-groups.ts";
import { readSought, searchedWords, soughtAmong } from "../../src/search/lists/sought-text.ts";
import { rewritings } from "../../src/search/rewritings.ts";

const spellings = readSpellingGroups(rewritings);

/** The options that a query finds by their titles, as at the desk: without accents, by short forms, in Telex. */
export function optionsNamed(options: readonly RelationOption[], query: string): readonly RelationOption[] {
	return soughtAmong(options, ({ title }) => searchedWords(title), readSought(query, spellings));
}
