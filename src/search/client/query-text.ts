/**
 * Characters of a query that are kept. A letter with accents takes nine in an address, and servers refuse an address of
 * some 8,000.
 */
const mostCharacters = 500;

/** Normalises typed text: trimmed, with single spaces. Of a pasted text only the beginning counts. */
export function textOf(typed: string | null): string {
	const text = (typed ?? "").normalize("NFC").trim().replace(/\s+/g, " ");
	return text.length <= mostCharacters
		? text
		: text.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$|\s+\S*$/, "");
}
