import type { SiteSettings } from "../../model/site.ts";
import { readSpellingGroups } from "../../search/finder/spelling-groups.ts";
import { rewritings } from "../../search/rewritings.ts";
import { publishedFile } from "./published-file.ts";

/** The names with several spellings, including the abbreviations of the office's settings. */
export const portalSpellings = publishedFile("site.yml", "site", {
	without: readSpellingGroups(rewritings),
	read: ({ abbreviations = [] }: Partial<SiteSettings>) =>
		readSpellingGroups([...rewritings, ...abbreviations.map(({ short, long }) => [short, long] as const)]),
});
