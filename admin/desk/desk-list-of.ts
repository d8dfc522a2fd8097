import { deskPath, sectionAddresses } from "../../src/desk/messages.ts";

/** Routes of Decap that are forms; all others are lists, which the desk replaces. */
const forms = /^#\/(?:collections\/[^/]+\/(?:new|entries\/.)|edit\/)/;

/**
 * The desk's page for a list of Decap: the start page, the list of articles with the searched words, or the page of all
 * other collections. Undefined for a form.
 */
export function deskListOf(hash: string): string | undefined {
	if (forms.test(hash)) return undefined;
	const [, collection, words] =
		/^#\/collections\/([^/]+)(?:\/search\/(.*))?/.exec(hash) ?? /^#\/search()\/(.*)/.exec(hash) ?? [];
	if (collection === undefined) return deskPath;
	if (collection !== "articles" && collection !== "") return sectionAddresses.pages;
	return `${sectionAddresses.articles}${words === undefined ? "" : `?q=${words}`}`;
}
