/** Links in written articles whose targets were not known yet. */

import type { UrlPath } from "../model/ids.ts";
import { hostOf } from "./former-addresses.ts";

/**
 * Corrects links to articles that were imported meanwhile. Another link into the old portal keeps its address if it has
 * a host, and otherwise only its text.
 *
 * @param links as written in the text
 * @returns the text, and the links without a target article
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

/** The text in which those links are replaced by their words. */
export function withoutLinks(text: string, links: readonly string[]): string {
	return replaceLinks(text, new Map(links.map((link) => [link, (words: string) => words])));
}

/** A link as the importer writes it, not a picture: the brackets in its words are escaped. */
const written = /(?<![!\\])\[((?:\\.|[^[\]\\\n])*)\]\((?:<([^<>\n]*)>|((?:\\.|[^\s()<>\\])*))\)/g;

function replaceLinks(text: string, made: ReadonlyMap<string, (words: string) => string>): string {
	return text.replace(written, (whole: string, words: string, pointed?: string, plain?: string) => {
		const make = made.get(pointed ?? plain ?? "");
		return make === undefined ? whole : make(words);
	});
}
