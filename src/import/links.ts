/** Links in written articles whose targets were not known yet. */

import type { UrlPath } from "../model/ids.ts";
import { hostOf } from "./former-addresses.ts";

/**
 * Leads links to articles that have come in meanwhile. A link into the old portal that leads to none keeps its address
 * where that names a host, and otherwise only its text.
 *
 * @param links as they stand in the text
 * @returns the text, and the links that lead to no article
 */
export function settleLinks(
	text: string,
	links: readonly string[],
	targetOf: (link: string) => UrlPath | undefined,
): { readonly text: string; readonly open: readonly string[] } {
	const open = links.filter((link) => targetOf(link) === undefined);
	const made = new Map(
		links.flatMap((link): [string, (words: string) => string][] => {
			const target = targetOf(link);
			if (target !== undefined) return [[link, (words) => `[${words}](${target})`]];
			return hostOf(link) === "" ? [[link, (words) => words]] : [];
		}),
	);
	return { text: replaceLinks(text, made), open };
}

/** The text with the words of those links alone. */
export function withoutLinks(text: string, links: readonly string[]): string {
	return replaceLinks(text, new Map(links.map((link) => [link, (words: string) => words])));
}

/** A link as the importer writes it, pictures apart: the brackets of its words are escaped. */
const written = /(?<![!\\])\[((?:\\.|[^[\]\\\n])*)\]\((?:<([^<>\n]*)>|((?:\\.|[^\s()<>\\])*))\)/g;

function replaceLinks(text: string, made: ReadonlyMap<string, (words: string) => string>): string {
	return text.replace(written, (whole: string, words: string, pointed?: string, plain?: string) => {
		const make = made.get(pointed ?? plain ?? "");
		return make === undefined ? whole : make(words);
	});
}
