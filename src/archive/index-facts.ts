/** What a page has to know about an archive's index before it reads a file of it. */
export interface IndexFacts {
	/** Folder of the packs, relative to the search page. */
	readonly root: string;
	/** The first file of each pack. */
	readonly firsts: readonly string[];
	readonly monthsByDay: readonly string[];
	/** The contents by date, relative to the search page. */
	readonly archive: string;
}

/** The facts as a script, which is loaded before the search page's script. */
export function factsScript(facts: IndexFacts): string {
	return `var finderIndex=${JSON.stringify(facts)}`;
}
